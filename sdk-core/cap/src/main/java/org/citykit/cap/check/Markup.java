package org.citykit.cap.check;

import org.citykit.cap.FindingCode;

/** Looks for tags and character references that survived XML decoding (CAP 1.2 §3.3.3). */
final class Markup {
    private static final int LONGEST_TAG = 256;
    private static final int LONGEST_ENTITY = 12;

    private Markup() {}

    static void check(String text, String path, Report report) {
        int tag = firstTag(text);
        if (tag >= 0) {
            report.add(FindingCode.TEXT_HAS_MARKUP, path, "There is a tag: '" + around(text, tag) + "'.");
        }
        int entity = firstEntity(text);
        if (entity >= 0) {
            report.add(
                    FindingCode.TEXT_HAS_ENTITIES,
                    path,
                    "There is a character reference: '" + around(text, entity) + "'.");
        }
    }

    private static int firstTag(String text) {
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
            int name =
                    i + 1 < text.length() && (text.charAt(i + 1) == '/' || text.charAt(i + 1) == '!') ? i + 2 : i + 1;
            if (name >= text.length() || (!isLetter(text.charAt(name)) && text.charAt(name) != '-')) {
                continue;
            }
            int end = Math.min(text.length(), name + LONGEST_TAG);
            if (text.substring(name, end).indexOf('>') > 0) {
                return i;
            }
        }
        return -1;
    }

    private static int firstEntity(String text) {
        for (int i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
            int end = Math.min(text.length(), i + LONGEST_ENTITY);
            int length = text.substring(i + 1, end).indexOf(';');
            if (length > 1 && isEntityName(text.substring(i + 1, i + 1 + length))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isEntityName(String name) {
        boolean numeric = name.charAt(0) == '#';
        String rest = numeric ? name.substring(1) : name;
        return rest.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9'))
                && (numeric || isLetter(rest.charAt(0)));
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String around(String text, int at) {
        return text.substring(at, Math.min(text.length(), at + 24)).replace('\n', ' ');
    }
}
