package org.citykit.icalendar;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Writes components as iCalendar octets (RFC 5545 §3.1): UTF-8, CR LF, lines folded at 75 octets without splitting a
 * character. The same components give the same octets. Stateless, safe for any thread.
 */
public final class CalendarWriter {
    /** How much is gathered before a stream gets it. */
    private static final int BLOCK = 1 << 16;

    private CalendarWriter() {}

    /**
     * Writes components into memory.
     *
     * @param components usually one VCALENDAR
     * @return the octets
     */
    public static byte[] write(Collection<Component> components) {
        LineFolder lines = new LineFolder(1 << 12);
        try {
            write(components, lines, OutputStream.nullOutputStream(), Integer.MAX_VALUE);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed.", impossible);
        }
        return lines.toOctets();
    }

    /**
     * Writes components to a stream in blocks of about 64 KiB; it is neither flushed nor closed.
     *
     * @param components usually one VCALENDAR
     * @param out where the octets go
     * @throws IOException if the stream fails
     */
    public static void write(Collection<Component> components, OutputStream out) throws IOException {
        LineFolder lines = new LineFolder(BLOCK + (BLOCK >> 2));
        write(components, lines, out, BLOCK);
        lines.drainTo(out);
    }

    private static void write(Collection<Component> components, LineFolder lines, OutputStream out, int block)
            throws IOException {
        Deque<Component> open = new ArrayDeque<>();
        Deque<Iterator<Component>> rest = new ArrayDeque<>();
        rest.push(List.copyOf(components).iterator());
        while (!rest.isEmpty()) {
            if (rest.element().hasNext()) {
                Component next = rest.element().next();
                lines.line("BEGIN:", next.name());
                next.writeProperties(lines);
                open.push(next);
                rest.push(next.components().iterator());
            } else {
                rest.pop();
                if (!open.isEmpty()) {
                    lines.line("END:", open.pop().name());
                }
            }
            if (lines.length() >= block) {
                lines.drainTo(out);
            }
        }
    }
}
