package org.citykit.api;

import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.validation.Check;

/**
 * One text in one or more languages.
 *
 * @param texts what it says, by BCP 47 language tag; the first is the original. At most 100 languages of 100,000
 *     characters each
 * @since 1.0
 */
public record Text(Map<String, String> texts) {
    /** The tag for a text whose language is not known (ISO 639-2). */
    public static final String UNDETERMINED = "und";

    private static final int LANGUAGES = 100;

    public Text {
        Check.between("texts.size", Check.present("texts", texts).size(), 1, LANGUAGES);
        Map<String, String> copy = new LinkedHashMap<>();
        texts.forEach((tag, text) -> copy.put(canonical(tag), Check.text("text in '" + tag + "'", text)));
        texts = Collections.unmodifiableMap(copy);
    }

    /** A text in one language. */
    public static Text of(String tag, String text) {
        return new Text(Map.of(tag, text));
    }

    /** A text whose language is not known. */
    public static Text of(String text) {
        return of(UNDETERMINED, text);
    }

    /** This text with one more language, or another wording in it. */
    public Text and(String tag, String text) {
        Map<String, String> more = new LinkedHashMap<>(texts);
        more.put(canonical(tag), text);
        return new Text(more);
    }

    /** What it says in a language, or else in the original. */
    public String in(Locale language) {
        return texts.getOrDefault(tagFor(language), original());
    }

    /** What it says in a language by RFC 4647 §3.4 look-up, if it does. */
    public Optional<String> find(Locale language) {
        return lookUp(language).map(texts::get);
    }

    /** The tag of the wording that {@link #in} gives, for the {@code lang} attribute of a page. */
    public String tagFor(Locale language) {
        return lookUp(language).orElseGet(() -> texts.keySet().iterator().next());
    }

    /** The language that {@link #in} gives. */
    public Locale languageFor(Locale language) {
        return Locale.forLanguageTag(tagFor(language));
    }

    /** What it says in its original language. */
    public String original() {
        return texts.values().iterator().next();
    }

    /** The tags of its languages, the original first. */
    public List<String> tags() {
        return List.copyOf(texts.keySet());
    }

    private Optional<String> lookUp(Locale language) {
        for (String range = language.stripExtensions().toLanguageTag(); !range.isEmpty(); range = shorter(range)) {
            if (texts.containsKey(range)) {
                return Optional.of(range);
            }
        }
        return Optional.empty();
    }

    private static String shorter(String range) {
        String cut = range.substring(0, Math.max(0, range.lastIndexOf('-')));
        boolean endsInSingleton = cut.length() > 1 && cut.charAt(cut.length() - 2) == '-';
        return endsInSingleton ? cut.substring(0, cut.length() - 2) : cut;
    }

    private static String canonical(String tag) {
        try {
            return new Locale.Builder()
                    .setLanguageTag(Check.present("language", tag))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException wrong) {
            throw new InvalidValueException(
                    "language", "must be a BCP 47 tag such as fa or ar-IQ, but is \"" + tag + "\"");
        }
    }
}
