package org.citykit.portal.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the project's files are, wherever the tests are started. */
final class ProjectFiles {
    private ProjectFiles() {}

    /** The folder that holds {@code docs}. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("docs/guide"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder above " + Path.of("").toAbsolutePath() + " holds docs/guide.");
    }

    /** The example plugin of the guide. */
    static Path delegations() {
        return root().resolve("sdk-core/portal/src/test/resources/org/citykit/portal/docs/delegations");
    }

    /** A file beside the example plugin. */
    static Path example(String name) {
        return delegations().resolveSibling(name);
    }

    /** Every page of the documentation, the README first. */
    static List<Path> pages() {
        List<Path> pages = new ArrayList<>(List.of(root().resolve("README.md")));
        pages.addAll(below(root().resolve("docs"), ".md"));
        return pages;
    }

    /** The files below a folder, built ones left out, that end in something. */
    static List<Path> below(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending))
                    .filter(path -> Stream.of(folder.relativize(path).toString().split("[/\\\\]"))
                            .noneMatch("target"::equals))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
