package org.citykit.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.citykit.store.json.JsonFormat;
import org.citykit.store.json.LineReader;
import org.citykit.store.json.LineWriter;

/**
 * Cuts a list into chunks of packed JSON lines, so that neither writing nor reading holds all of it as text. Thread-safe.
 */
final class Chunks {
    private static final int LINES = 1_000;
    private static final long OCTETS = 4 << 20;

    private final JsonFormat format;

    Chunks(JsonFormat format) {
        this.format = format;
    }

    /** Names a list by its content: equal lists have equal names in every JVM. */
    <T> String name(Class<T> type, List<? extends T> values) throws IOException {
        Fingerprint print = new Fingerprint();
        Iterator<? extends T> rest = values.iterator();
        while (rest.hasNext()) {
            lines(type, rest, print);
        }
        return print.brief();
    }

    /** The next chunk of a list, packed with gzip (RFC 1952). */
    <T> byte[] pack(Class<T> type, Iterator<? extends T> rest) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        lines(type, rest, new QuickGzip(octets));
        return octets.toByteArray();
    }

    /**
     * Reads a chunk back.
     *
     * @param print takes its lines in, to be compared with the {@link #name}
     * @param into takes the values
     */
    <T> void unpack(Class<T> type, int version, byte[] chunk, Fingerprint print, Consumer<? super T> into)
            throws IOException {
        InputStream lines = new GZIPInputStream(new ByteArrayInputStream(chunk));
        try (LineReader<T> values = format.reader(type, version, new DigestInputStream(lines, print.digest()))) {
            while (values.hasNext()) {
                into.accept(values.next());
            }
        }
    }

    private <T> void lines(Class<T> type, Iterator<? extends T> rest, OutputStream out) throws IOException {
        Counted counted = new Counted(out);
        try (LineWriter<T> lines = format.writer(type, counted)) {
            for (int line = 0; line < LINES && counted.octets < OCTETS && rest.hasNext(); line++) {
                lines.write(rest.next());
            }
        }
    }

    /** Knows how much has passed through. */
    private static final class Counted extends FilterOutputStream {
        private long octets;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            octets++;
        }

        @Override
        public void write(byte[] from, int first, int length) throws IOException {
            out.write(from, first, length);
            octets += length;
        }
    }

    /** Gzip at its quickest level: saving must not take longer than fetching. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 1 << 13);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
