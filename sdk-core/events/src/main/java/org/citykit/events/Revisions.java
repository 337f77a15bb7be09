package org.citykit.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.citykit.api.Revision;

/** Names the state of an index by the states of its snapshots. */
final class Revisions {
    private static final int OCTETS = 16;

    private Revisions() {}

    static Revision of(List<CalendarSnapshot> snapshots) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (CalendarSnapshot snapshot : snapshots) {
                digest.update((snapshot.module() + "\n" + snapshot.revision().value() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return new Revision(HexFormat.of().formatHex(digest.digest(), 0, OCTETS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
