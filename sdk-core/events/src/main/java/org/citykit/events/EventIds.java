package org.citykit.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes ids that are fit for addresses. */
final class EventIds {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,80}");
    private static final int OCTETS = 12;

    private EventIds() {}

    static String of(String module, String id) {
        return module + "." + (PLAIN.matcher(id).matches() ? id : digest(id));
    }

    private static String digest(String id) {
        try {
            byte[] octets = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(octets, 0, OCTETS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
