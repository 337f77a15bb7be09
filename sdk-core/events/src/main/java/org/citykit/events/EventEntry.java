package org.citykit.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.citykit.api.events.CalendarEvent;

/**
 * An event and the module it comes from.
 *
 * @param id identifies it in the portal: ASCII letters, digits, hyphens, dots and underscores, the same at every build
 * @param module the module's id
 * @param event what the calendar says
 */
public record EventEntry(String id, String module, CalendarEvent event) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,80}");
    private static final int OCTETS = 12;

    static EventEntry of(String module, CalendarEvent event) {
        String id = event.id();
        return new EventEntry(module + "." + (PLAIN.matcher(id).matches() ? id : digest(id)), module, event);
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
