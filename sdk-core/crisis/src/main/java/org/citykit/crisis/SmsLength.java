package org.citykit.crisis;

/**
 * How long a text is as a short message (3GPP TS 23.038 §6, TS 23.040 §9.2.3.24.1).
 *
 * @param encoding the narrowest that holds every character
 * @param units septets of GSM-7, in which characters of the extension table count two, or code units of UCS-2
 * @param segments how many messages carry it: one of up to 160 septets or 70 code units, or several of up to 153 or 67;
 *     neither an extension character nor a surrogate pair is split
 */
public record SmsLength(Encoding encoding, int units, int segments) {
    /** The alphabet of a short message. */
    public enum Encoding {
        /** The default alphabet with its extension table. */
        GSM_7,
        /** UTF-16 code units. */
        UCS_2
    }

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final int GSM_ALONE = 160;
    private static final int GSM_PART = 153;
    private static final int UCS_ALONE = 70;
    private static final int UCS_PART = 67;

    /** The length of a text; an empty one takes one segment. */
    public static SmsLength of(String text) {
        boolean gsm = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
        int alone = gsm ? GSM_ALONE : UCS_ALONE;
        int part = gsm ? GSM_PART : UCS_PART;
        int units = text.codePoints().map(c -> width(c, gsm)).sum();
        return new SmsLength(gsm ? Encoding.GSM_7 : Encoding.UCS_2, units, units <= alone ? 1 : parts(text, gsm, part));
    }

    private static int parts(String text, boolean gsm, int part) {
        int segments = 1;
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            int width = width(c, gsm);
            if (used + width > part) {
                segments++;
                used = 0;
            }
            used += width;
        }
        return segments;
    }

    private static int width(int c, boolean gsm) {
        if (gsm) {
            return EXTENSION.indexOf(c) >= 0 ? 2 : 1;
        }
        return Character.charCount(c);
    }
}
