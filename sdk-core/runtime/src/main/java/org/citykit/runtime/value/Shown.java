package org.citykit.runtime.value;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes written words fit to be shown in a message: one line, short, without control characters or passwords. */
public final class Shown {
    private static final int LENGTH = 80;
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#@\\s]*@");

    private Shown() {}

    /** A written word, trimmed, cut to 80 characters, its control characters escaped; no quotes around it. */
    public static String of(String text) {
        return cut(USER_INFO.matcher(text.strip()).replaceAll("//…@"), LENGTH);
    }

    /** A value as a message names it: a word in quotes, or what it is instead of a word. */
    public static String of(Value value) {
        if (value.isEmpty()) {
            return "empty";
        }
        if (value instanceof ScalarValue scalar) {
            return "\"" + of(scalar.text()) + "\"";
        }
        return value instanceof ListValue ? "a list" : "a group of keys";
    }

    /** A text cut to a number of characters (code points), its control characters escaped. */
    public static String cut(String text, int length) {
        return text.length() <= length && isPlain(text) ? text : escaped(text, length);
    }

    /** Nearly every key and word is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text, int length) {
        StringBuilder out = new StringBuilder();
        int count = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (count++ == length) {
                return out.append('…').toString();
            }
            append(out, text.codePointAt(i));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int character) {
        if (isUnprintable(character)) {
            String hex = Integer.toHexString(character).toUpperCase(Locale.ROOT);
            out.append("\\u").append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex);
        } else {
            out.appendCodePoint(character);
        }
    }

    /** Control characters, line and paragraph separators, lone surrogates, and marks that turn the direction round. */
    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
