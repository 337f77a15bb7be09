package org.citykit.icalendar;

import java.util.ArrayList;
import java.util.List;

/** Escaping of TEXT values (RFC 5545 §3.3.11). Tolerant when reading: an unknown escape keeps its backslash. */
public final class TextValue {
    private TextValue() {}

    /**
     * Escapes text so that it may stand as the value of a property.
     *
     * @param text any text; line breaks of any kind become {@code \n}, other control characters are dropped
     * @return the escaped value
     */
    public static String escape(String text) {
        StringBuilder value = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> value.append("\\\\");
                case ';' -> value.append("\\;");
                case ',' -> value.append("\\,");
                case '\n', '\u2028', '\u2029' -> value.append("\\n");
                case '\r' -> value.append(i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "" : "\\n");
                default -> {
                    if ((c >= ' ' && c != 0x7f) || c == '\t') {
                        value.append(c);
                    }
                }
            }
        }
        return value.toString();
    }

    /**
     * Reads an escaped value as one text.
     *
     * @param value the raw value
     * @return the text, lines ended by {@code \n}
     */
    public static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        int i = 0;
        while (i < value.length()) {
            i += appendOne(value, i, text);
        }
        return text.toString();
    }

    /**
     * Reads an escaped value as a list parted by commas, as in CATEGORIES.
     *
     * @param value the raw value
     * @return the texts in order, empty ones included
     */
    public static List<String> unescapeList(String value) {
        return split(value, ',');
    }

    /**
     * Reads an escaped value parted by a delimiter, as the semicolons of a structured value.
     *
     * @param value the raw value
     * @param delimiter the character between two parts
     * @return the parts in order, unescaped, empty ones included
     */
    public static List<String> split(String value, char delimiter) {
        List<String> parts = new ArrayList<>(2);
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < value.length()) {
            if (value.charAt(i) == delimiter) {
                parts.add(text.toString());
                text.setLength(0);
                i++;
            } else {
                i += appendOne(value, i, text);
            }
        }
        parts.add(text.toString());
        return parts;
    }

    private static int appendOne(String value, int at, StringBuilder text) {
        char c = value.charAt(at);
        if (c != '\\' || at + 1 == value.length()) {
            text.append(c);
            return 1;
        }
        char next = value.charAt(at + 1);
        switch (next) {
            case 'n', 'N' -> text.append('\n');
            case '\\', ';', ',', ':', '"' -> text.append(next);
            default -> text.append(c).append(next);
        }
        return 2;
    }
}
