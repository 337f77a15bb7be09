package org.citykit.icalendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the test data that stands beside the project; tests that need it skip visibly where it is absent. */
public final class SharedData {
    private SharedData() {}

    /** Returns a file or folder below the shared data, or skips the test. */
    public static Path require(String relative) {
        Path found = root().resolve(relative);
        Assumptions.assumeTrue(Files.exists(found), "shared test data is absent: " + found);
        return found;
    }

    public static List<Path> files(String relative, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(require(relative))) {
            return all.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
        }
    }

    /** Prints how much of the shared data was passed. */
    public static void report(String what) {
        System.getLogger(SharedData.class.getName()).log(System.Logger.Level.INFO, what);
    }

    private static Path root() {
        String given = System.getProperty("citykit.shared.data", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path candidate = folder.resolveSibling("shared").resolve("data");
            if (folder.getFileName() != null && Files.isDirectory(candidate)) {
                return candidate;
            }
            folder = folder.getParent();
        }
        return Path.of("..", "shared", "data");
    }
}
