package org.citykit.api;

import java.net.URI;
import java.util.Map;
import org.citykit.api.validation.Check;

/**
 * A POST request (RFC 9110 §9.3.3).
 *
 * @param uri {@code http} or {@code https}
 * @param headers names and values; at most 100
 * @param body the octets to send; copied neither in nor out, so leave it unchanged
 * @since 1.0
 */
@SuppressWarnings("ArrayRecordComponent") // a body may be large; the contract forbids changing it
public record HttpPost(URI uri, Map<String, String> headers, byte[] body) {
    public HttpPost {
        Check.present("uri", uri);
        headers = Map.copyOf(Check.present("headers", headers));
        Check.between("headers.size", headers.size(), 0, 100);
        Check.present("body", body);
    }
}
