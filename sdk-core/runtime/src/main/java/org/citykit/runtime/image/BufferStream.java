package org.citykit.runtime.image;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads a part of the memory that an image is mapped to. Confined. */
final class BufferStream extends InputStream {
    private final ByteBuffer rest;

    BufferStream(ByteBuffer rest) {
        this.rest = rest;
    }

    @Override
    public int read() {
        return rest.hasRemaining() ? rest.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (!rest.hasRemaining()) {
            return -1;
        }
        int n = Math.min(length, rest.remaining());
        rest.get(target, from, n);
        return n;
    }

    @Override
    public long skip(long n) {
        int skipped = (int) Math.max(0, Math.min(n, rest.remaining()));
        rest.position(rest.position() + skipped);
        return skipped;
    }

    @Override
    public int available() {
        return rest.remaining();
    }
}
