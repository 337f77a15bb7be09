package org.citykit.icalendar;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Folds content lines into a growing array of octets (RFC 5545 §3.1). Confined to one thread. */
final class LineFolder {
    private static final int LINE_OCTETS = 75;

    private byte[] octets;
    private int length;

    LineFolder(int capacity) {
        octets = new byte[capacity];
    }

    int length() {
        return length;
    }

    /** Writes a line of ASCII made of two words. */
    void line(String word, String name) {
        byte[] line = new byte[word.length() + name.length()];
        for (int i = 0; i < line.length; i++) {
            line[i] = (byte) (i < word.length() ? word.charAt(i) : name.charAt(i - word.length()));
        }
        line(line, 0, line.length);
    }

    /** Writes a line of UTF-8; a fold never splits a character. */
    void line(byte[] from, int start, int end) {
        int size = end - start;
        reserve(size + size / (LINE_OCTETS - 4) * 3 + 8);
        int at = start;
        int room = LINE_OCTETS;
        while (end - at > room) {
            int cut = at + room;
            while ((from[cut] & 0xc0) == 0x80 && cut > at + LINE_OCTETS - 5) {
                cut--;
            }
            copy(from, at, cut);
            octets[length++] = '\r';
            octets[length++] = '\n';
            octets[length++] = ' ';
            at = cut;
            room = LINE_OCTETS - 1;
        }
        copy(from, at, end);
        octets[length++] = '\r';
        octets[length++] = '\n';
    }

    private void copy(byte[] from, int start, int end) {
        System.arraycopy(from, start, octets, length, end - start);
        length += end - start;
    }

    private void reserve(int more) {
        if (more > octets.length - length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, Math.addExact(length, more)));
        }
    }

    /** Hands over what was written and begins anew. */
    void drainTo(OutputStream out) throws IOException {
        out.write(octets, 0, length);
        length = 0;
    }

    byte[] toOctets() {
        return length == octets.length ? octets : Arrays.copyOf(octets, length);
    }
}
