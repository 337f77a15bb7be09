package org.citykit.runtime.value;

import java.util.Locale;

/** Names as keys are written: lower-case words joined by hyphens. */
public final class KebabCase {
    private KebabCase() {}

    /** The key for a record component or type: {@code feedUrl} and {@code feedURL} give {@code feed-url}. */
    public static String ofName(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i > 0 && startsWord(name, i)) {
                out.append('-');
            }
            out.append(c);
        }
        return out.toString().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** The word for an enum constant: {@code ISLAMIC_UMALQURA} gives {@code islamic-umalqura}. */
    public static String ofConstant(String name) {
        return name.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static boolean startsWord(String name, int i) {
        char before = name.charAt(i - 1);
        if (!Character.isUpperCase(name.charAt(i)) || before == '_') {
            return false;
        }
        boolean endsAcronym = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return !Character.isUpperCase(before) || endsAcronym;
    }
}
