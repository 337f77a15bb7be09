package org.citykit.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a web address answers.
 *
 * @param status 100 to 599
 * @param type the media type, or empty for none
 * @param headers further headers, names in lower case
 * @param body the octets; copied neither in nor out, so leave them unchanged
 */
@SuppressWarnings("ArrayRecordComponent") // a body may be large; nobody changes it
public record RecordedAnswer(int status, String type, Map<String, String> headers, byte[] body) {
    public RecordedAnswer {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("A status is a number from 100 to 599, but is " + status + ".");
        }
        Objects.requireNonNull(type, "type");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }

    /** A good answer with text in UTF-8. */
    public static RecordedAnswer of(String type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A good answer. */
    public static RecordedAnswer of(String type, byte[] body) {
        return new RecordedAnswer(200, type, Map.of(), body);
    }

    /** An answer without a body. */
    public static RecordedAnswer status(int status) {
        return new RecordedAnswer(status, "", Map.of(), new byte[0]);
    }

    /** The media type that a file's name tells, or empty. */
    static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "json" -> "application/json; charset=utf-8";
            case "csv" -> "text/csv; charset=utf-8";
            case "tsv" -> "text/tab-separated-values; charset=utf-8";
            case "yaml", "yml" -> "application/yaml";
            case "ics" -> "text/calendar; charset=utf-8";
            case "xml" -> "application/xml";
            case "html" -> "text/html; charset=utf-8";
            case "txt" -> "text/plain; charset=utf-8";
            default -> "";
        };
    }
}
