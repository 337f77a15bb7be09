package org.citykit.cap;

import java.util.List;
import java.util.Optional;

/** Brings texts into the one form all values hold: no surrounding XML white space, line feeds, legal characters only. */
final class Wording {
    private Wording() {}

    static String required(String text, String element) {
        String clean = clean(text, element);
        if (clean.isEmpty()) {
            throw new CapValueException(FindingCode.TEXT_BLANK, "The " + element + " is empty.");
        }
        return clean;
    }

    static Optional<String> optional(Optional<String> text, String element) {
        return text.map(t -> required(t, element));
    }

    static List<String> each(List<String> texts, String element) {
        return texts.stream().map(t -> required(t, element)).toList();
    }

    static String clean(String text, String element) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        int start = 0;
        int end = lines.length();
        while (start < end && isSpace(lines.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(lines.charAt(end - 1))) {
            end--;
        }
        String clean = lines.substring(start, end);
        clean.codePoints().filter(c -> !isLegal(c)).findFirst().ifPresent(c -> {
            throw new CapValueException(
                    FindingCode.CHARACTER_FORBIDDEN,
                    "The " + element + " holds the character U+"
                            + Integer.toHexString(0x10000 | c).substring(1) + ".");
        });
        return clean;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** XML 1.0 §2.2 Char; an unpaired surrogate comes as a code point of its own and is refused. */
    private static boolean isLegal(int c) {
        if (c < ' ') {
            return c == '\t' || c == '\n';
        }
        return c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && c != 0xFFFE && c != 0xFFFF);
    }

    static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
