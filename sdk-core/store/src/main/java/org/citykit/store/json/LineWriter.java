package org.citykit.store.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.util.Set;

/**
 * Writes values, one a line. Not thread-safe.
 *
 * @param <T> what it writes
 */
public final class LineWriter<T> implements AutoCloseable {
    private final JsonGenerator lines;
    private final SequenceWriter values;
    private final Set<? extends Class<?>> allowed;
    private boolean empty = true;

    LineWriter(JsonGenerator lines, SequenceWriter values, Set<? extends Class<?>> allowed) {
        this.lines = lines;
        this.values = values;
        this.allowed = allowed;
    }

    /**
     * Writes one value.
     *
     * @throws IOException if there is no format for it, or the stream below fails
     */
    public void write(T value) throws IOException {
        if (!allowed.isEmpty() && !allowed.contains(value.getClass())) {
            throw new IOException("there is no format for " + value.getClass().getName());
        }
        values.write(value);
        empty = false;
    }

    /** Ends the last line, hands everything over and closes the stream below. */
    @Override
    public void close() throws IOException {
        try (lines) {
            if (!empty) {
                lines.writeRaw('\n');
            }
            values.close();
        }
    }
}
