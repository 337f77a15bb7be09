package org.citykit.host.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes a text as one segment of a path (RFC 3986 §3.3). */
public final class PathSegment {
    private PathSegment() {}

    /** The text with everything escaped that could end the segment. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~")
                .replace("%3A", ":")
                .replace("%40", "@");
    }
}
