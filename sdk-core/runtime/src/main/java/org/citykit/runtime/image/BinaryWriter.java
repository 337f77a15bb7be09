package org.citykit.runtime.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes plain values one after the other, in the form that {@link BinaryReader} reads. Confined. */
public final class BinaryWriter {
    private byte[] bytes = new byte[256];
    private int length;

    /** Writes a number in as few bytes as it takes, seven bits in each; small ones cost one byte. */
    public BinaryWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            octet((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    /** Writes eight bytes, the highest first. */
    public BinaryWriter fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
        return this;
    }

    /** Writes four bytes, the highest first. */
    public BinaryWriter fixedInt(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            octet(value >>> shift);
        }
        return this;
    }

    /** Writes the lower two bytes, the higher first. */
    public BinaryWriter fixedShort(int value) {
        return octet(value >>> 8).octet(value);
    }

    public BinaryWriter flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    /** Writes the number of bytes in UTF-8, and the bytes. */
    public BinaryWriter text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        return number(encoded.length).raw(encoded);
    }

    public BinaryWriter optionalText(Optional<String> value) {
        flag(value.isPresent());
        value.ifPresent(this::text);
        return this;
    }

    public BinaryWriter texts(Collection<String> values) {
        return list(values, BinaryWriter::text);
    }

    /** Writes how many there are, and each. */
    public <T> BinaryWriter list(Collection<T> values, BiConsumer<BinaryWriter, T> each) {
        number(values.size());
        values.forEach(it -> each.accept(this, it));
        return this;
    }

    /** Writes how many bytes there are, and the bytes. */
    public BinaryWriter block(byte[] value) {
        return number(value.length).raw(value);
    }

    public BinaryWriter raw(byte[] value) {
        grow(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    /** How many bytes were written. */
    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private BinaryWriter octet(int value) {
        grow(1);
        bytes[length++] = (byte) value;
        return this;
    }

    private void grow(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
