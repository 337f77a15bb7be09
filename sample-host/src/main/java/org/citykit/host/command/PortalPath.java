package org.citykit.host.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the {@code portal.yaml} that a name or path stands for. */
final class PortalPath {
    private static final String FILE = "portal.yaml";
    private static final String PORTALS = "portals";

    private PortalPath() {}

    /**
     * Finds it.
     *
     * @param named a file, a folder that holds {@code portal.yaml}, or the name of a portal of the distribution
     * @return empty if there is none; {@link #advice} then says what there is
     */
    static Optional<Path> find(String named, Optional<Path> home) {
        try {
            return Stream.concat(
                            Stream.of(Path.of(named)),
                            home.stream().map(folder -> folder.resolve(PORTALS).resolve(named)))
                    .flatMap(path -> Stream.of(path, path.resolve(FILE)))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** What to do about a portal that is not there. */
    static String advice(String named, Optional<Path> home) {
        List<String> known = home.map(folder -> names(folder.resolve(PORTALS))).orElse(List.of());
        return "There is no portal '" + named + "'. Give the path of a portal.yaml or of its folder"
                + (known.isEmpty() ? "." : ", or one of: " + String.join(", ", known) + ".");
    }

    private static List<String> names(Path portals) {
        try (Stream<Path> folders = Files.list(portals)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
