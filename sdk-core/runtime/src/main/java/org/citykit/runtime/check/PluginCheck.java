package org.citykit.runtime.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.link.Linking;
import org.citykit.runtime.plugin.HostApi;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginRefusedException;
import org.citykit.runtime.plugin.PluginStage;

/**
 * Checks plugin files against this portal without running anything of them: what a portal would refuse, every
 * reference that leads nowhere, and what their makers left unsaid. Thread-safe.
 */
public final class PluginCheck {
    private final CheckOptions options;
    private final PortalClasses portal = new PortalClasses();

    private PluginCheck(CheckOptions options) {
        this.options = options;
    }

    /** A check of files against the JVM as it is now. */
    public static PluginCheck of(CheckOptions options) {
        return new PluginCheck(options);
    }

    /**
     * Checks plugin files, which may require each other.
     *
     * @param files jars, zips, or folders with a compiled module
     * @return everything that was found in each; a file that cannot be read costs the others nothing
     * @throws UncheckedIOException when the machine's folder of temporary files cannot be used
     */
    public CheckReport check(List<Path> files) {
        try {
            Path work = Files.createTempDirectory("citykit-check-");
            try {
                return new CheckReport(
                        checked(files, work), api(), Runtime.version().feature());
            } finally {
                deleteAll(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CheckedFile> checked(List<Path> files, Path work) {
        PluginStage stage = PluginStage.in(work.resolve("stage"));
        Map<Path, PluginFacts> facts = new LinkedHashMap<>();
        Map<Path, List<Problem>> refused = new LinkedHashMap<>();
        for (Path file : files) {
            read(file, stage, facts, refused);
        }
        List<PluginFacts> others = PluginFolder.scan(options.plugins(), stage).plugins();
        List<CheckedFile> checked = new ArrayList<>();
        for (Path file : files) {
            PluginFacts plugin = facts.get(file);
            CheckedFile one = plugin == null
                    ? refused(file, refused.getOrDefault(file, List.of()))
                    : new FileCheck(plugin, portal, options, api())
                            .run(file, work, around(plugin, facts, others), linked(plugin, facts, others));
            checked.add(options.baseline().map(it -> it.applied(one)).orElse(one));
        }
        return checked;
    }

    private static void read(
            Path file, PluginStage stage, Map<Path, PluginFacts> facts, Map<Path, List<Problem>> refused) {
        try {
            facts.put(file, PluginFolder.read(file, stage));
        } catch (PluginRefusedException e) {
            refused.put(file, e.problems());
        } catch (RuntimeException e) {
            // The JDK's readers of archives and descriptors do not document all that hostile bytes make them throw.
            String message = "The file cannot be read: " + e + ". Ask its vendor for another.";
            refused.put(file, List.of(Problem.of(RuntimeError.PLUGIN_UNREADABLE, "", message)));
        }
    }

    /** The other plugins, one of each id: a checked one before one of the folders. */
    private static Map<String, PluginFacts> around(
            PluginFacts plugin, Map<Path, PluginFacts> facts, List<PluginFacts> others) {
        Map<String, PluginFacts> around = new LinkedHashMap<>();
        facts.values().forEach(it -> around.putIfAbsent(it.id(), it));
        others.forEach(it -> around.putIfAbsent(it.id(), it));
        around.remove(plugin.id());
        return around;
    }

    /** What keeps the plugin's modules from being linked, as a portal would tell it. */
    private static List<Problem> linked(PluginFacts plugin, Map<Path, PluginFacts> facts, List<PluginFacts> others) {
        List<PluginFacts> all = new ArrayList<>(List.of(plugin));
        Map<String, PluginFacts> around = around(plugin, facts, others);
        all.addAll(Neighbours.needed(plugin, around).values());
        Linking linking = new Linker().link(all);
        linking.plugins().forEach(LinkedPlugin::close);
        return linking.problems().stream()
                .filter(problem -> problem.file().equals(plugin.fileName()))
                .toList();
    }

    private static CheckedFile refused(Path file, List<Problem> problems) {
        return new CheckedFile(
                file.toString(),
                "",
                "",
                "",
                FileCheck.size(file),
                List.of(),
                0,
                problems.stream().map(FileCheck::finding).toList(),
                0);
    }

    private static String api() {
        return HostApi.descriptor().rawVersion().orElse("(unknown)");
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
