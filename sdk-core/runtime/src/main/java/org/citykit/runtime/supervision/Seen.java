package org.citykit.runtime.supervision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names the state of a portal's files, so that a later look tells whether they have changed: the text of its
 * composition, and of each plugin file the path, size and time. Reads no plugin file.
 */
final class Seen {
    private static final int OCTETS = 16;
    private static final int DEPTH = 32;

    private Seen() {}

    /**
     * The state now.
     *
     * @param text the composition's
     * @param plugins folders of plugin files, plugin files, and folders of compiled modules
     */
    static String now(String text, List<Path> plugins) {
        MessageDigest digest = sha256();
        add(digest, text);
        for (Path path : plugins) {
            add(digest, path.toString());
            try (Stream<Path> files = Files.walk(path, DEPTH)) {
                files.sorted().forEach(file -> add(digest, state(file)));
            } catch (IOException | java.io.UncheckedIOException unreadable) {
                add(digest, "unreadable");
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, OCTETS);
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.isDirectory()
                    ? file.toString()
                    : file + " " + now.size() + " " + now.lastModifiedTime().toMillis();
        } catch (IOException gone) {
            return file + " gone";
        }
    }

    private static void add(MessageDigest digest, String part) {
        byte[] octets = part.getBytes(StandardCharsets.UTF_8);
        digest.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(octets);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
