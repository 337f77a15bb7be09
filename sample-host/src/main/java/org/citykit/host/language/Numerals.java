package org.citykit.host.language;

import java.util.Locale;
import java.util.Map;

/**
 * How a language writes numbers: its digits and its separators.
 *
 * @param zero the digit zero; the other nine follow it in Unicode
 * @param grouping what stands between thousands
 * @param point what stands before the fraction
 */
public record Numerals(char zero, char grouping, char point) {
    private static final Numerals ASCII = new Numerals('0', ',', '.');
    private static final Map<String, Numerals> BY_LANGUAGE =
            Map.of("fa", new Numerals('\u06F0', '\u066C', '\u066B'), "ar", new Numerals('\u0660', '\u066C', '\u066B'));

    /** The numerals of a language; European ones where nothing else is known. */
    public static Numerals of(Locale language) {
        return BY_LANGUAGE.getOrDefault(language.getLanguage(), ASCII);
    }

    /** A text with its ASCII digits written as this language writes them, the rest as it is. */
    public String digits(String text) {
        if (zero == '0') {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '0' && c <= '9' ? (char) (zero + c - '0') : c);
        }
        return out.toString();
    }

    /** A whole number without grouping, as for a year or a page. */
    public String plain(long number) {
        return digits(Long.toString(number));
    }

    /** A share of a hundred. */
    public String percent(int share) {
        return plain(share) + (zero == '0' ? "%" : "\u066A");
    }

    /** A whole number with its thousands grouped; four digits stand together. */
    public String grouped(long number) {
        String plain = Long.toString(Math.abs(number));
        if (plain.length() <= 4) {
            return (number < 0 ? "\u2212" : "") + digits(plain);
        }
        StringBuilder out = new StringBuilder(number < 0 ? "\u2212" : "");
        for (int i = 0; i < plain.length(); i++) {
            if (i > 0 && (plain.length() - i) % 3 == 0) {
                out.append(grouping);
            }
            out.append((char) (zero + plain.charAt(i) - '0'));
        }
        return out.toString();
    }
}
