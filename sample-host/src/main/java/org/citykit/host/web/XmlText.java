package org.citykit.host.web;

/** Texts as XML 1.0 may hold them. */
public final class XmlText {
    private XmlText() {}

    /** A text without what XML 1.0 §2.2 does not allow. */
    public static String of(String text) {
        boolean clean = text.codePoints().allMatch(XmlText::isAllowed);
        return clean
                ? text
                : text.codePoints()
                        .filter(XmlText::isAllowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20
                        && !Character.isISOControl(c)
                        && (c < 0xD800 || c > 0xDFFF)
                        && c != 0xFFFE
                        && c != 0xFFFF);
    }
}
