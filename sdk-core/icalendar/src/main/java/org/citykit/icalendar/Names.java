package org.citykit.icalendar;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The names of components and properties seen by one reader, each kept as one string. Confined to its thread. */
final class Names {
    /** Beyond this many different names a document is hostile; later ones are not shared. */
    private static final int MAX_SHARED = 4_096;

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

    static boolean isToken(String name) {
        return !name.isEmpty() && name.chars().allMatch(Names::isNameOctet);
    }
}
