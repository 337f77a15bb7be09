package org.citykit.icalendar.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes JSON without white space into a growing array; the caller keeps the order. Confined to one thread. */
public final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final boolean forScripts;
    private byte[] octets = new byte[512];
    private int length;
    private boolean comma;

    /**
     * Begins to write.
     *
     * @param forScripts whether the result may stand in a script element of HTML: {@code <}, {@code >} and {@code &} are
     *     escaped
     */
    public JsonWriter(boolean forScripts) {
        this.forScripts = forScripts;
    }

    public JsonWriter beginArray() {
        return open('[');
    }

    public JsonWriter endArray() {
        return close(']');
    }

    public JsonWriter beginObject() {
        return open('{');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    /** Writes the name of the value that follows. */
    public JsonWriter name(String name) {
        string(name);
        put(':');
        comma = false;
        return this;
    }

    /** Writes what is a number or a word of JSON already. */
    public JsonWriter raw(String token) {
        separate();
        for (int i = 0; i < token.length(); i++) {
            put(token.charAt(i));
        }
        return this;
    }

    public JsonWriter string(String text) {
        separate();
        put('"');
        reserve(text.length() * 3L);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\' && !(forScripts && (c == '<' || c == '>' || c == '&'))) {
                put(c);
            } else if (c >= 0x80 && c != '\u2028' && c != '\u2029') {
                i = character(text, i);
            } else {
                escape(c);
            }
        }
        put('"');
        return this;
    }

    private int character(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x800) {
            put(0xc0 | c >> 6);
        } else if (Character.isHighSurrogate(c)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))) {
            int point = Character.toCodePoint(c, text.charAt(at + 1));
            put(0xf0 | point >> 18);
            put(0x80 | ((point >> 12) & 0x3f));
            put(0x80 | ((point >> 6) & 0x3f));
            put(0x80 | (point & 0x3f));
            return at + 1;
        } else {
            char sound = Character.isSurrogate(c) ? '\ufffd' : c;
            put(0xe0 | sound >> 12);
            put(0x80 | ((sound >> 6) & 0x3f));
            put(0x80 | (sound & 0x3f));
            return at;
        }
        put(0x80 | (c & 0x3f));
        return at;
    }

    private void escape(char c) {
        put('\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\n' -> put('n');
            case '\r' -> put('r');
            case '\t' -> put('t');
            default -> {
                put('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    put(HEX[c >> shift & 0xf]);
                }
            }
        }
    }

    private JsonWriter open(char bracket) {
        separate();
        put(bracket);
        comma = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        put(bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            put(',');
        }
        comma = true;
    }

    private void reserve(long more) {
        if (more > octets.length - length) {
            octets = Arrays.copyOf(octets, Math.toIntExact(Math.max(octets.length * 2L, length + more)));
        }
    }

    private void put(int octet) {
        if (length == octets.length) {
            reserve(1);
        }
        octets[length++] = (byte) octet;
    }

    /** What was written. */
    public byte[] toOctets() {
        return Arrays.copyOf(octets, length);
    }
}
