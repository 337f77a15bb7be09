package org.citykit.plugins.anniversaries;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes ids that fit into 200 characters. */
final class Ids {
    private static final int LONGEST = 200;
    private static final int KEPT = 150;
    private static final int DIGEST_OCTETS = 8;

    private Ids() {}

    /** An id with the name of a part behind it. */
    static String part(String id, String part) {
        String whole = id + "/" + part;
        return whole.length() <= LONGEST ? whole : id.substring(0, KEPT) + "~" + digest(id) + "/" + part;
    }

    /** An id that also depends on something longer. */
    static String with(String id, String key) {
        return id.substring(0, Math.min(KEPT, id.length())) + "~" + digest(key);
    }

    /** A name for something that has none. */
    static String named(String text) {
        return digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] octets = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(octets, 0, DIGEST_OCTETS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
