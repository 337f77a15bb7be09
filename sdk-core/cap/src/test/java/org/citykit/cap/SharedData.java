package org.citykit.cap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Test data that stands beside the project; tests that need it are skipped, with this reason, where it is absent. */
public final class SharedData {
    private SharedData() {}

    public static Path folder(String name) {
        Path data = root().resolve("crisis").resolve(name);
        Assumptions.assumeTrue(
                Files.isDirectory(data),
                "Shared test data is absent: " + data + "; set the system property citykit.shared.data.");
        return data;
    }

    public static List<Path> files(String folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(f -> Stream.of(endings).anyMatch(f.toString()::endsWith))
                    .sorted()
                    .toList();
        }
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
