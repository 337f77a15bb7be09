package org.citykit.runtime.link;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.citykit.api.Provider;
import org.citykit.runtime.plugin.HostApi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * What of this JVM a plugin may see: the JDK's modules in the boot layer, the API and SLF4J, wherever the host keeps
 * the two. Immutable.
 */
final class HostModules {
    static final String SLF4J = "org.slf4j";

    /** What lies below a layer that is joined to the JDK by hand. */
    static final List<ModuleLayer> NO_LAYERS = List.of(ModuleLayer.empty());

    static final List<Configuration> NO_CONFIGURATIONS = List.of(Configuration.empty());

    private static final Set<String> SLF4J_PACKAGES =
            Set.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi");

    private final Map<String, Module> jdk = new TreeMap<>();
    private final Set<String> jdkPackages = new HashSet<>();
    private final Map<String, String> jdkExports = new HashMap<>();
    private final Map<String, ClassLoader> shared = new HashMap<>();
    private final Set<ClassLoader> sharedLoaders = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Class<?>> loaded = new ConcurrentHashMap<>();
    private final Set<Module> sharedModules = Set.copyOf(List.of(Provider.class.getModule(), Logger.class.getModule()));
    private final Map<String, Set<Module>> transitive = new ConcurrentHashMap<>();
    private final Map<String, Optional<ModuleDescriptor.Version>> versions = new ConcurrentHashMap<>();
    private final List<ModuleLayer> layers = List.of(ModuleLayer.boot());
    private final List<Configuration> configurations =
            List.of(ModuleLayer.boot().configuration());

    HostModules() {
        for (Module module : JdkModules.all()) {
            jdk.put(module.getName(), module);
            jdkPackages.addAll(module.getPackages());
            for (String name : HostApi.exportsOf(module.getDescriptor())) {
                jdkExports.put(name, module.getName());
            }
        }
        for (String name : HostApi.packages()) {
            shared.put(name, Provider.class.getClassLoader());
        }
        for (String name : slf4jPackages()) {
            shared.put(name, Logger.class.getClassLoader());
        }
        sharedLoaders.addAll(shared.values());
    }

    private static Set<String> slf4jPackages() {
        Module module = Logger.class.getModule();
        if (!module.isNamed()) {
            return SLF4J_PACKAGES;
        }
        ModuleDescriptor descriptor = module.getDescriptor();
        return descriptor.isAutomatic() ? descriptor.packages() : HostApi.exportsOf(descriptor);
    }

    Optional<Module> jdkModule(String name) {
        return Optional.ofNullable(jdk.get(name));
    }

    Collection<Module> jdkModules() {
        return jdk.values();
    }

    /** Exported or not: the JDK's own reflection loads what it does not export. */
    boolean isJdkPackage(String name) {
        return jdkPackages.contains(name);
    }

    boolean isJdkExport(String packageName) {
        return jdkExports.containsKey(packageName);
    }

    /** The module of the JDK that exports a package to everybody, if one does. */
    Optional<String> jdkExporter(String packageName) {
        return Optional.ofNullable(jdkExports.get(packageName));
    }

    /** The loaders of the packages of the API and of SLF4J. */
    Map<String, ClassLoader> sharedPackages() {
        return shared;
    }

    /** Whether it is a loader of the API or of SLF4J. */
    boolean isShared(ClassLoader loader) {
        return sharedLoaders.contains(loader);
    }

    /** A class that some plugin was given by {@link #load} before. */
    @Nullable
    Class<?> loaded(String name) {
        return loaded.get(name);
    }

    /** Whether the JDK, the API or SLF4J has a package of the name. */
    boolean hasPackage(String name) {
        return jdkPackages.contains(name) || shared.containsKey(name);
    }

    /** A version, if it is one, which is read only once. */
    Optional<ModuleDescriptor.Version> version(String text) {
        return versions.computeIfAbsent(text, HostModules::parsed);
    }

    private static Optional<ModuleDescriptor.Version> parsed(String text) {
        try {
            return Optional.of(ModuleDescriptor.Version.parse(text));
        } catch (IllegalArgumentException e) {
            // A library may call its versions what it likes; nothing is resolved by them.
            return Optional.empty();
        }
    }

    /** A class of the JDK, the API or SLF4J, which every plugin asks for and which stays as long as the host. */
    Class<?> load(String name, ClassLoader loader) throws ClassNotFoundException {
        Class<?> known = loaded.get(name);
        if (known == null) {
            known = loader.loadClass(name);
            loaded.put(name, known);
        }
        return known;
    }

    /** The modules that hold the API and SLF4J; one unnamed module may be both. */
    Set<Module> sharedModules() {
        return sharedModules;
    }

    /** The layers below a plugin's own. */
    List<ModuleLayer> layers() {
        return layers;
    }

    /** Their configurations. */
    List<Configuration> configurations() {
        return configurations;
    }

    /** A module of the JDK with all that it lets its readers read. */
    Set<Module> withTransitive(String name) {
        return transitive.computeIfAbsent(name, this::closure);
    }

    private Set<Module> closure(String name) {
        Set<Module> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(name));
        while (!open.isEmpty()) {
            Module module = jdk.get(open.pop());
            if (module != null && found.add(module)) {
                for (ModuleDescriptor.Requires requires : module.getDescriptor().requires()) {
                    if (requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE)) {
                        open.push(requires.name());
                    }
                }
            }
        }
        return found;
    }

    /** The services of the JDK that anybody may use. */
    Set<String> jdkServices() {
        Set<String> services = new HashSet<>();
        for (Module module : jdk.values()) {
            services.addAll(module.getDescriptor().uses());
            for (ModuleDescriptor.Provides provides : module.getDescriptor().provides()) {
                services.add(provides.service());
            }
        }
        services.removeIf(service -> !isJdkExport(Names.packageOf(service)));
        return services;
    }
}
