package org.citykit.icalendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    private static final int LINE_OCTETS = 75;
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private CalendarWriter() {}

    /**
     * Writes components into memory.
     *
     * @param components usually one VCALENDAR
     * @return the octets
     */
    public static byte[] write(Collection<Component> components) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 12);
        try {
            write(components, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed.", impossible);
        }
        return out.toByteArray();
    }

    /**
     * Writes components to a stream, which is neither flushed nor closed.
     *
     * @param components usually one VCALENDAR
     * @param out where the octets go; give a buffered stream
     * @throws IOException if the stream fails
     */
    public static void write(Collection<Component> components, OutputStream out) throws IOException {
        Deque<Component> open = new ArrayDeque<>();
        Deque<Iterator<Component>> rest = new ArrayDeque<>();
        rest.push(List.copyOf(components).iterator());
        while (!rest.isEmpty()) {
            if (rest.element().hasNext()) {
                Component next = rest.element().next();
                delimiter("BEGIN:", next, out);
                for (Property property : next.properties()) {
                    fold(property.octets(), property.start(), property.end(), out);
                }
                open.push(next);
                rest.push(next.components().iterator());
            } else {
                rest.pop();
                if (!open.isEmpty()) {
                    delimiter("END:", open.pop(), out);
                }
            }
        }
    }

    private static void delimiter(String word, Component component, OutputStream out) throws IOException {
        byte[] line = (word + component.name()).getBytes(StandardCharsets.UTF_8);
        fold(line, 0, line.length, out);
    }

    private static void fold(byte[] octets, int start, int end, OutputStream out) throws IOException {
        int at = start;
        int room = LINE_OCTETS;
        while (end - at > room) {
            int cut = at + room;
            while ((octets[cut] & 0xc0) == 0x80 && cut > at + 1) {
                cut--;
            }
            out.write(octets, at, cut - at);
            out.write(FOLD);
            at = cut;
            room = LINE_OCTETS - 1;
        }
        out.write(octets, at, end - at);
        out.write(LINE_END);
    }
}
