package org.citykit.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.citykit.api.validation.Check;

/**
 * Names one stored state of an item or record; two states are the same if their revisions are equal.
 *
 * @param value opaque, 0 to 200 characters
 * @since 1.0
 */
public record Revision(String value) {
    /** No state yet: what an editor expects of an item that does not exist. */
    public static final Revision NONE = new Revision("");

    private static final int OCTETS = 16;

    public Revision {
        Check.between("revision.length", Check.present("revision", value).length(), 0, Check.ID_LENGTH);
    }

    /** A revision that is equal for equal parts in equal order, and practically never otherwise. */
    public static Revision of(List<String> parts) {
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
