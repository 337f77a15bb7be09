package org.citykit.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a compiled module as a plugin file, with its libraries: every module that it requires and that neither the JDK
 * nor the portal brings. What a library without a module descriptor needs is not known; such a plugin is tested as the
 * file that its build makes.
 */
final class PackedPlugin {
    /** What the plugin file is called. */
    static final String NAME = "plugin.zip";

    private static final String DESCRIPTOR = "module-info.class";
    private static final Set<String> BROUGHT = Set.of("org.citykit.api", "org.slf4j");

    private PackedPlugin() {}

    /**
     * Packs it.
     *
     * @param classes the folder that the compiler wrote to
     * @param folder where the files go
     * @return the plugin file
     */
    static Path of(Path classes, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path main = folder.resolve("plugin.jar");
        pack(classes, main);
        Path plugin = folder.resolve(NAME);
        try (ZipOutputStream out = zip(plugin)) {
            add(out, "plugin.jar", main);
            if (Files.exists(classes.resolve(DESCRIPTOR))) {
                addLibraries(out, descriptor(classes), folder);
            }
        }
        return plugin;
    }

    private static void addLibraries(ZipOutputStream out, ModuleDescriptor plugin, Path folder) throws IOException {
        Deque<ModuleDescriptor> open = new ArrayDeque<>(List.of(plugin));
        Set<String> seen = new HashSet<>(Set.of(plugin.name()));
        while (!open.isEmpty()) {
            for (Requires requires : open.pop().requires()) {
                Optional<Path> found = library(requires).filter(path -> seen.add(requires.name()));
                if (found.isPresent()) {
                    open.push(addLibrary(out, requires.name(), found.get(), folder));
                }
            }
        }
    }

    private static Optional<Path> library(Requires requires) {
        String name = requires.name();
        boolean ours = !requires.modifiers().contains(Requires.Modifier.STATIC)
                && !BROUGHT.contains(name)
                && ModuleFinder.ofSystem().find(name).isEmpty();
        return ours ? JarsOfThisJvm.ALL.find(name) : Optional.empty();
    }

    private static ModuleDescriptor addLibrary(ZipOutputStream out, String name, Path library, Path folder)
            throws IOException {
        Path jar = library;
        if (Files.isDirectory(library)) {
            jar = folder.resolve(name + ".jar");
            pack(library, jar);
        }
        add(out, "lib/" + jar.getFileName(), jar);
        return ModuleFinder.of(library).find(name).orElseThrow().descriptor();
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (ZipOutputStream out = zip(jar);
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
                add(out, classes.relativize(path).toString().replace('\\', '/'), path);
            }
        }
    }

    private static ZipOutputStream zip(Path file) throws IOException {
        OutputStream target = Files.newOutputStream(file);
        ZipOutputStream out = new ZipOutputStream(target);
        out.setLevel(Deflater.BEST_SPEED);
        return out;
    }

    private static void add(ZipOutputStream out, String name, Path file) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(file, out);
        out.closeEntry();
    }

    private static ModuleDescriptor descriptor(Path classes) throws IOException {
        try (InputStream in = Files.newInputStream(classes.resolve(DESCRIPTOR))) {
            return ModuleDescriptor.read(in);
        }
    }
}
