package org.citykit.runtime.image;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Two different sums of 32 bits, CRC-32 and CRC-32C (RFC 3720 §12.1), which the JVM computes without warming up. They
 * tell damage, not malice.
 */
public final class Sum {
    private static final int COPIED = 1 << 16;

    private Sum() {}

    /** The sums of a part of an array, CRC-32 in the higher half. */
    public static long of(byte[] bytes, int from, int length) {
        CRC32 high = new CRC32();
        high.update(bytes, from, length);
        CRC32C low = new CRC32C();
        low.update(bytes, from, length);
        return (high.getValue() << 32) | low.getValue();
    }

    /** The same of the beginning of an array and of its end. */
    static long of(byte[] bytes, int beginning, int from, int to) {
        CRC32 high = new CRC32();
        high.update(bytes, 0, beginning);
        high.update(bytes, from, to - from);
        CRC32C low = new CRC32C();
        low.update(bytes, 0, beginning);
        low.update(bytes, from, to - from);
        return (high.getValue() << 32) | low.getValue();
    }

    /**
     * The same of what remains of a buffer, which stays where it is. It is copied bit by bit, for native code that meets
     * a page whose file became shorter, or whose disk fails, ends the JVM; a copy throws.
     */
    static long of(ByteBuffer bytes) {
        CRC32 high = new CRC32();
        CRC32C low = new CRC32C();
        ByteBuffer rest = bytes.duplicate();
        byte[] part = new byte[Math.min(COPIED, rest.remaining())];
        while (rest.hasRemaining()) {
            int length = Math.min(part.length, rest.remaining());
            rest.get(part, 0, length);
            high.update(part, 0, length);
            low.update(part, 0, length);
        }
        return (high.getValue() << 32) | low.getValue();
    }
}
