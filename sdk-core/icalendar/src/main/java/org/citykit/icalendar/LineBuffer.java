package org.citykit.icalendar;

import java.util.Arrays;

/** The octets of one unfolded line, up to a limit; what goes beyond is counted, not kept. */
final class LineBuffer {
    private final int limit;
    private byte[] octets = new byte[512];
    private int length;
    private boolean tooLong;
    private int firstLine;
    private int lastLineOctets;

    LineBuffer(int limit) {
        this.limit = limit;
    }

    void begin(int line) {
        length = 0;
        tooLong = false;
        firstLine = line;
        lastLineOctets = 0;
    }

    /** Notes that a continuation begins, so that the length of the last physical line is counted anew. */
    void continued() {
        lastLineOctets = 0;
    }

    void append(byte[] from, int start, int end) {
        int count = end - start;
        lastLineOctets += count;
        if (tooLong || count > limit - length) {
            tooLong = true;
            return;
        }
        if (length + count > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + count));
        }
        System.arraycopy(from, start, octets, length, count);
        length += count;
    }

    void append(LineBuffer other) {
        append(other.octets, 0, other.length);
        lastLineOctets = other.lastLineOctets;
        tooLong |= other.tooLong;
    }

    void replace(byte[] replacement) {
        octets = replacement;
        length = replacement.length;
    }

    byte[] octets() {
        return octets;
    }

    int length() {
        return length;
    }

    boolean isTooLong() {
        return tooLong;
    }

    int firstLine() {
        return firstLine;
    }

    /** Returns the octets of the last physical line that was appended. */
    int lastLineOctets() {
        return lastLineOctets;
    }
}
