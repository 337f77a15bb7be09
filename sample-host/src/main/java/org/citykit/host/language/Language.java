package org.citykit.host.language;

import java.text.Collator;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.citykit.api.Direction;

/**
 * A language that the host speaks, with all it says in it. Immutable.
 *
 * @param locale the language
 * @param tag its BCP 47 tag, as it stands in addresses and in {@code lang}
 * @param ownName what its speakers call it
 * @param words what the pages say
 * @param labels what the API's closed choices are called
 * @param numerals how it writes numbers
 */
public record Language(Locale locale, String tag, String ownName, Words words, Labels labels, Numerals numerals) {
    /** The languages that the host has texts for. */
    public static final List<String> SPOKEN = List.of("fa", "ar", "en");

    /**
     * Reads a language.
     *
     * @throws LanguageException if the host has no texts in it, or one of them is missing
     */
    public static Language of(Locale locale) {
        Phrases phrases = Phrases.of(locale.getLanguage());
        Words words = Words.from(phrases);
        Labels labels = Labels.from(phrases);
        phrases.complete();
        return new Language(
                locale, locale.toLanguageTag(), words.frame().ownName(), words, labels, Numerals.of(locale));
    }

    /** Whether the host has texts in a language. */
    public static boolean isSpoken(Locale locale) {
        return SPOKEN.contains(locale.getLanguage());
    }

    /** Which way it is written, as {@code dir} says it. */
    public String direction() {
        return direction(locale);
    }

    /** Which way any language is written, as {@code dir} says it. */
    public static String direction(Locale language) {
        return Direction.of(language) == Direction.RTL ? "rtl" : "ltr";
    }

    /** What a country is called, or its code where the platform knows no name. */
    public String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    /** What the time of a zone is called. */
    public String zone(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    /** The order of two texts in its alphabet. */
    public int compare(String one, String other) {
        return Collator.getInstance(locale).compare(one, other);
    }

    /** What another language is called in this one. */
    public String nameOf(Locale other) {
        return other.getDisplayName(locale);
    }
}
