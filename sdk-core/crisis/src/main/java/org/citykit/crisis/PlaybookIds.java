package org.citykit.crisis;

import java.nio.charset.StandardCharsets;

/** Ids of playbooks that are unique in the portal and safe in an address. Stateless. */
final class PlaybookIds {
    private PlaybookIds() {}

    static String of(String module, String playbook) {
        return safe(module) + "." + safe(playbook);
    }

    private static String safe(String id) {
        StringBuilder safe = new StringBuilder(id.length());
        for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(octet)) {
                safe.append((char) octet);
            } else {
                safe.append('~')
                        .append(Character.forDigit((octet >> 4) & 0xF, 16))
                        .append(Character.forDigit(octet & 0xF, 16));
            }
        }
        return safe.toString();
    }

    private static boolean isPlain(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
