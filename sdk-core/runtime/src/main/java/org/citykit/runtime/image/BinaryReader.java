package org.citykit.runtime.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a {@link BinaryWriter} wrote. Bytes that nobody wrote so are told with a {@link MalformedBytesException},
 * never with another exception, and never make it take more memory than they are long. Confined.
 */
public final class BinaryReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    public BinaryReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Reads a part of an array. */
    public BinaryReader(byte[] bytes, int from, int to) {
        if (from < 0 || to > bytes.length || from > to) {
            throw new MalformedBytesException("a part leads out of the whole");
        }
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = octet();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedBytesException("a number is too long");
    }

    public int smallNumber() {
        long value = number();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new MalformedBytesException("a number is too large");
        }
        return (int) value;
    }

    public long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (octet() & 0xff);
        }
        return value;
    }

    public int fixedInt() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 8) | (octet() & 0xff);
        }
        return value;
    }

    public boolean flag() {
        return octet() != 0;
    }

    public String text() {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    public Optional<String> optionalText() {
        return flag() ? Optional.of(text()) : Optional.empty();
    }

    public List<String> texts() {
        return list(BinaryReader::text);
    }

    public <T> List<T> list(Function<BinaryReader, T> each) {
        int count = length();
        if (count == 0) {
            return List.of();
        }
        // A count may lie: nothing is set aside for more than can be there.
        List<T> values = new ArrayList<>(Math.min(count, end - at));
        for (int i = 0; i < count; i++) {
            values.add(each.apply(this));
        }
        return List.copyOf(values);
    }

    public byte[] block() {
        return raw(length());
    }

    public byte[] raw(int length) {
        if (length > end - at) {
            throw new MalformedBytesException("it is cut off");
        }
        byte[] block = new byte[length];
        System.arraycopy(bytes, at, block, 0, length);
        at += length;
        return block;
    }

    /** A reader of the next block, which this one passes over. */
    public BinaryReader blockReader() {
        int length = length();
        at += length;
        return new BinaryReader(bytes, at - length, at);
    }

    public boolean isAtEnd() {
        return at == end;
    }

    /** A count of things each of which takes a byte at least. */
    private int length() {
        int length = smallNumber();
        if (length > end - at) {
            throw new MalformedBytesException("it is cut off");
        }
        return length;
    }

    private byte octet() {
        if (at >= end) {
            throw new MalformedBytesException("it is cut off");
        }
        return bytes[at++];
    }
}
