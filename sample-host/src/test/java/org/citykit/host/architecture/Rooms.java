package org.citykit.host.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The compiled rooms of the repository, found from the folder that the tests of the sample host run in. */
final class Rooms {
    private static final List<String> FOLDERS = List.of(
            "sdk-api",
            "sdk-core/icalendar",
            "sdk-core/cap",
            "sdk-core/text",
            "sdk-core/runtime",
            "sdk-core/store",
            "sdk-core/twinning",
            "sdk-core/events",
            "sdk-core/crisis",
            "sdk-core/portal",
            "sdk-testkit",
            "plugins/tables",
            "plugins/ical",
            "plugins/playbooks",
            "plugins/webhook",
            "plugins/anniversaries",
            "sample-host");

    private Rooms() {}

    /** Where the classes of every room are, by folder. */
    static Map<String, Path> classes() {
        Map<String, Path> all = new TreeMap<>();
        for (String folder : FOLDERS) {
            Path classes = Path.of("..").resolve(folder).resolve("target/classes");
            if (!Files.exists(classes.resolve("module-info.class"))) {
                throw new IllegalStateException(
                        "There is no " + classes.toAbsolutePath().normalize() + ". Build the whole reactor first.");
            }
            all.put(folder, classes);
        }
        return all;
    }

    static ModuleDescriptor descriptor(Path classes) {
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            return ModuleDescriptor.read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
