package org.citykit.runtime.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.felix.framework.Felix;
import org.citykit.api.Provider;
import org.citykit.api.events.EventCalendar;
import org.citykit.runtime.bench.ChildJvm;
import org.citykit.runtime.link.Linker;
import org.objectweb.asm.ClassReader;
import org.pf4j.PluginManager;
import org.slf4j.Logger;
import org.yaml.snakeyaml.Yaml;

/** Who loads plugins: how they are packed for it, and how a JVM of its own opens them. */
enum Contender {
    /** This runtime, from the images that it has made of them. */
    CITYKIT {
        @Override
        void pack(Specimens specimens, int index, Path folder) throws IOException {
            writePlugin(specimens, index, folder.resolve("plugins"));
        }

        @Override
        Map<String, Double> open(Path folder, String... options) throws IOException, InterruptedException {
            return citykit(CityKitOpening.class).with(options).run(folder.toString());
        }

        @Override
        Map<String, Double> install(Path folder) throws IOException, InterruptedException {
            return open(folder);
        }
    },

    /** PF4J, whose plugins hold their library's classes themselves. */
    PF4J {
        @Override
        void pack(Specimens specimens, int index, Path folder) throws IOException {
            Map<String, byte[]> jar = fat(specimens, index);
            jar.put(
                    "META-INF/MANIFEST.MF",
                    Jars.manifest("Plugin-Id: " + specimens.id(index), "Plugin-Version: 1.0.0"));
            jar.put("META-INF/extensions.idx", Jars.text(specimens.provider(index) + "\n"));
            Jars.write(folder.resolve(specimens.id(index) + ".jar"), jar);
        }

        @Override
        Map<String, Double> open(Path folder, String... options) throws IOException, InterruptedException {
            return ChildJvm.of(Pf4jOpening.class, PluginManager.class, Provider.class, Logger.class)
                    .seeing(List.of(ChildJvm.homeOf(com.github.zafarkhaja.semver.Version.class)))
                    .with(options)
                    .run(folder.toString());
        }
    },

    /** Apache Felix, restarted with its bundles in its cache. */
    FELIX {
        @Override
        void pack(Specimens specimens, int index, Path folder) throws IOException {
            Map<String, byte[]> jar = new LinkedHashMap<>();
            jar.put(
                    "META-INF/MANIFEST.MF",
                    Jars.manifest(
                            "Bundle-ManifestVersion: 2",
                            "Bundle-SymbolicName: " + specimens.name(index),
                            "Bundle-Version: 1.0.0",
                            "Bundle-Activator: " + specimens.name(index) + ".Activator",
                            "Import-Package: org.citykit.api,org.citykit.api.events,org.osgi.framework"));
            jar.putAll(fat(specimens, index));
            jar.putAll(specimens.activator(index));
            Jars.write(folder.resolve("bundles").resolve(specimens.id(index) + ".jar"), jar);
        }

        @Override
        Map<String, Double> open(Path folder, String... options) throws IOException, InterruptedException {
            return child().with(options).run(folder.resolve("cache").toString());
        }

        @Override
        Map<String, Double> install(Path folder) throws IOException, InterruptedException {
            return child().run(
                            folder.resolve("cache").toString(),
                            folder.resolve("bundles").toString());
        }

        private ChildJvm child() {
            return ChildJvm.of(FelixOpening.class, Felix.class, Provider.class, Logger.class);
        }
    },

    /** One class path for everybody. */
    FLAT {
        @Override
        void pack(Specimens specimens, int index, Path folder) throws IOException {
            Map<String, byte[]> jar = entries(specimens, index);
            jar.put(
                    "META-INF/services/" + EventCalendar.class.getName(),
                    Jars.text(specimens.provider(index) + "\n"));
            Jars.write(folder.resolve(specimens.id(index) + ".jar"), jar);
            if (index == 0) {
                Path library = specimens.libraries().get(specimens.libraries().size() - 1);
                Files.copy(library, folder.resolve(nameOf(library)));
            }
        }

        @Override
        Map<String, Double> open(Path folder, String... options) throws IOException, InterruptedException {
            List<Path> jars;
            try (var files = Files.list(folder)) {
                jars = files.sorted().toList();
            }
            return ChildJvm.of(FlatOpening.class, Provider.class, Logger.class)
                    .seeing(jars)
                    .with(options)
                    .run();
        }
    },

    /** A layer for each plugin, made with the JDK's own finder and loader. */
    LAYERS {
        @Override
        void pack(Specimens specimens, int index, Path folder) throws IOException {
            Path home = folder.resolve(specimens.id(index));
            Jars.write(home.resolve(specimens.id(index) + ".jar"), entries(specimens, index));
            if (specimens.library(index).isPresent()) {
                Path library = specimens.library(index).get();
                Files.copy(library, home.resolve(nameOf(library)));
            }
        }

        @Override
        Map<String, Double> open(Path folder, String... options) throws IOException, InterruptedException {
            String modules =
                    ChildJvm.pathOf(List.of(ChildJvm.homeOf(Provider.class), ChildJvm.homeOf(Logger.class)));
            return ChildJvm.of(LayersOpening.class)
                    .with("--module-path", modules, "--add-modules", "org.citykit.api")
                    .with(options)
                    .run(folder.toString());
        }
    };

    /** Packs one plugin. */
    abstract void pack(Specimens specimens, int index, Path folder) throws IOException;

    /** Opens all that were packed and installed, in a JVM of its own. */
    abstract Map<String, Double> open(Path folder, String... options) throws IOException, InterruptedException;

    /** Does once what it does when plugins come for the first time; empty if that is nothing. */
    Map<String, Double> install(Path folder) throws IOException, InterruptedException {
        return Map.of();
    }

    /** Writes one plugin file: a jar, or a zip if there is a library to carry. */
    static void writePlugin(Specimens specimens, int index, Path plugins) throws IOException {
        Map<String, byte[]> jar = entries(specimens, index);
        jar.put("META-INF/citykit/plugin.json", Jars.text("{\"title\": {\"en\": \"" + specimens.id(index) + "\"}}"));
        Path alone = plugins.resolve(specimens.id(index) + ".jar");
        Jars.write(alone, jar);
        if (specimens.library(index).isPresent()) {
            Path library = specimens.library(index).get();
            Map<String, byte[]> zip = new LinkedHashMap<>();
            zip.put(nameOf(alone), Files.readAllBytes(alone));
            zip.put("lib/" + nameOf(library), Files.readAllBytes(library));
            Jars.write(plugins.resolve(specimens.id(index) + ".zip"), zip);
            Files.delete(alone);
        }
    }

    /** A JVM that sees the runtime. */
    static ChildJvm citykit(Class<?> main) {
        return ChildJvm.of(main, Linker.class, Provider.class, Logger.class, ClassReader.class, Yaml.class);
    }

    /** Packs all plugins on all processors. */
    void packAll(Specimens specimens, Path folder) {
        IntStream.range(0, specimens.count()).parallel().forEach(index -> {
            try {
                pack(specimens, index, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, byte[]> entries(Specimens specimens, int index) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", Jars.manifest());
        entries.put("module-info.class", specimens.descriptor(index));
        entries.putAll(specimens.classes(index));
        return entries;
    }

    private static Map<String, byte[]> fat(Specimens specimens, int index) {
        Map<String, byte[]> entries = new LinkedHashMap<>(specimens.classes(index));
        specimens.library(index).ifPresent(it -> entries.putAll(Specimens.contents(it)));
        return entries;
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }
}
