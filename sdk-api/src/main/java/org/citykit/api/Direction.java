package org.citykit.api;

import java.util.Locale;
import java.util.Set;

/**
 * Which way a language is written.
 *
 * @since 1.0
 */
public enum Direction {
    /** From left to right. */
    LTR,
    /** From right to left. */
    RTL;

    private static final Set<String> RTL_SCRIPTS =
            Set.of("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi");
    private static final Set<String> RTL_LANGUAGES = Set.of(
            "ar", "arc", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps",
            "sd", "sdh", "syr", "ug", "ur", "yi");

    /** The direction of a language; its script subtag decides if it has one. */
    public static Direction of(Locale language) {
        if (!language.getScript().isEmpty()) {
            return RTL_SCRIPTS.contains(language.getScript()) ? RTL : LTR;
        }
        // toLanguageTag, not getLanguage: Locale turns he and yi into their old codes on some JDKs
        return RTL_LANGUAGES.contains(language.toLanguageTag().split("-", 2)[0]) ? RTL : LTR;
    }
}
