package org.citykit.icalendar.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** Reads JSON token by token, never recursively; refuses whatever RFC 8259 refuses. Confined to one thread. */
public final class JsonReader {
    private static final int LONGEST_NUMBER = 200;

    /** What may come next. */
    private enum Expect {
        VALUE,
        FIRST_VALUE,
        FIRST_NAME,
        COMMA,
        END
    }

    private final byte[] octets;
    private final int end;
    private final int maxDepth;
    private final int maxString;
    private final BitSet objects = new BitSet();
    private int depth;
    private int at;
    private int line = 1;
    private int lineStart;
    private Expect expect = Expect.VALUE;
    private String text = "";
    private boolean tooLong;
    private byte[] unescaped = new byte[64];

    /**
     * Begins to read.
     *
     * @param octets UTF-8; what is none is read as U+FFFD
     * @param end how many of them count
     * @param maxDepth arrays and objects inside each other
     * @param maxString octets of a string that is kept; of a longer one {@link #isTooLong()} tells
     */
    public JsonReader(byte[] octets, int end, int maxDepth, int maxString) {
        this.octets = octets;
        this.end = end;
        this.maxDepth = maxDepth;
        this.maxString = maxString;
    }

    /** The name, string or number that was read last. */
    public String text() {
        return text;
    }

    /** Whether the string that was read last was too long to be kept. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** The line of the token that was read last. */
    public int line() {
        return line;
    }

    /** The octet of the line behind the token that was read last, counted from 1. */
    public int column() {
        return at - lineStart + 1;
    }

    /** Reads one token; {@link JsonToken#END} for ever at the end. */
    public JsonToken next() {
        int c = skipSpace();
        if (expect == Expect.COMMA) {
            if (c == (objects.get(depth) ? '}' : ']')) {
                return close();
            }
            take(c, ',', "',' or the end of the array or object");
            c = skipSpace();
            if (objects.get(depth)) {
                return name(c);
            }
            return value(c);
        }
        return switch (expect) {
            case FIRST_NAME -> c == '}' ? close() : name(c);
            case FIRST_VALUE -> c == ']' ? close() : value(c);
            case END -> {
                if (c >= 0) {
                    throw error("nothing behind the value");
                }
                yield JsonToken.END;
            }
            default -> value(c);
        };
    }

    /** Passes over the rest of the array or object whose begin was read last. */
    public void skipRest() {
        int until = depth - 1;
        while (depth > until) {
            next();
        }
    }

    private JsonToken name(int c) {
        take(c, '"', "a name in quotes");
        string();
        take(skipSpace(), ':', "':'");
        expect = Expect.VALUE;
        return JsonToken.NAME;
    }

    private JsonToken value(int c) {
        switch (c) {
            case '[', '{' -> {
                if (depth == maxDepth) {
                    throw error("at most " + maxDepth + " arrays and objects inside each other");
                }
                at++;
                depth++;
                objects.set(depth, c == '{');
                expect = c == '{' ? Expect.FIRST_NAME : Expect.FIRST_VALUE;
                return c == '{' ? JsonToken.BEGIN_OBJECT : JsonToken.BEGIN_ARRAY;
            }
            case '"' -> {
                at++;
                string();
                return done(JsonToken.STRING);
            }
            case 't' -> {
                return word("true", JsonToken.TRUE);
            }
            case 'f' -> {
                return word("false", JsonToken.FALSE);
            }
            case 'n' -> {
                return word("null", JsonToken.NULL);
            }
            default -> {
                return number();
            }
        }
    }

    private JsonToken done(JsonToken token) {
        expect = depth == 0 ? Expect.END : Expect.COMMA;
        return token;
    }

    private JsonToken close() {
        at++;
        boolean object = objects.get(depth);
        depth--;
        return done(object ? JsonToken.END_OBJECT : JsonToken.END_ARRAY);
    }

