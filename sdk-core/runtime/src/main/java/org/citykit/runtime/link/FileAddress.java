package org.citykit.runtime.link;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

/** Addresses of files. */
final class FileAddress {
    private FileAddress() {}

    /**
     * The address of a file. {@link Path#toUri} asks the disk whether it is a folder, which takes longer than all else
     * that a loader of a small plugin does; the name of an archive says so too.
     */
    static URI of(Path file) {
        String text = file.toString();
        return isArchive(text) && isPlain(text) ? URI.create("file://" + text) : file.toUri();
    }

    /** The same as a URL, which takes apart nothing that is plain. */
    static URL urlOf(Path file) throws MalformedURLException {
        String text = file.toString();
        return isArchive(text) && isPlain(text)
                ? new URL("file", "", text)
                : file.toUri().toURL();
    }

    private static boolean isArchive(String path) {
        return path.endsWith(".jar") || path.endsWith(".zip");
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /** Absolute as Unix writes it, and without anything that an address would write otherwise. */
    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (!isPlain(path.charAt(i))) {
                return false;
            }
        }
        return path.startsWith("/") && !path.startsWith("//");
    }
}
