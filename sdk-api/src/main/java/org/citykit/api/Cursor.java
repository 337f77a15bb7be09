package org.citykit.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.citykit.api.validation.Check;

/**
 * Where a fetch ended: an opaque note that a source writes to itself, for example an ETag. Stored by the runtime beside
 * the data it belongs to.
 *
 * @param value 0 to 65,536 characters; empty means the start
 * @since 1.0
 */
public record Cursor(String value) {
    /** The longest cursor, in characters. */
    public static final int LENGTH = 65_536;

    private static final Cursor START = new Cursor("");

    public Cursor {
        Check.between("cursor.length", Check.present("cursor", value).length(), 0, LENGTH);
    }

    /** Nothing has been fetched yet. */
    public static Cursor start() {
        return START;
    }

    /** A cursor of the source's own making. */
    public static Cursor of(String value) {
        return new Cursor(value);
    }

    /** One cursor for a source that reads several files or addresses; the order of the entries does not matter. */
    public static Cursor ofParts(Map<String, Cursor> parts) {
        return new Cursor(parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue().value()))
                .collect(Collectors.joining("&")));
    }

    /** The part that {@link #ofParts} put under a name, or the start if there is none. */
    public Cursor part(String name) {
        return parts().getOrDefault(name, START);
    }

    /** What {@link #ofParts} was made from; empty if this cursor was not made so. */
    public Map<String, Cursor> parts() {
        Map<String, Cursor> parts = new LinkedHashMap<>();
        try {
            for (String pair : value.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    return Map.of();
                }
                parts.put(decode(pair.substring(0, equals)), new Cursor(decode(pair.substring(equals + 1))));
            }
        } catch (IllegalArgumentException notEncoded) {
            return Map.of(); // a percent sign that begins no octet: somebody else's cursor
        }
        return Map.copyOf(parts);
    }

    /** True before the first good fetch. */
    public boolean isStart() {
        return value.isEmpty();
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
