package org.citykit.runtime.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Provider;
import org.citykit.runtime.link.JdkModules;
import org.citykit.runtime.plugin.HostApi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What this portal brings to every plugin: the JDK's modules, the API and SLF4J. Thread-safe, with shapes kept. */
final class PortalClasses {
    private static final Set<String> SLF4J =
            Set.of("org/slf4j", "org/slf4j/event", "org/slf4j/helpers", "org/slf4j/spi");

    private final Map<String, Module> jdkPackages = new HashMap<>();
    private final Map<String, Module> jdkModules = new HashMap<>();
    private final Map<String, Class<?>> shared = new HashMap<>();
    private final Map<String, Optional<ClassShape>> shapes = new HashMap<>();

    PortalClasses() {
        for (Module module : JdkModules.all()) {
            jdkModules.put(module.getName(), module);
            module.getPackages().forEach(it -> jdkPackages.put(it.replace('.', '/'), module));
        }
        HostApi.packages().forEach(it -> shared.put(it.replace('.', '/'), Provider.class));
        SLF4J.forEach(it -> shared.put(it, Logger.class));
    }

    /** The module of the JDK that has a package, exported or not. */
    Optional<Module> jdkModule(String packageName) {
        return Optional.ofNullable(jdkPackages.get(packageName));
    }

    boolean isJdkModule(String name) {
        return jdkModules.containsKey(name);
    }

    /** Whether the portal shares a package with plugins: the API's, or SLF4J's. */
    boolean isShared(String packageName) {
        return shared.containsKey(packageName);
    }

    /** Whether a class is the portal's own, which no plugin sees. */
    boolean isHosts(String className) {
        return !isShared(ClassShape.packageOf(className))
                && !jdkPackages.containsKey(ClassShape.packageOf(className))
                && className.startsWith("org/citykit/runtime/");
    }

    /** The modules of the JDK that somebody reads who requires these. */
    Set<String> readable(Set<String> required) {
        Set<String> readable = new HashSet<>(Set.of("java.base"));
        Deque<String> open = new ArrayDeque<>(required);
        while (!open.isEmpty()) {
            String name = open.pop();
            Module module = jdkModules.get(name);
            if (module != null && readable.add(name)) {
                transitive(module.getDescriptor()).forEach(open::push);
            }
        }
        return readable;
    }

    static Set<String> transitive(ModuleDescriptor descriptor) {
        Set<String> names = new HashSet<>();
        descriptor.requires().stream()
                .filter(it -> it.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .forEach(it -> names.add(it.name()));
        return names;
    }

    /** The shape of a class of the JDK, the API or SLF4J. */
    synchronized Optional<ClassShape> shape(String className) {
        Optional<ClassShape> known = shapes.get(className);
        if (known == null) {
            known = read(className);
            shapes.put(className, known);
        }
        return known;
    }

    private Optional<ClassShape> read(String className) {
        String packageName = ClassShape.packageOf(className);
        try (InputStream in = open(packageName, className + ".class")) {
            return in == null ? Optional.empty() : Optional.of(ShapeReader.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the portal's own class " + className + " cannot be read", e);
        }
    }

    private @Nullable InputStream open(String packageName, String entry) throws IOException {
        Module module = jdkPackages.get(packageName);
        if (module != null) {
            return module.getResourceAsStream(entry);
        }
        Class<?> neighbour = shared.get(packageName);
        return neighbour == null ? null : neighbour.getResourceAsStream("/" + entry);
    }
}
