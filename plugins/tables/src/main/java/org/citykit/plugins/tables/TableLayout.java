package org.citykit.plugins.tables;

import java.util.Locale;

/** How rows are written. */
public enum TableLayout {
    /** Comma-separated values, RFC 4180. */
    CSV,
    /** Tab-separated values, without quoting. */
    TSV,
    /** A JSON list of objects. */
    JSON,
    /** A YAML list of maps. */
    YAML;

    /** The layout that a file's name tells, or CSV. */
    static TableLayout of(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.endsWith(".gz")) {
            plain = plain.substring(0, plain.length() - 3);
        }
        return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
            case "tsv", "txt" -> TSV;
            case "json" -> JSON;
            case "yaml", "yml" -> YAML;
            default -> CSV;
        };
    }
}
