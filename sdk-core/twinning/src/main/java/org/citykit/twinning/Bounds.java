package org.citykit.twinning;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.citykit.api.InvalidValueException;

/** What a query may ask for. */
final class Bounds {
    static final int LONGEST_TEXT = 500;
    static final int MOST_ITEMS = 1_000;

    private Bounds() {}

    /** The text, cut where a page's search box would end. */
    static String text(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    static Set<String> countries(Set<String> countries) {
        Set<String> codes = new TreeSet<>();
        countries.forEach(code -> codes.add(code.toUpperCase(Locale.ROOT)));
        return Collections.unmodifiableSet(codes);
    }

    static void offset(int offset) {
        if (offset < 0) {
            throw new InvalidValueException("offset", "must be 0 or more, but is " + offset);
        }
    }

    static void limit(int limit) {
        if (limit < 1 || limit > MOST_ITEMS) {
            throw new InvalidValueException("limit", "must be between 1 and " + MOST_ITEMS + ", but is " + limit);
        }
    }
}
