package org.citykit.portal.docs;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Compiles a vendor's module and packs it as the guide says: its jar at the root of a zip, its libraries in lib/. */
final class CompiledPlugin {
    private static final String MODULE_PATH = System.getProperty("jdk.module.path", "");

    private CompiledPlugin() {}

    /**
     * Compiles sources.
     *
     * @param files among them {@code module-info.java}
     * @param classes where to; made if it is not there
     * @param options more of the compiler's
     */
    static void compile(List<Path> files, Path classes, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-encoding", "UTF-8", "--release", "17"));
        arguments.addAll(List.of("--module-path", MODULE_PATH, "--module-version", "1.0.0"));
        arguments.addAll(List.of("-d", classes.toString()));
        arguments.addAll(List.of(options));
        files.forEach(file -> arguments.add(file.toString()));
        StringWriter said = new StringWriter();
        PrintWriter log = new PrintWriter(said);
        if (ToolProvider.findFirst("javac").orElseThrow().run(log, log, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The example does not compile:\n" + said);
        }
    }

    /** Packs the example plugin of the guide. */
    static Path delegations(Path work) throws IOException {
        Path sources = ProjectFiles.delegations();
        Path classes = work.resolve("delegations");
        compile(ProjectFiles.below(sources, ".java"), classes);
        Path manifest = classes.resolve("META-INF/citykit/plugin.json");
        Files.createDirectories(manifest.getParent());
        Files.copy(sources.resolve("META-INF/citykit/plugin.json"), manifest);
        return pack(
                classes,
                work.resolve("plugins/delegations-1.0.0.zip"),
                "com.fasterxml.jackson.databind",
                "com.fasterxml.jackson.core",
                "com.fasterxml.jackson.annotation");
    }

    /** Packs compiled classes and libraries of this JVM into a plugin zip. */
    static Path pack(Path classes, Path zip, String... libraries) throws IOException {
        Path jar = classes.resolveSibling(classes.getFileName() + ".jar");
        Map<String, Path> entries = new TreeMap<>();
        ProjectFiles.below(classes, "")
                .forEach(file -> entries.put(classes.relativize(file).toString().replace('\\', '/'), file));
        write(jar, entries);
        Map<String, Path> parts = new TreeMap<>(Map.of(jar.getFileName().toString(), jar));
        for (String library : libraries) {
            Path found = jarOf(library);
            parts.put("lib/" + found.getFileName(), found);
        }
        Files.createDirectories(zip.getParent());
        write(zip, parts);
        return zip;
    }

    private static Path jarOf(String module) {
        return Stream.of(MODULE_PATH.split(File.pathSeparator))
                .map(Path::of)
                .flatMap(path -> ModuleFinder.of(path).find(module).stream())
                .flatMap(found -> location(found).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(module + " is not on the module path."));
    }

    private static java.util.Optional<Path> location(ModuleReference module) {
        return module.location().map(Path::of);
    }

    private static void write(Path zip, Map<String, Path> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                Files.copy(entry.getValue(), out);
            }
        }
    }
}
