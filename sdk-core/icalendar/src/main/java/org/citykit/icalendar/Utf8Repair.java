package org.citykit.icalendar;

import java.nio.charset.StandardCharsets;

/** Turns octets that are no UTF-8 into UTF-8: valid sequences stay, every other octet is read as Windows-1252. */
final class Utf8Repair {
    /** What Windows-1252 has at 0x80 to 0x9F; the holes keep their C1 code. */
    private static final String HIGH_CONTROLS =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
                    + "\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
                    + "\u009d\u017e\u0178";

    private Utf8Repair() {}

    /** Returns the index of the first octet that is part of no valid sequence, or -1. */
    static int firstInvalid(byte[] octets, int length) {
        int i = 0;
        while (i < length) {
            if (octets[i] >= 0) {
                i++;
                continue;
            }
            int size = sequence(octets, i, length);
            if (size == 0) {
                return i;
            }
            i += size;
        }
        return -1;
    }

    static byte[] repaired(byte[] octets, int length) {
        StringBuilder text = new StringBuilder(length);
        int i = 0;
        while (i < length) {
            int size = sequence(octets, i, length);
            if (size > 0) {
                text.append(new String(octets, i, size, StandardCharsets.UTF_8));
                i += size;
            } else {
                int octet = octets[i] & 0xff;
                text.append(octet < 0xa0 ? HIGH_CONTROLS.charAt(octet - 0x80) : (char) octet);
                i++;
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the length of the valid sequence at an index, or 0 (RFC 3629 §4). */
    private static int sequence(byte[] octets, int at, int length) {
        int lead = octets[at] & 0xff;
        if (lead < 0x80) {
            return 1;
        }
        int size = lead >= 0xc2 && lead <= 0xdf
                ? 2
                : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
        if (size == 0 || at + size > length) {
            return 0;
        }
        int second = octets[at + 1] & 0xff;
        int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < size; i++) {
            if ((octets[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return size;
    }
}
