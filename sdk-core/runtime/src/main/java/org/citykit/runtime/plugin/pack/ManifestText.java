package org.citykit.runtime.plugin.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;

/** A manifest or signature file byte for byte: lines of at most 72 octets, sections with their exact octets. */
final class ManifestText {
    private static final int LINE = 72;
    private static final String NAME = "Name: ";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ManifestText line(String name, String value) {
        byte[] octets = (name + ": " + value).getBytes(StandardCharsets.UTF_8);
        int room = LINE - 2;
        out.write(octets, 0, Math.min(room, octets.length));
        for (int at = room; at < octets.length; at += room - 1) {
            out.writeBytes(new byte[] {'\r', '\n', ' '});
            out.write(octets, at, Math.min(room - 1, octets.length - at));
        }
        return end();
    }

    ManifestText lines(Attributes attributes) {
        attributes.forEach((name, value) -> line(String.valueOf(name), String.valueOf(value)));
        return this;
    }

    /** Ends a line; a line that is empty ends a section. */
    ManifestText end() {
        out.writeBytes(new byte[] {'\r', '\n'});
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** The octets of each section with its empty line, by the name in it; those of the head by an empty name. */
    static Map<String, byte[]> sections(byte[] text) {
        Map<String, byte[]> sections = new LinkedHashMap<>();
        int begin = 0;
        for (int at = 0; at < text.length; ) {
            int next = afterLine(text, at);
            boolean empty = isBreak(text[at]);
            if (empty || next == text.length) {
                byte[] section = Arrays.copyOfRange(text, begin, next);
                sections.putIfAbsent(sections.isEmpty() ? "" : name(section), section);
                begin = next;
            }
            at = next;
        }
        return sections;
    }

    private static int afterLine(byte[] text, int at) {
        int end = at;
        while (end < text.length && !isBreak(text[end])) {
            end++;
        }
        boolean pair = end + 1 < text.length && text[end] == '\r' && text[end + 1] == '\n';
        return Math.min(text.length, end + (pair ? 2 : 1));
    }

    private static boolean isBreak(byte octet) {
        return octet == '\r' || octet == '\n';
    }

    private static String name(byte[] section) {
        String text = new String(section, StandardCharsets.ISO_8859_1).replaceAll("\r\n|\r", "\n");
        String first = text.replace("\n ", "").split("\n", 2)[0];
        String name = first.regionMatches(true, 0, NAME, 0, NAME.length()) ? first.substring(NAME.length()) : "";
        return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
