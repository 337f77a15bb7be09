package org.citykit.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.citykit.api.Revision;

/** Makes one revision of several. */
final class Revisions {
    private static final int OCTETS = 16;

    private Revisions() {}

    /** A revision that is equal for equal parts in equal order. */
    static Revision of(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] octets = part.getBytes(StandardCharsets.UTF_8);
                digest.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(octets);
            }
            return new Revision(HexFormat.of().formatHex(digest.digest(), 0, OCTETS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
