package org.citykit.runtime.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of one language. Names stand in braces and are replaced by arguments, each of which is isolated from
 * the direction of the text around it where that runs from right to left (Unicode Bidirectional Algorithm, §2.3).
 * Immutable.
 */
final class Words {
    static final Words ENGLISH = new Words("en", false, '0');
    static final Words PERSIAN = new Words("fa", true, '\u06F0');
    static final Words ARABIC = new Words("ar", true, '\u0660');

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
    static final char ISOLATE = '\u2068';
    static final char END_OF_ISOLATE = '\u2069';

    private final Map<String, String> sentences;
    private final boolean rightToLeft;
    private final char zero;

    private Words(String language, boolean rightToLeft, char zero) {
        this.sentences = read("words_" + language + ".properties");
        this.rightToLeft = rightToLeft;
        this.zero = zero;
    }

    /** Persian or Arabic if that is asked for, English otherwise. */
    static Words of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "fa" -> PERSIAN;
            case "ar" -> ARABIC;
            default -> ENGLISH;
        };
    }

    /** A sentence with its arguments. */
    String text(String key, Map<String, String> arguments) {
        Matcher names = NAME.matcher(template(key));
        StringBuilder out = new StringBuilder();
        while (names.find()) {
            String argument = Objects.requireNonNull(arguments.get(names.group(1)), names.group());
            names.appendReplacement(out, Matcher.quoteReplacement(isolated(argument)));
        }
        return names.appendTail(out).toString();
    }

    String text(String key) {
        return text(key, Map.of());
    }

    /** A name, a version or a path as it may stand in a sentence. */
    String isolated(String argument) {
        return rightToLeft ? ISOLATE + argument + END_OF_ISOLATE : argument;
    }

    /** What stands between parts of a sentence. */
    String semicolon() {
        return rightToLeft ? "\u061B " : "; ";
    }

    /** A count in the digits of the language. */
    String count(int number) {
        StringBuilder out = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> out.append((char) (digit - '0' + zero)));
        return out.toString();
    }

    /** What is written for a key, with the names in braces. */
    String template(String key) {
        return Objects.requireNonNull(sentences.get(key), key);
    }

    Map<String, String> sentences() {
        return sentences;
    }

    private static Map<String, String> read(String file) {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException e) {
            throw new IllegalStateException("The words of the runtime cannot be read from its jar: " + file, e);
        }
        Map<String, String> sentences = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return sentences;
    }
}
