package org.citykit.api;

import java.util.Map;
import org.citykit.api.validation.Check;

/**
 * The answer to a {@link HttpPost}.
 *
 * @param status 100 to 599
 * @param headers names in lower case, values joined by a comma
 * @param body the octets received, cut at {@link Limits#bytes}
 * @since 1.0
 */
@SuppressWarnings("ArrayRecordComponent") // a body may be large; the contract forbids changing it
public record HttpReply(int status, Map<String, String> headers, byte[] body) {
    public HttpReply {
        Check.between("status", status, 100, 599);
        headers = Map.copyOf(Check.present("headers", headers));
        Check.present("body", body);
    }
}
