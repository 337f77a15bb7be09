package org.citykit.runtime.supervision;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citykit.api.Revision;
import org.jspecify.annotations.Nullable;

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
            note(path, states);
        }
        return new Seen(states);
    }

    /** Links are followed, as those who read plugin files do. */
    private static void note(Path path, SortedMap<String, String> states) {
        try {
            Files.walkFileTree(path, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes now) {
                    states.put(folder.toString(), "folder");
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes now) {
                    states.put(
                            file.toString(),
                            now.isDirectory()
                                    ? "folder"
                                    : now.size() + " " + now.lastModifiedTime().toMillis());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException why) {
                    states.put(file.toString(), "unreadable");
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
                    return FileVisitResult.CONTINUE; // what was seen of it counts
                }
            });
        } catch (IOException unreadable) {
            states.put(path.toString(), "unreadable");
        }
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
}
