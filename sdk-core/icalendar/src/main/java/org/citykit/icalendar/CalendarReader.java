package org.citykit.icalendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads iCalendar files, sound or not (RFC 5545). Nothing in the input makes it throw: faults become
 * {@link Defect defects}, excess becomes a {@link ReachedLimit reached limit}. Stateless, safe for any thread.
 */
public final class CalendarReader {
    private CalendarReader() {}

    /**
     * Reads a document from octets.
     *
     * @param octets the file
     * @param limits what may be taken
     * @return the document
     */
    public static CalendarDocument read(byte[] octets, ReadLimits limits) {
        try {
            return read(new ByteArrayInputStream(octets), limits);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed.", impossible);
        }
    }

    /**
     * Reads a document from a stream, which is not closed.
     *
     * @param input the file; read once, in blocks
     * @param limits what may be taken
     * @return the document
     * @throws IOException if the stream fails
     */
    public static CalendarDocument read(InputStream input, ReadLimits limits) throws IOException {
        Defects defects = new Defects(limits.defects());
        Assembler assembler = new Assembler(limits, defects);
        LogicalLines lines = new LogicalLines(utf8(input, limits, defects), limits.bytes(), defects);
        LineInterpreter interpreter = new LineInterpreter(assembler, defects, limits.lineOctets());
        LineBuffer buffer = new LineBuffer(limits.lineOctets());
        int lastLine = 0;
        while (!assembler.isFull() && lines.next(buffer)) {
            lastLine = buffer.firstLine();
            buffer = interpreter.take(buffer);
        }
        if (!assembler.isFull()) {
            interpreter.flush();
        }
        if (lines.isCutOff()) {
            assembler.limit(ReachedLimit.BYTES, lastLine, "at most " + limits.bytes() + " octets", "stopped reading");
        }
        List<Component> calendars = assembler.finish(lastLine);
        return new CalendarDocument(calendars, defects.kept(), defects.count(), assembler.reached());
    }

    /** Takes a byte order mark away; UTF-16, told by its mark or its zeros, becomes UTF-8 within the limit of octets. */
    private static InputStream utf8(InputStream input, ReadLimits limits, Defects defects) throws IOException {
        PushbackInputStream start = new PushbackInputStream(input, 3);
        byte[] mark = start.readNBytes(3);
        if (mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb && mark[2] == (byte) 0xbf) {
            defects.report(Defect.Kind.ENCODING, 1, 1, "UTF-8 without byte order mark", "passed over the mark");
            return start;
        }
        start.unread(mark);
        boolean bigMark = mark.length >= 2 && mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff;
        boolean littleMark = mark.length >= 2 && mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe;
        boolean bigEnd = bigMark || (mark.length == 3 && mark[0] == 0 && mark[1] != 0 && mark[2] == 0);
        boolean littleEnd = littleMark || (mark.length == 3 && mark[0] != 0 && mark[1] == 0 && mark[2] != 0);
        int from = bigMark || littleMark ? 2 : 0;
        if (!bigEnd && !littleEnd) {
            return start;
        }
        Charset utf16 = bigEnd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        defects.report(Defect.Kind.ENCODING, 1, 1, "UTF-8", "read the file as " + utf16.name());
        int most = (int) Math.min(limits.bytes(), Integer.MAX_VALUE - 16);
        byte[] wide = start.readNBytes(most);
        return new ByteArrayInputStream(
                new String(wide, from, wide.length - from, utf16).getBytes(StandardCharsets.UTF_8));
    }
}
