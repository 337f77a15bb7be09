package org.citykit.crisis.text;

import java.util.Locale;
import java.util.Set;

/**
 * How a language writes numbers and dates in texts.
 *
 * <p>Digits are pinned to those that readers of the language expect, because the library's own default for Arabic are
 * European ones. The calendar is the one the portal names with {@code -u-ca-}, or else Solar Hijri for Persian and
 * Gregorian for every other language.
 */
public final class Tongue {
    private static final Set<String> CALENDARS =
            Set.of("gregory", "persian", "islamic-umalqura", "islamic-civil", "islamic-tbla");

    private Tongue() {}

    /** The locale to format with. */
    public static Locale of(Locale language) {
        Locale.Builder locale = new Locale.Builder().setLocale(language.stripExtensions());
        locale.setUnicodeLocaleKeyword("ca", calendar(language));
        switch (language.getLanguage()) {
            case "ar" -> locale.setUnicodeLocaleKeyword("nu", "arab");
            case "fa" -> locale.setUnicodeLocaleKeyword("nu", "arabext");
            default -> {}
        }
        return locale.build();
    }

    static boolean isPersianDate(Locale locale) {
        return locale.getLanguage().equals("fa") && "persian".equals(locale.getUnicodeLocaleType("ca"));
    }

    private static String calendar(Locale language) {
        String named = language.getUnicodeLocaleType("ca");
        if (named != null && CALENDARS.contains(named)) {
            return named;
        }
        return language.getLanguage().equals("fa") ? "persian" : "gregory";
    }
}
