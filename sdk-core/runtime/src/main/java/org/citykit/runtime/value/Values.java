package org.citykit.runtime.value;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.citykit.api.ErrorCode;
import org.citykit.api.InvalidValueException;
import org.citykit.runtime.Problem;

/**
 * Makes values from YAML, from JSON (which YAML contains) and from plain Java values.
 *
 * <p>Of YAML 1.1 everything is read but tags ({@code !!x}), merge keys ({@code <<}), keys that are not words, and more
 * than one document in a file, each of which is a problem, as are keys that stand twice. Aliases are allowed in the
 * bounds of the {@link ValueLimits}; what they repeat keeps the place where it was written. No scalar has a type: it is
 * the text that was written.
 */
public final class Values {
    private Values() {}

    /**
     * Reads a file's content.
     *
     * @param utf8 the content; a byte order mark is dropped
     * @param file the file as people know it, for the problems
     * @param malformed the code of every problem
     * @return the value, {@linkplain Value#isEmpty empty} for an empty file; or what is wrong
     */
    public static Parsed parse(byte[] utf8, String file, ErrorCode malformed, ValueLimits limits) {
        if (utf8.length > limits.bytes()) {
            return tooLarge(file, malformed, limits);
        }
        ByteBuffer in = ByteBuffer.wrap(utf8);
        CharBuffer out = CharBuffer.allocate(utf8.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.onMalformedInput(CodingErrorAction.REPORT).decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            Place place = YamlText.end(text);
            String message = "is not text in UTF-8 from here on. Save it in the encoding UTF-8.";
            return failed(new Problem(malformed, "", file, place.line(), place.column(), message));
        }
        return parse(text, file, malformed, limits);
    }

    /**
     * Reads a file of JSON (RFC 8259), whose indentation may be tabs. What YAML allows beyond JSON is read too.
     *
     * @param utf8 the content; a byte order mark is dropped
     * @param file the file as people know it, for the problems
     * @param malformed the code of every problem
     * @return the value, or what is wrong
     */
    public static Parsed parseJson(byte[] utf8, String file, ErrorCode malformed, ValueLimits limits) {
        return parse(asYaml(utf8), file, malformed, limits);
    }

    /** Like {@link #parse(byte[], String, ErrorCode, ValueLimits)}, for content that has been decoded. */
    public static Parsed parse(String text, String file, ErrorCode malformed, ValueLimits limits) {
        if (text.length() > limits.bytes()) {
            return tooLarge(file, malformed, limits);
        }
        return new YamlText(file, malformed, limits).parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /**
     * Turns plain Java values into values: maps with text keys, collections, text, numbers, booleans, enums (by their
     * names in kebab-case), {@code Text}, {@code Optional}, and what has one obvious text form: {@code Duration},
     * {@code LocalDate}, {@code ZoneId}, {@code Locale}, {@code URI}, {@code Path}. A null inside becomes an
     * {@linkplain Value#isEmpty empty} value; a {@link Value} stays as it is.
     *
     * @param path what all paths begin with, or empty
     * @throws InvalidValueException if there is anything else in it, or more than 50 maps and lists inside each other
     */
    public static Value of(String path, Object plain) {
        return PlainValues.convert(plain, Place.top(path, 0, 0), 0);
    }

    /** Tabs, which in JSON stand between the tokens alone, become spaces; {@code \/}, unknown to YAML 1.1, a slash. */
    private static byte[] asYaml(byte[] json) {
        ByteArrayOutputStream yaml = new ByteArrayOutputStream(json.length);
        for (int i = 0; i < json.length; i++) {
            boolean escape = json[i] == '\\' && i + 1 < json.length;
            if (escape && json[i + 1] != '/') {
                yaml.write(json[i]);
            }
            i += escape ? 1 : 0;
            yaml.write(json[i] == '\t' ? ' ' : json[i]);
        }
        return yaml.toByteArray();
    }

    private static Parsed tooLarge(String file, ErrorCode code, ValueLimits limits) {
        String message = "is larger than the " + limits.bytes() + " octets allowed. Make it smaller.";
        return failed(new Problem(code, "", file, 0, 0, message));
    }

    private static Parsed failed(Problem problem) {
        return new Parsed(Optional.empty(), List.of(problem));
    }
}
