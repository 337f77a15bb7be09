package org.citykit.icalendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The syntax of one unfolded content line in UTF-8 octets (RFC 5545 §3.1, RFC 6868). */
final class ContentLine {
    /** No name of the standards has 40; to look no further keeps a long line without name cheap. */
    static final int LONGEST_NAME = 255;

    private ContentLine() {}

    /** Returns the end of the name, or -1 where the octets do not begin with a name and a delimiter. */
    static int nameEnd(byte[] line, int start, int end) {
        int i = start;
        int stop = Math.min(end, start + LONGEST_NAME);
        while (i < stop && Names.isNameOctet(line[i])) {
            i++;
        }
        return i > start && i < end && (line[i] == ':' || line[i] == ';') ? i : -1;
    }

    /** Returns the index of the colon before the value; where a quote stays open, of the first colon. */
    static int colon(byte[] line, int nameEnd, int end) {
        if (line[nameEnd] == ':') {
            return nameEnd;
        }
        int colon = valueColon(line, nameEnd, end);
        return colon >= 0 ? colon : anyColon(line, nameEnd, end);
    }

    /** Returns the index of the colon before the value, quotes respected, or -1. */
    static int valueColon(byte[] line, int nameEnd, int end) {
        boolean quoted = false;
        for (int i = nameEnd; i < end; i++) {
            byte b = line[i];
            if (b == '"') {
                quoted = !quoted;
            } else if (b == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the first colon, quotes or not, or -1. */
    static int anyColon(byte[] line, int nameEnd, int end) {
        for (int i = nameEnd; i < end; i++) {
            if (line[i] == ':') {
                return i;
            }
        }
        return -1;
    }

    /** Reads the parameters between the end of the name and the colon; a piece without '=' gets an empty value. */
    static List<Parameter> parameters(byte[] line, int nameEnd, int colon) {
        List<Parameter> found = new ArrayList<>(2);
        int at = nameEnd;
        while (at < colon) {
            int next = pieceEnd(line, at + 1, colon, ';');
            parameter(line, at + 1, next, found);
            at = next;
        }
        return List.copyOf(found);
    }

    private static void parameter(byte[] line, int start, int end, List<Parameter> found) {
        int equals = start;
        while (equals < end && line[equals] != '=') {
            equals++;
        }
        String name = string(line, start, equals).strip();
        if (!Names.isToken(name)) {
            return;
        }
        List<String> values = new ArrayList<>(1);
        if (equals == end) {
            values.add("");
        }
        int at = equals;
        while (at < end) {
            int next = pieceEnd(line, at + 1, end, ',');
            values.add(decoded(line, at + 1, next));
            at = next;
        }
        found.add(new Parameter(name, values));
    }

    private static int pieceEnd(byte[] line, int start, int end, int delimiter) {
        boolean quoted = false;
        int i = start;
        while (i < end && (quoted || line[i] != delimiter)) {
            if (line[i] == '"') {
                quoted = !quoted;
            }
            i++;
        }
        return i;
    }

    private static String decoded(byte[] line, int start, int end) {
        String raw = string(line, start, end);
        String bare = raw.indexOf('"') < 0 ? raw : raw.replace("\"", "");
        if (bare.indexOf('^') < 0) {
            return bare;
        }
        StringBuilder text = new StringBuilder(bare.length());
        int i = 0;
        while (i < bare.length()) {
            char next = bare.charAt(i) == '^' && i + 1 < bare.length() ? bare.charAt(i + 1) : 0;
            int taken = 2;
            switch (next) {
                case 'n' -> text.append('\n');
                case '\'' -> text.append('"');
                case '^' -> text.append('^');
                default -> {
                    text.append(bare.charAt(i));
                    taken = 1;
                }
            }
            i += taken;
        }
        return text.toString();
    }

    /** Writes an unfolded content line; the value must hold no line break. */
    static byte[] encode(String name, List<Parameter> parameters, String value) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(name.length() + value.length() + 8);
        line.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        for (Parameter parameter : parameters) {
            line.write(';');
            line.writeBytes(parameter.name().getBytes(StandardCharsets.UTF_8));
            int delimiter = '=';
            for (String each : parameter.values()) {
                line.write(delimiter);
                line.writeBytes(encoded(each).getBytes(StandardCharsets.UTF_8));
                delimiter = ',';
            }
        }
        line.write(':');
        line.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        return line.toByteArray();
    }

    private static String encoded(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2);
        boolean quotes = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("^'");
                case '^' -> text.append("^^");
                case '\n' -> text.append("^n");
                default -> {
                    if ((c >= ' ' && c != 0x7f) || c == '\t') {
                        text.append(c);
                    }
                    quotes |= c == ':' || c == ';' || c == ',';
                }
            }
        }
        return quotes ? "\"" + text + '"' : text.toString();
    }

    static String string(byte[] line, int start, int end) {
        return new String(line, start, end - start, StandardCharsets.UTF_8);
    }
}
