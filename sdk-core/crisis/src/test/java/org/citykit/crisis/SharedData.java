package org.citykit.crisis;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Test data that stands beside the project; tests that need it are skipped, with this reason, where it is absent. */
final class SharedData {
    private SharedData() {}

    static Path file(String name) {
        Path file = root().resolve("crisis").resolve(name);
        Assumptions.assumeTrue(
                Files.isRegularFile(file),
                "Shared test data is absent: " + file + "; set the system property citykit.shared.data.");
        return file;
    }

    private static Path root() {
        String given = System.getProperty("citykit.shared.data");
        if (given != null) {
            return Path.of(given);
        }
        Path here = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            Path data = folder.resolveSibling("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return here.resolve("../shared/data");
    }
}
