package org.citykit.crisis.text;

import com.ibm.icu.text.PluralRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The plural categories of a language (LDML 48 part 3). Stateless. */
public final class Plurals {
    private static final int SCANNED = 1_200;
    private static final List<Long> LARGE = List.of(10_000L, 100_000L, 1_000_000L, 2_000_000L, 1_000_000_000L);

    private Plurals() {}

    /** The names of the categories. */
    public static Set<String> categories(Locale language) {
        return PluralRules.forLocale(language).getKeywords();
    }

    /** One number for each category that has any between the bounds. */
    public static List<Long> probes(Locale language, long least, long most) {
        PluralRules rules = PluralRules.forLocale(language);
        Map<String, Long> found = new LinkedHashMap<>();
        long last = Math.min(most, Math.max(least, 0) + SCANNED);
        for (long number = Math.max(least, 0); number <= last; number++) {
            found.putIfAbsent(rules.select((double) number), number);
        }
        for (long number : LARGE) {
            if (number >= least && number <= most) {
                found.putIfAbsent(rules.select((double) number), number);
            }
        }
        return List.copyOf(found.values());
    }
}
