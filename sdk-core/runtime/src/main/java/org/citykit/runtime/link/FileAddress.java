package org.citykit.runtime.link;

import java.net.URI;
import java.nio.file.Path;

/** Addresses of files. */
final class FileAddress {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.";

    private FileAddress() {}

    /**
     * The address of a file. {@link Path#toUri} asks the disk whether it is a folder, which takes longer than all else
     * that a loader of a small plugin does; the name of an archive says so too.
     */
    static URI of(Path file) {
        String text = file.toString();
        boolean archive = text.endsWith(".jar") || text.endsWith(".zip");
        return archive && isPlain(text) ? URI.create("file://" + text) : file.toUri();
    }

    /** Absolute as Unix writes it, and without anything that an address would write otherwise. */
    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (PLAIN.indexOf(c) < 0) {
                return false;
            }
        }
        return path.startsWith("/") && !path.startsWith("//");
    }
}
