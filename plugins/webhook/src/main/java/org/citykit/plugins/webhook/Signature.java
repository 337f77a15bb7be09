package org.citykit.plugins.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.citykit.api.Secret;

/** Signs bodies with HMAC-SHA256 (RFC 2104). Thread-safe. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private final Secret secret;

    Signature(Secret secret) {
        this.secret = secret;
    }

    /** The value of {@code CityKit-Signature} for a body sent at a moment. */
    String of(byte[] body, Instant at) {
        String seconds = Long.toString(at.getEpochSecond());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", impossible);
        }
    }
}
