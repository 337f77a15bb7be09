package org.citykit.icalendar;

/** Packs unfolded lines into few blocks, small ones first, so that a property costs little more than its octets. */
final class LineStore {
    private static final int SMALLEST = 1 << 10;
    private static final int LARGEST = 1 << 16;

    private byte[] block = new byte[0];
    private int next = SMALLEST;
    private int used;

    /** Copies a line, its name put into upper case, and returns its start in {@link #block()}. */
    int store(byte[] octets, int length, int nameEnd) {
        if (length > block.length - used) {
            block = new byte[Math.max(next, length)];
            next = Math.min(next * 2, LARGEST);
            used = 0;
        }
        int start = used;
        System.arraycopy(octets, 0, block, start, length);
        for (int i = start; i < start + nameEnd; i++) {
            if (block[i] >= 'a' && block[i] <= 'z') {
                block[i] = (byte) (block[i] - 32);
            }
        }
        used += length;
        return start;
    }

    byte[] block() {
        return block;
    }
}
