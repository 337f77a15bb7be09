package org.citykit.runtime.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citykit.api.Revision;

/**
 * The state of a portal's files, so that a later look tells whether they have changed: the text of its composition, and
 * of each plugin file the path, size and time. No plugin file is read for it. Immutable.
 *
 * @param states the state of each file, by its path; the composition stands under {@link #COMPOSITION}
 */
record Seen(SortedMap<String, String> states) {
    /** The name of the composition among the files. */
    static final String COMPOSITION = "portal.yaml";

    private static final int DEPTH = 32;

    Seen {
        states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
    }

    /**
     * The state now.
     *
     * @param text the composition's
     * @param plugins folders of plugin files, plugin files, and folders of compiled modules
     */
    static Seen now(String text, List<Path> plugins) {
        SortedMap<String, String> states = new TreeMap<>();
        states.put(COMPOSITION, text);
        for (Path path : plugins) {
            try (Stream<Path> files = Files.walk(path, DEPTH)) {
                files.forEach(file -> states.put(file.toString(), state(file)));
            } catch (IOException | UncheckedIOException unreadable) {
                states.put(path.toString(), "unreadable");
            }
        }
        return new Seen(states);
    }

    /** A name of this state, which no other has. */
    String name() {
        List<String> parts = new ArrayList<>();
        states.forEach((path, state) -> parts.addAll(List.of(path, state)));
        return Revision.of(parts).value();
    }

    /** The files that are others now, in order. */
    List<String> changedSince(Seen before) {
        TreeSet<String> paths = new TreeSet<>(states.keySet());
        paths.addAll(before.states.keySet());
        paths.removeIf(path -> Objects.equals(states.get(path), before.states.get(path)));
        return List.copyOf(paths);
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.isDirectory()
                    ? "folder"
                    : now.size() + " " + now.lastModifiedTime().toMillis();
        } catch (IOException gone) {
            return "gone";
        }
    }
}
