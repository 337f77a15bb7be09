package org.citykit.store.json;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;

/**
 * Reads values, one a line. Not thread-safe.
 *
 * @param <T> what it reads
 */
public final class LineReader<T> implements AutoCloseable {
    private final MappingIterator<T> values;

    LineReader(MappingIterator<T> values) {
        this.values = values;
    }

    /** True if there is another value. */
    public boolean hasNext() throws IOException {
        return values.hasNextValue();
    }

    /** The next value. */
    public T next() throws IOException {
        T value = values.nextValue();
        if (value == null) {
            throw new IOException("there is nothing where a value must be");
        }
        return value;
    }

    /** Closes the stream below. */
    @Override
    public void close() throws IOException {
        values.close();
    }
}
