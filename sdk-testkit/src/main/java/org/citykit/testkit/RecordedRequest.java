package org.citykit.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that reached a {@link RecordedWeb}.
 *
 * @param method {@code GET} or {@code POST}
 * @param uri the address
 * @param headers names in lower case, values joined by a comma
 * @param body the octets; copied neither in nor out, so leave them unchanged
 */
@SuppressWarnings("ArrayRecordComponent") // a body may be large; nobody changes it
public record RecordedRequest(String method, URI uri, Map<String, String> headers, byte[] body) {
    public RecordedRequest {
        headers = Map.copyOf(headers);
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
