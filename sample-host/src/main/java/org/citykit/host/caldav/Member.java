package org.citykit.host.caldav;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.citykit.host.publish.Publication;
import org.citykit.host.publish.PublishedEvent;
import org.citykit.icalendar.CalendarWriter;
import org.citykit.icalendar.Component;

/**
 * One event in a calendar, with an address of its own. Immutable.
 *
 * @param name the last segment of its address
 * @param event what it is made of
 * @param calendar it as a VCALENDAR
 * @param text the same as it goes over the wire
 * @param tag its entity tag with quotes, of these octets
 */
record Member(String name, PublishedEvent event, Component calendar, String text, String tag) {
    private static final int TAG_LENGTH = 22;

    static Member of(PublishedEvent event) {
        Component calendar = Publication.calendarOf(event);
        byte[] bytes = CalendarWriter.write(List.of(calendar));
        return new Member(
                event.id() + ".ics",
                event,
                calendar,
                new String(bytes, StandardCharsets.UTF_8),
                '"' + digest(bytes) + '"');
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Names some octets. */
    static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one lacks it.", missing);
        }
    }
}
