package org.citykit.runtime.image;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Two different sums of 32 bits, CRC-32 and CRC-32C (RFC 3720 §12.1), which the JVM computes without warming up. They
 * tell damage, not malice.
 */
public final class Sum {
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

    /** The same of what remains of a buffer, which stays where it is. */
    static long of(ByteBuffer bytes) {
        CRC32 high = new CRC32();
        high.update(bytes.duplicate());
        CRC32C low = new CRC32C();
        low.update(bytes.duplicate());
        return (high.getValue() << 32) | low.getValue();
    }
}
