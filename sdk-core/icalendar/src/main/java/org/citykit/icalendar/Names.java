package org.citykit.icalendar;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of components and properties seen by one reader, each kept as one string. Confined to its thread. */
final class Names {
    /** Beyond this many different names a document is hostile; later ones are not shared. */
    private static final int MAX_SHARED = 4_096;

    private static final String WORDS =
            "ACTION ATTACH ATTENDEE BUSYTYPE CALSCALE CATEGORIES CLASS COLOR COMMENT COMPLETED"
                    + " CONCEPT CONFERENCE CONTACT CREATED DESCRIPTION DTEND DTSTAMP DTSTART DUE DURATION EXDATE EXRULE FREEBUSY"
                    + " GEO IMAGE LAST-MODIFIED LINK LOCATION METHOD NAME ORGANIZER PERCENT-COMPLETE PRIORITY PRODID RDATE"
                    + " RECURRENCE-ID REFID REFRESH-INTERVAL RELATED-TO REPEAT REQUEST-STATUS RESOURCES RRULE SEQUENCE SOURCE"
                    + " STATUS STRUCTURED-DATA STYLED-DESCRIPTION SUMMARY TRANSP TRIGGER TZID TZNAME TZOFFSETFROM TZOFFSETTO"
                    + " TZURL UID URL VERSION X-WR-CALNAME X-WR-TIMEZONE";

    private static final int SLOTS = 1 << 9;
    private static final @Nullable String[] KNOWN = known();

    private final Map<Integer, String> byHash = new HashMap<>();

    /** Returns the upper-case ASCII name in the given bytes. */
    String shared(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + upper(bytes[i]);
        }
        String known = byHash.get(hash);
        if (known != null && matches(known, bytes, start, end)) {
            return known;
        }
        byte[] folded = new byte[end - start];
        for (int i = start; i < end; i++) {
            folded[i - start] = (byte) upper(bytes[i]);
        }
        String name = new String(folded, StandardCharsets.UTF_8);
        if (known == null && byHash.size() < MAX_SHARED) {
            byHash.put(hash, name);
        }
        return name;
    }

    private static boolean matches(String known, byte[] bytes, int start, int end) {
        if (known.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (known.charAt(i - start) != upper(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static int upper(byte b) {
        return b >= 'a' && b <= 'z' ? b - 32 : b;
    }

    /** Tells whether an octet may stand in a name; '_', '.' and '/' are no RFC letters but occur in the field. */
    static boolean isNameOctet(int b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '_'
                || b == '.'
                || b == '/';
    }

    static boolean isToken(byte[] octets, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isNameOctet(octets[i])) {
                return false;
            }
        }
        return end > start;
    }

    /** Tells whether the first octets are an upper-case word, in any case. */
    static boolean isWord(byte[] octets, int end, String word) {
        if (end != word.length()) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (upper(octets[i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the upper-case name that stands in the octets, the shared string of a name that the standards know. */
    static String of(byte[] octets, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + octets[i];
        }
        String known = KNOWN[slot(hash)];
        return known != null && matches(known, octets, start, end)
                ? known
                : new String(octets, start, end - start, StandardCharsets.US_ASCII);
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 11 ^ hash >>> 22) & SLOTS - 1;
    }

    /** Two names of one slot share nothing but the slot: the later one is made anew when asked for. */
    private static @Nullable String[] known() {
        @Nullable String[] table = new String[SLOTS];
        for (String name : WORDS.split(" ", -1)) {
            table[slot(name.hashCode())] = name;
        }
        return table;
    }

    static boolean isToken(String name) {
        return !name.isEmpty() && name.chars().allMatch(Names::isNameOctet);
    }
}
