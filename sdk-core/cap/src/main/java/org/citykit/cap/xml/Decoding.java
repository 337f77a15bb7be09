package org.citykit.cap.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.citykit.cap.Finding;
import org.citykit.cap.Finding.Position;
import org.citykit.cap.FindingCode;

/**
 * Turns the bytes of a document into text as XML 1.0 appendix F has it, strictly.
 *
 * <p>The JDK's parser could do this too, but it prints broken bytes to the console of the process.
 */
final class Decoding {
    private static final int LONGEST_DECLARATION = 256;

    private Decoding() {}

    static CharBuffer decode(byte[] document) throws Refusal {
        int first = unit(document, 0);
        int second = unit(document, 1);
        if (first == 0xEF && second == 0xBB && unit(document, 2) == 0xBF) {
            return strict(document, 3, StandardCharsets.UTF_8);
        }
        if (first == 0xFE && second == 0xFF) {
            return strict(document, 2, StandardCharsets.UTF_16BE);
        }
        if (first == 0xFF && second == 0xFE) {
            return strict(document, 2, StandardCharsets.UTF_16LE);
        }
        if (first == 0 && second == '<') {
            return strict(document, 0, StandardCharsets.UTF_16BE);
        }
        if (first == '<' && second == 0) {
            return strict(document, 0, StandardCharsets.UTF_16LE);
        }
        return strict(document, 0, declared(document));
    }

    private static int unit(byte[] document, int index) {
        return index < document.length ? document[index] & 0xFF : -1;
    }

    /** The encoding the XML declaration names, UTF-8 where it names none; it must agree with the bytes that name it. */
    private static Charset declared(byte[] document) throws Refusal {
        int length = Math.min(document.length, LONGEST_DECLARATION);
        String start = new String(document, 0, length, StandardCharsets.ISO_8859_1);
        int end = start.startsWith("<?xml") ? start.indexOf("?>") : -1;
        String name = end < 0 ? "" : encoding(start.substring(0, end));
        if (name.isEmpty()) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset charset = Charset.forName(name);
            if (new String(document, 0, end, charset).equals(start.substring(0, end))) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw refuse("The encoding '" + name + "' is not known.", new Position(1, 1));
        }
        throw refuse("The bytes are not in the encoding '" + name + "' they declare.", new Position(1, 1));
    }

    private static String encoding(String declaration) {
        int at = declaration.indexOf("encoding");
        int open = at < 0 ? -1 : firstQuote(declaration, at);
        int close = open < 0 ? -1 : declaration.indexOf(declaration.charAt(open), open + 1);
        return close < 0 ? "" : declaration.substring(open + 1, close);
    }

    private static int firstQuote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '"' || text.charAt(i) == '\'') {
                return i;
            }
        }
        return -1;
    }

    private static CharBuffer strict(byte[] document, int offset, Charset charset) throws Refusal {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(document, offset, document.length - offset);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        out.flip();
        if (result.isError()) {
            throw refuse("Byte " + (in.position() + 1) + " is no " + charset.name() + ".", endOf(out));
        }
        return out;
    }

    private static Position endOf(CharBuffer text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new Position(line, column);
    }

    private static Refusal refuse(String problem, Position position) {
        return new Refusal(Finding.of(FindingCode.NOT_WELL_FORMED, "/", problem).at(position));
    }
}
