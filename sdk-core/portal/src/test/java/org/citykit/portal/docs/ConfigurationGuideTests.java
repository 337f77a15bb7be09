package org.citykit.portal.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citykit.portal.Portal;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.KebabCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The portal that the guide configures can be opened, and the settings it lists are those that the plugins have. */
final class ConfigurationGuideTests {
    private static final Path PAGE = ProjectFiles.root().resolve("docs/guide/configure-a-portal.md");
    private static final Map<String, String> ENVIRONMENT = Map.of("ALARM_SECRET", "a secret of the city");

    @TempDir
    private Path home;

    @Test
    void theWholePortalOfTheGuideOpensWithOurPlugins() throws IOException {
        Set<String> used = new LinkedHashSet<>();
        for (OurPlugins plugin : OurPlugins.all()) {
            plugin.pack(home);
            used.add(plugin.id());
        }
        Files.createDirectories(home.resolve("places"));
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/alarm.txt"), "Bearer of good tidings\n");
        Files.copy(ProjectFiles.example("configure.yaml"), home.resolve("portal.yaml"));

        try (Portal portal = Portal.builder()
                .file(home.resolve("portal.yaml"))
                .environment(name -> Optional.ofNullable(ENVIRONMENT.get(name)))
                .firstData(Duration.ofSeconds(60))
                .open()) {
            List<ModuleHealth> health = portal.health();

            // the page's 'trust:' asks for signatures, which the build's own files do not have
            assertTrue(
                    portal.problems().stream().allMatch(problem -> problem.code() == RuntimeError.PLUGIN_UNSIGNED),
                    () -> portal.problems().toString());
            assertEquals(
                    List.of(),
                    health.stream()
                            .flatMap(module -> module.reason().stream())
                            .map(Problem::toString)
                            .toList());
            assertEquals(
                    new TreeSet<>(used),
                    new TreeSet<>(health.stream().map(ModuleHealth::provider).toList()));
        }
    }

    @TestFactory
    Stream<DynamicTest> theTablesOfSettingsNameWhatThePluginsHave() {
        return OurPlugins.all().stream()
                .map(plugin -> DynamicTest.dynamicTest(
                        plugin.id(), () -> assertEquals(keys(plugin), listed().get(plugin.id()))));
    }

    private Set<String> keys(OurPlugins plugin) throws IOException, ReflectiveOperationException {
        plugin.pack(home);
        URL[] classes = {home.resolve("classes/" + plugin.id()).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            String packageName = plugin.settings().getParent().getFileName().toString();
            Class<?> record = loader.loadClass("org.citykit.plugins." + packageName + "." + plugin.recordName());
            Set<String> keys = new TreeSet<>();
            for (RecordComponent component : record.getRecordComponents()) {
                keys.add(KebabCase.ofName(component.getName()));
            }
            return keys;
        }
    }

    /** The keys in the first column of each table below a heading that ends in a provider's id. */
    private static Map<String, Set<String>> listed() {
        Map<String, Set<String>> listed = new TreeMap<>();
        String section = "";
        for (String line : ProjectFiles.lines(PAGE)) {
            if (line.startsWith("### ")) {
                section = line.substring(4).strip().toLowerCase(Locale.ROOT);
            } else if (line.startsWith("## ")) {
                section = "";
            } else if (line.startsWith("| `")) {
                listed.computeIfAbsent(section, first -> new TreeSet<>()).addAll(cells(line));
            }
        }
        return listed;
    }

    private static List<String> cells(String line) {
        List<String> keys = new ArrayList<>();
        for (String key : line.split("\\|", -1)[1].strip().split(", ", -1)) {
            keys.add(key.replace("`", ""));
        }
        return keys;
    }
}
