package org.citykit.runtime.bench.specimen;

/** Titles of days. */
final class Titles {
    private final String base;

    Titles(String base) {
        this.base = capitalised(base);
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT).concat(text.substring(1));
    }

    String of(int day) {
        return base.concat(" ").concat(Integer.toString(day));
    }
}
