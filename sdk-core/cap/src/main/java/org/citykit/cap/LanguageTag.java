package org.citykit.cap;

/** The shape of a language tag: letters and digits in parts of one to eight, the first of letters alone (xs:language). */
public final class LanguageTag {
    private static final int LONGEST_PART = 8;

    private LanguageTag() {}

    /**
     * Lets a language tag pass.
     *
     * @param text such as {@code fa} or {@code en-US}; that the language exists is not checked
     * @return the tag without surrounding white space
     * @throws CapValueException when the text is blank or has another shape
     */
    public static String require(String text) {
        String tag = Wording.required(text, "language");
        if (!hasShape(tag)) {
            throw new CapValueException(
                    FindingCode.LANGUAGE_MALFORMED, "'" + Wording.shorten(tag) + "' is no language tag.");
        }
        return tag;
    }

    private static boolean hasShape(String tag) {
        boolean first = true;
        int part = 0;
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            if (c == '-') {
                if (part == 0) {
                    return false;
                }
                first = false;
                part = 0;
            } else {
                boolean fits = isLetter(c) || (!first && c >= '0' && c <= '9');
                part++;
                if (!fits || part > LONGEST_PART) {
                    return false;
                }
            }
        }
        return part > 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
