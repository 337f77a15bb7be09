package org.citykit.host.view;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.citykit.host.language.Language;

/** The address of a page of this host. Immutable. */
public final class Address {
    private final String path;
    private final Map<String, String> parameters;

    private Address(String path, Map<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /** A page of a language, for example {@code twinning}. */
    public static Address of(Language language, String room) {
        return new Address("/" + language.tag() + "/" + room, Map.of());
    }

    /** One thing in a room of a language. */
    public static Address of(Language language, String room, String id) {
        return of(language, room + "/" + segment(id));
    }

    /** This address with a parameter; without it if the value is empty. */
    public Address with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        if (!value.isEmpty()) {
            more.put(name, value);
        }
        return new Address(path, more);
    }

    /** The address as it stands in a link. */
    @Override
    public String toString() {
        return path + query(parameters);
    }

    /** A query with its question mark, or empty without parameters. */
    public static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** A query as people read it: decoded, without its question mark. */
    public static String plain(String query) {
        return URLDecoder.decode(query.replaceFirst("^\\?", "").replace("&", ", "), StandardCharsets.UTF_8);
    }

    /** A text as one segment of a path (RFC 3986 §3.3). */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~")
                .replace("%3A", ":")
                .replace("%40", "@");
    }

    /** A constant as parameters write it. */
    public static String value(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
