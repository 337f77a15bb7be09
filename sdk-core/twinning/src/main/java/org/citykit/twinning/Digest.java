package org.citykit.twinning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names content by what it is: the same on every machine, in every run. */
final class Digest {
    private static final int OCTETS = 16;

    private Digest() {}

    /** 32 hex digits for a list of texts. */
    static String of(List<String> parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] octets = part.getBytes(StandardCharsets.UTF_8);
            digest.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(octets);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, OCTETS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException("This JDK lacks SHA-256, which every JDK must have.", everyJdkHasIt);
        }
    }
}
