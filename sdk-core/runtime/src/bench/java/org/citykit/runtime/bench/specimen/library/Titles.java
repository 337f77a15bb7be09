package org.citykit.runtime.bench.specimen.library;

import org.apache.commons.lang3.StringUtils;

/** Titles of days, made with a library that the plugin carries. */
final class Titles {
    private final String base;

    Titles(String base) {
        this.base = StringUtils.capitalize(base);
    }

    String of(int day) {
        return StringUtils.abbreviate(base, 40).concat(" ").concat(Integer.toString(day));
    }
}