    private JsonToken word(String word, JsonToken token) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || octets[at + i] != word.charAt(i)) {
                throw error("a value");
            }
        }
        at += word.length();
        text = word;
        return done(token);
    }

    private JsonToken number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits("a value");
        }
        if (peek() == '.') {
            at++;
            digits("a digit");
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits("a digit");
        }
        if (at - start > LONGEST_NUMBER) {
            throw error("a number of at most " + LONGEST_NUMBER + " octets");
        }
        text = new String(octets, start, at - start, StandardCharsets.US_ASCII);
        return done(JsonToken.NUMBER);
    }

    private void digits(String expected) {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw error(expected);
        }
    }

    /** Reads a string behind its first quote. */
    private void string() {
        int start = at;
        while (at < end && octets[at] != '"' && octets[at] != '\\' && (octets[at] < 0 || octets[at] >= ' ')) {
            at++;
        }
        if (peek() == '"') {
            keep(octets, start, at - start);
            at++;
            return;
        }
        int length = 0;
        int from = start;
        while (peek() != '"') {
            if (peek() != '\\') {
                throw error("a quote, and control characters as \\u0000");
            }
            length = append(from, at, length);
            at++;
            length = escape(length);
            from = at;
            while (at < end && octets[at] != '"' && octets[at] != '\\' && (octets[at] < 0 || octets[at] >= ' ')) {
                at++;
            }
        }
        length = append(from, at, length);
        at++;
        keep(unescaped, 0, length);
    }

    private void keep(byte[] from, int start, int length) {
        tooLong = length > maxString;
        text = tooLong ? "" : new String(from, start, length, StandardCharsets.UTF_8);
    }

    /** Appends until one octet beyond the limit is known to be there. */
    private int append(int from, int to, int length) {
        int count = (int) Math.min(to - from, maxString + 1L - length);
        if (count <= 0) {
            return length;
        }
        reserve(length + count);
        System.arraycopy(octets, from, unescaped, length, count);
        return length + count;
    }

    private void reserve(int size) {
        if (size > unescaped.length) {
            unescaped = Arrays.copyOf(unescaped, Math.max(size, unescaped.length * 2));
        }
    }

    private int escape(int length) {
        int c = peek();
        at++;
        int index = "\"\\/bfnrt".indexOf(c);
        if (index >= 0) {
            return put(length, "\"\\/\b\f\n\r\t".substring(index, index + 1));
        }
        if (c != 'u') {
            throw error("a known escape");
        }
        char unit = unit();
        if (!Character.isSurrogate(unit)) {
            return put(length, Character.toString(unit));
        }
        if (Character.isHighSurrogate(unit) && peek() == '\\' && at + 1 < end && octets[at + 1] == 'u') {
            int mark = at;
            at += 2;
            char low = unit();
            if (Character.isLowSurrogate(low)) {
                return put(length, Character.toString(Character.toCodePoint(unit, low)));
            }
            at = mark;
        }
        return put(length, "\ufffd");
    }

    private char unit() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit((char) peek(), 16);
            if (digit < 0) {
                throw error("four hexadecimal digits");
            }
            at++;
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private int put(int length, String character) {
        byte[] bytes = character.getBytes(StandardCharsets.UTF_8);
        if (length > maxString) {
            return length;
        }
        reserve(length + bytes.length);
        System.arraycopy(bytes, 0, unescaped, length, bytes.length);
        return length + bytes.length;
    }

    private int skipSpace() {
        while (at < end) {
            int c = octets[at];
            if (c == '\n') {
                line++;
                lineStart = at + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return c & 0xff;
            }
            at++;
        }
        return -1;
    }

    private int peek() {
        return at < end ? octets[at] & 0xff : -1;
    }

    private void take(int c, int wanted, String expected) {
        if (c != wanted) {
            throw error(expected);
        }
        at++;
    }

    private JsonException error(String expected) {
        return new JsonException(line, at - lineStart + 1, expected);
    }
}
