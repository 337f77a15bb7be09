package org.citykit.host.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.citykit.host.language.Numerals;

/** What reports say in one language. Names and numbers keep their own direction in text from right to left. */
final class ReportWords {
    private static final char ISOLATE = '\u2068';
    private static final char END = '\u2069';

    private final Properties words;
    private final Numerals numerals;
    private final boolean rightToLeft;

    private ReportWords(Properties words, Numerals numerals, boolean rightToLeft) {
        this.words = words;
        this.numerals = numerals;
        this.rightToLeft = rightToLeft;
    }

    /** Persian or Arabic if that is asked for, English otherwise. */
    static ReportWords of(Locale locale) {
        String language = locale.getLanguage();
        boolean known = language.equals("fa") || language.equals("ar");
        return new ReportWords(read(known ? language : "en"), Numerals.of(locale), known);
    }

    /** A word. */
    String of(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    /** A word for a constant. */
    String of(Enum<?> constant) {
        return of(constant.name().toLowerCase(Locale.ROOT));
    }

    /** A sentence; names and values alternate. */
    String fill(String key, Object... arguments) {
        String text = of(key);
        for (int i = 0; i < arguments.length; i += 2) {
            Object value = arguments[i + 1];
            String shown = value instanceof Number number ? numerals.plain(number.longValue()) : name(value.toString());
            text = text.replace("{" + arguments[i] + "}", shown);
        }
        return text;
    }

    /** A sentence about a number of things, in the form that the language has for as many. */
    String count(String key, long count) {
        String form = key + form(count);
        return fill(words.containsKey(form) ? form : key, "count", count);
    }

    /** The forms of Arabic (CLDR's cardinal plural rules), as ends of keys; the other languages have one. */
    private static String form(long count) {
        if (count == 1 || count == 2) {
            return count == 1 ? ".one" : ".two";
        }
        long rest = count % 100;
        return rest >= 3 && rest <= 10 ? ".few" : "";
    }

    /** A name as it may stand in a line. */
    String name(String text) {
        return rightToLeft ? ISOLATE + text + END : text;
    }

    private static Properties read(String language) {
        Properties words = new Properties();
        String file = "words_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(ReportWords.class.getResourceAsStream(file), file);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return words;
    }
}
