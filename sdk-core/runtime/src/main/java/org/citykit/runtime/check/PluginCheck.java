package org.citykit.runtime.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.link.Links;
import org.citykit.runtime.link.PluginLinkException;
import org.citykit.runtime.plan.Refusal;
import org.citykit.runtime.plugin.HostApi;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginRefusedException;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.resolve.Resolution;
import org.citykit.runtime.resolve.Resolver;

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
        List<PluginFacts> others = others(facts.values(), stage);
        List<CheckedFile> checked = new ArrayList<>();
        for (Path file : files) {
            PluginFacts plugin = facts.get(file);
            CheckedFile one = plugin == null
                    ? refused(file, refused.getOrDefault(file, List.of()))
                    : checked(plugin, file, others, work);
            checked.add(options.baseline().map(it -> it.applied(one)).orElse(one));
        }
        return checked;
    }

    private CheckedFile checked(PluginFacts plugin, Path file, List<PluginFacts> others, Path work) {
        Resolution resolution = resolved(plugin, others);
        return new FileCheck(plugin, portal, options, api())
                .run(file, work, around(plugin, others, resolution), problems(plugin, resolution));
    }

    /** What is checked, and of the folders what is not another file of a checked plugin. */
    private List<PluginFacts> others(Collection<PluginFacts> checked, PluginStage stage) {
        List<PluginFacts> others = new ArrayList<>(checked);
        PluginFolder.scan(options.plugins(), stage).plugins().stream()
                .filter(it -> checked.stream().noneMatch(one -> one.id().equals(it.id())))
                .forEach(others::add);
        return others;
    }

    private static void read(
            Path file, PluginStage stage, Map<Path, PluginFacts> facts, Map<Path, List<Problem>> refused) {
        try {
            facts.put(file, PluginFolder.read(file, stage));
        } catch (PluginRefusedException e) {
            refused.put(file, e.problems());
        } catch (RuntimeException | StackOverflowError e) {
            // The JDK's readers of archives and descriptors do not document all that hostile bytes make them throw.
            String message = "The file cannot be read: " + e + ". Ask its vendor for another.";
            refused.put(file, List.of(Problem.of(RuntimeError.PLUGIN_UNREADABLE, "", message)));
        }
    }

    /** What the portal would decide of a plugin and of those that it needs, or would use. */
    private static Resolution resolved(PluginFacts plugin, List<PluginFacts> others) {
        List<PluginFacts> all = new ArrayList<>(List.of(plugin));
        all.addAll(Neighbours.candidates(plugin, others));
        return Resolver.resolve(all);
    }

    /** The other plugins, one of each id: the one that is used, or else the first, a checked one before others. */
    private static Map<String, PluginFacts> around(
            PluginFacts plugin, List<PluginFacts> others, Resolution resolution) {
        Map<String, PluginFacts> around = new LinkedHashMap<>();
        resolution.order().forEach(it -> around.putIfAbsent(it.id(), it));
        others.forEach(it -> around.putIfAbsent(it.id(), it));
        around.remove(plugin.id());
        return around;
    }

    /** What keeps the plugin from being linked, as a portal would tell it. */
    private static List<Problem> problems(PluginFacts plugin, Resolution resolution) {
        if (resolution.plugin(plugin.id()).isEmpty()) {
            return resolution.refusalsOf(plugin.id()).stream()
                    .map(Refusal::problem)
                    .toList();
        }
        Links links = new Linker().links(resolution);
        try {
            links.plugin(plugin.id());
            return List.of();
        } catch (PluginLinkException e) {
            return e.problems();
        } finally {
            links.retire().forEach(LinkedPlugin::close);
        }
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
