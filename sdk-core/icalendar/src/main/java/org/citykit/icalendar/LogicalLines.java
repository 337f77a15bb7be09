package org.citykit.icalendar;

import java.io.IOException;
import java.io.InputStream;

/**
 * Unfolds a stream of octets into content lines (RFC 5545 §3.1). Line ends may be CR LF, LF or CR; empty lines are
 * passed over and do not end a folded line. Confined to one thread.
 */
final class LogicalLines {
    private static final int BLOCK = 1 << 16;
    private static final int END = -1;

    private final InputStream input;
    private final long maxBytes;
    private final Defects defects;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int filled;
    private long taken;
    private int line = 1;
    private boolean cutOff;

    LogicalLines(InputStream input, long maxBytes, Defects defects) {
        this.input = input;
        this.maxBytes = maxBytes;
        this.defects = defects;
    }

    /** Tells whether the input was longer than the limit. */
    boolean isCutOff() {
        return cutOff;
    }

    /** Reads the next line that is not empty into the buffer; false at the end. */
    boolean next(LineBuffer into) throws IOException {
        skipBlank();
        int first = peek();
        if (first < 0) {
            return false;
        }
        into.begin(line);
        if (first == ' ' || first == '\t') {
            defects.report(Defect.Kind.FOLDING, line, 1, "a line to continue", "read as a line of its own");
            skipSpaces();
        }
        physical(into);
        while (continues()) {
            at++;
            into.continued();
            physical(into);
        }
        return true;
    }

    private boolean continues() throws IOException {
        skipBlank();
        int first = peek();
        return first == ' ' || first == '\t';
    }

    private void skipSpaces() throws IOException {
        int b = peek();
        while (b == ' ' || b == '\t') {
            at++;
            b = peek();
        }
    }

    private void skipBlank() throws IOException {
        int b = peek();
        while (b == '\r' || b == '\n') {
            defects.once(Defect.Kind.BLANK_LINES, line, 1, "no empty lines", "passed over all of them");
            lineEnd();
            b = peek();
        }
    }

    private void physical(LineBuffer into) throws IOException {
        while (peek() >= 0) {
            int start = at;
            int i = at;
            while (i < filled && block[i] != '\n' && block[i] != '\r') {
                i++;
            }
            into.append(block, start, i);
            at = i;
            if (i < filled) {
                lineEnd();
                return;
            }
        }
    }

    /** Takes one line end, the position being on its first octet. */
    private void lineEnd() throws IOException {
        boolean carriage = block[at] == '\r';
        at++;
        if (carriage && peek() == '\n') {
            at++;
        } else {
            defects.once(Defect.Kind.LINE_ENDS, line, 1, "lines ended by CR LF", carriage ? "took CR" : "took LF");
        }
        line++;
    }

    private int peek() throws IOException {
        return at < filled || fill() ? block[at] & 0xff : END;
    }

    private boolean fill() throws IOException {
        if (taken >= maxBytes) {
            cutOff |= input.read() >= 0;
            return false;
        }
        int count = input.read(block, 0, (int) Math.min(BLOCK, maxBytes - taken));
        if (count <= 0) {
            return false;
        }
        taken += count;
        at = 0;
        filled = count;
        return true;
    }
}
