package org.citykit.runtime.plugin.pack;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes the few forms of DER (X.690 §8, §10) that a signature block needs. */
final class Der {
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int OCTETS = 0x04;

    /** The tag {@code [0]} of a constructed value. */
    static final int FIRST = 0xa0;

    static final byte[] NULL = {0x05, 0x00};

    private static final int INTEGER = 0x02;
    private static final int IDENTIFIER = 0x06;

    private Der() {}

    /** A value of a tag, made of the values inside it. */
    static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        writeLength(out, content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    static byte[] integer(BigInteger value) {
        return of(INTEGER, value.toByteArray());
    }

    /** An object identifier in dotted form, whose first two numbers take one octet. */
    static byte[] identifier(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            writeArc(content, Integer.parseInt(arcs[i]));
        }
        return of(IDENTIFIER, content.toByteArray());
    }

    private static void writeArc(ByteArrayOutputStream out, int arc) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (arc >>> shift != 0) {
                out.write((arc >>> shift & 0x7f) | 0x80);
            }
        }
        out.write(arc & 0x7f);
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        byte[] octets = BigInteger.valueOf(length).toByteArray();
        int from = octets[0] == 0 ? 1 : 0;
        out.write(0x80 | (octets.length - from));
        out.write(octets, from, octets.length - from);
    }
}
