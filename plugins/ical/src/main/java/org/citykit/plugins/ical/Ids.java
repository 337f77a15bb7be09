package org.citykit.plugins.ical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Locale;
import org.citykit.icalendar.event.VEvent;

/** Makes ids of UIDs, which may be of any length and hold any character. */
final class Ids {
    /** Leaves room for a slash and a time within the 200 characters of an id. */
    private static final int LONGEST = 170;

    private static final int DIGEST_OCTETS = 12;

    private static final String NO_UID = "no-uid-";

    private Ids() {}

    /** True for what {@link #withoutUid} has made. */
    static boolean isMade(String uid) {
        return uid.startsWith(NO_UID);
    }

    /** An id that is the UID itself wherever it can be. */
    static String ofUid(String uid) {
        StringBuilder id = new StringBuilder();
        uid.codePoints().forEach(c -> {
            boolean unfit = Character.isISOControl(c)
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
            if (unfit) {
                id.append(String.format(Locale.ROOT, "%%%02X", c));
            } else {
                id.appendCodePoint(c);
            }
        });
        return id.length() <= LONGEST ? id.toString() : id.substring(0, LONGEST - 30) + "~" + digest(uid);
    }

    /** An id for a UID whose own is taken. */
    static String another(String uid) {
        return "uid-" + digest(uid);
    }

    /** An id of one time of an event. */
    static String at(String id, LocalDateTime time, boolean allDay) {
        String date =
                String.format(Locale.ROOT, "%04d%02d%02d", time.getYear(), time.getMonthValue(), time.getDayOfMonth());
        String clock = String.format(Locale.ROOT, "T%02d%02d%02d", time.getHour(), time.getMinute(), time.getSecond());
        return id + "/" + date + (allDay ? "" : clock);
    }

    /** An identifier for an event that has none: the same as long as its start and title are. */
    static String withoutUid(VEvent event) {
        String title =
                event.summaries().isEmpty() ? "" : event.summaries().get(0).text();
        String start = event.start().map(Object::toString).orElse("");
        return NO_UID + digest(start + "\n" + title);
    }

    /** Names a text. */
    static String digest(String text) {
        try {
            byte[] octets = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(octets, 0, DIGEST_OCTETS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
