package org.citykit.icalendar;

import java.util.Arrays;
import java.util.Set;

/** Decides what an unfolded line is and hands it to the assembler; mends encoding and folding. Confined to one thread. */
final class LineInterpreter {
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] ESCAPED_LINE_BREAK = {'\\', 'n'};
    /** A physical line of this length was most likely cut by folding that forgot the white space. */
    private static final int LIKELY_FOLDED = 70;

    private static final Set<String> PROSE =
            Set.of("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "RESOURCES", "CATEGORIES", "URL");

    private final Assembler assembler;
    private final Defects defects;
    private final Names names = new Names();
    private final LineStore store = new LineStore();
    private LineBuffer held;
    private int heldNameEnd;
    private boolean holding;

    LineInterpreter(Assembler assembler, Defects defects, int lineLimit) {
        this.assembler = assembler;
        this.defects = defects;
        this.held = new LineBuffer(lineLimit);
    }

    /** Takes a line and returns a buffer for the next one. */
    LineBuffer take(LineBuffer line) {
        if (line.isTooLong()) {
            flush();
            leaveOut(line);
            return line;
        }
        dropMark(line);
        repairEncoding(line);
        byte[] octets = line.octets();
        int nameEnd = ContentLine.nameEnd(octets, 0, line.length());
        if (nameEnd < 0 || ContentLine.anyColon(octets, nameEnd, line.length()) < 0) {
            broken(line);
            return line;
        }
        flush();
        LineBuffer free = held;
        held = line;
        heldNameEnd = nameEnd;
        holding = true;
        return free;
    }

    /** Hands over the line that was held back in case it should go on. */
    void flush() {
        if (holding) {
            holding = false;
            interpret(held, heldNameEnd);
        }
    }

    private void leaveOut(LineBuffer line) {
        assembler.limit(
                ReachedLimit.LINE_OCTETS,
                line.firstLine(),
                "shorter lines, see ReadLimits.lineOctets",
                "left the line out");
    }

    /** Drops a byte order mark at the start of a line, where files were put together. */
    private void dropMark(LineBuffer line) {
        byte[] octets = line.octets();
        boolean marked = line.length() >= MARK.length && Arrays.equals(octets, 0, MARK.length, MARK, 0, MARK.length);
        if (marked) {
            defects.report(
                    Defect.Kind.ENCODING, line.firstLine(), 1, "no byte order mark here", "passed over the mark");
            line.replace(Arrays.copyOfRange(octets, MARK.length, line.length()));
        }
    }

    private void repairEncoding(LineBuffer line) {
        int invalid = Utf8Repair.firstInvalid(line.octets(), line.length());
        if (invalid >= 0) {
            defects.report(
                    Defect.Kind.ENCODING, line.firstLine(), invalid + 1, "UTF-8", "read the octets as Windows-1252");
            line.replace(Utf8Repair.repaired(line.octets(), line.length()));
        }
    }

    /** Joins a line that is no content line to the one before where that is likely meant; else leaves it out. */
    private void broken(LineBuffer line) {
        if (isSpace(line)) {
            return;
        }
        boolean cut = holding && held.lastLineOctets() >= LIKELY_FOLDED;
        if (cut || (holding && isProse())) {
            defects.report(
                    Defect.Kind.FOLDING,
                    line.firstLine(),
                    1,
                    "white space before a continuation",
                    "joined it to the line before");
            if (!cut) {
                held.append(ESCAPED_LINE_BREAK, 0, ESCAPED_LINE_BREAK.length);
            }
            held.append(line);
        } else {
            defects.report(
                    Defect.Kind.CONTENT_LINE, line.firstLine(), 1, "a name, a colon and a value", "left the line out");
        }
    }

    private static boolean isSpace(LineBuffer line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.octets()[i] > ' ' || line.octets()[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isProse() {
        String name = names.shared(held.octets(), 0, heldNameEnd);
        return PROSE.contains(name) || name.startsWith("X-");
    }

    private void interpret(LineBuffer line, int nameEnd) {
        if (line.isTooLong()) {
            leaveOut(line);
            return;
        }
        byte[] octets = line.octets();
        checkCase(line, 0, nameEnd);
        boolean begin = Names.isWord(octets, nameEnd, "BEGIN");
        if (begin || Names.isWord(octets, nameEnd, "END")) {
            delimiter(begin, line, nameEnd);
            return;
        }
        if (octets[nameEnd] == ';' && ContentLine.valueColon(octets, nameEnd, line.length()) < 0) {
            defects.report(
                    Defect.Kind.PARAMETER, line.firstLine(), nameEnd + 1, "a closing quote", "took the first colon");
        }
        int start = store.store(octets, line.length(), nameEnd);
        assembler.property(store.block(), start, line.length(), line.firstLine());
    }

    private void delimiter(boolean begin, LineBuffer line, int nameEnd) {
        byte[] octets = line.octets();
        int from = ContentLine.anyColon(octets, nameEnd, line.length()) + 1;
        int to = line.length();
        while (from < to && octets[from] == ' ') {
            from++;
        }
        while (from < to && (octets[to - 1] == ' ' || octets[to - 1] == '\t')) {
            to--;
        }
        if (to - from > ContentLine.LONGEST_NAME || !Names.isToken(octets, from, to)) {
            defects.report(
                    Defect.Kind.CONTENT_LINE, line.firstLine(), from + 1, "a component name", "left the line out");
            return;
        }
        String component = names.shared(octets, from, to);
        checkCase(line, from, to);
        if (begin) {
            assembler.begin(component, line.firstLine());
        } else {
            assembler.end(component, line.firstLine());
        }
    }

    private void checkCase(LineBuffer line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.octets()[i] >= 'a' && line.octets()[i] <= 'z') {
                defects.once(
                        Defect.Kind.LETTER_CASE,
                        line.firstLine(),
                        i + 1,
                        "names in upper case",
                        "read them all the same");
                return;
            }
        }
    }
}
