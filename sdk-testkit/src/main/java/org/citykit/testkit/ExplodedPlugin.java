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
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Copies a compiled module into a folder with its libraries beside it, as a plugin file would hold them: every module
 * that it requires and that neither the JDK nor the portal brings.
 */
final class ExplodedPlugin {
    private static final String DESCRIPTOR = "module-info.class";
    private static final Set<String> BROUGHT = Set.of("org.citykit.api", "org.slf4j");

    private ExplodedPlugin() {}

    /**
     * Copies it.
     *
     * @param classes the folder that the compiler wrote to
     * @param target a folder of its own
     * @return the copy, which the runtime can read
     */
    static Path copy(Path classes, Path target) throws IOException {
        Path copy = target.resolve("classes");
        copyAll(classes, copy);
        if (Files.exists(classes.resolve(DESCRIPTOR))) {
            copyLibraries(descriptor(classes), Files.createDirectories(target.resolve("lib")));
        }
        return copy;
    }

    private static void copyLibraries(ModuleDescriptor plugin, Path folder) throws IOException {
        JarsOfThisJvm jars = new JarsOfThisJvm();
        Deque<ModuleDescriptor> open = new ArrayDeque<>(List.of(plugin));
        Set<String> seen = new HashSet<>(Set.of(plugin.name()));
        while (!open.isEmpty()) {
            for (Requires requires : open.pop().requires()) {
                String name = requires.name();
                boolean ours = !requires.modifiers().contains(Requires.Modifier.STATIC)
                        && !BROUGHT.contains(name)
                        && ModuleFinder.ofSystem().find(name).isEmpty();
                Optional<Path> found = ours && seen.add(name) ? jars.find(name) : Optional.empty();
                if (found.isPresent()) {
                    open.push(copyLibrary(name, found.get(), folder));
                }
            }
        }
    }

    private static ModuleDescriptor copyLibrary(String name, Path library, Path folder) throws IOException {
        if (Files.isDirectory(library)) {
            pack(library, folder.resolve(name + ".jar"));
        } else {
            Files.copy(library, folder.resolve(library.getFileName().toString()));
        }
        return ModuleFinder.of(library).find(name).orElseThrow().descriptor();
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, out);
            }
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    private static ModuleDescriptor descriptor(Path classes) throws IOException {
        try (InputStream in = Files.newInputStream(classes.resolve(DESCRIPTOR))) {
            return ModuleDescriptor.read(in);
        }
    }
}
