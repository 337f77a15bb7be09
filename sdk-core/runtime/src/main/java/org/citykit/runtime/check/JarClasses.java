package org.citykit.runtime.check;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** The classes of one jar as this version of Java sees them. Confined. */
final class JarClasses implements Closeable {
    private static final String CLASS = ".class";
    private static final int CLASS_LIMIT = 4 << 20;

    private final String name;
    private final JarFile jar;
    private final Optional<ModuleDescriptor> descriptor;
    private final Map<String, JarEntry> entries = new TreeMap<>();

    private JarClasses(String name, JarFile jar, Optional<ModuleDescriptor> descriptor) {
        this.name = name;
        this.jar = jar;
        this.descriptor = descriptor;
        jar.versionedStream()
                .filter(entry -> entry.getName().endsWith(CLASS))
                .filter(entry -> entry.getName().indexOf('-') < 0)
                .forEach(entry ->
                        entries.put(entry.getName().substring(0, entry.getName().length() - CLASS.length()), entry));
    }

    static JarClasses open(Path path) throws IOException {
        JarFile jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
        return new JarClasses(String.valueOf(path.getFileName()), jar, explicit(path));
    }

    private static Optional<ModuleDescriptor> explicit(Path path) {
        try {
            return ModuleFinder.of(path).findAll().stream()
                    .findFirst()
                    .map(ModuleReference::descriptor)
                    .filter(found -> !found.isAutomatic());
        } catch (FindException e) {
            return Optional.empty();
        }
    }

    String name() {
        return name;
    }

    /** Its module, when it has a descriptor of its own. */
    Optional<ModuleDescriptor> descriptor() {
        return descriptor;
    }

    /** The names of its classes, with slashes. */
    Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    Set<String> packages() {
        Set<String> packages = new HashSet<>();
        entries.keySet().forEach(it -> packages.add(ClassShape.packageOf(it)));
        return packages;
    }

    /** The bytes of a class, unless it is not here or too large to be one. */
    Optional<byte[]> bytes(String className) throws IOException {
        JarEntry entry = entries.get(className);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(CLASS_LIMIT + 1);
            return bytes.length > CLASS_LIMIT ? Optional.empty() : Optional.of(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
