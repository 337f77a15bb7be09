package org.citykit.runtime.link;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.runtime.plugin.PluginJar;

/**
 * Rewrites the descriptors of one plugin's modules so that they resolve against the JDK and each other alone. What is
 * taken out, the API, SLF4J and other plugins, is joined again by {@link LayerMaker}. Confined.
 */
final class DescriptorRewriter {
    private final ModuleSet modules;
    private final HostModules host;
    private final Set<String> mergedServices;
    private final Map<String, ModuleDescriptor> rewritten = new LinkedHashMap<>();
    private final Set<String> ownPackages = new HashSet<>();
    private final Set<String> ownModules = new HashSet<>();

    /** @param classNames of the merged libraries, any of which may be a service they use */
    DescriptorRewriter(ModuleSet modules, HostModules host, Set<String> classNames) {
        this.modules = modules;
        this.host = host;
        this.mergedServices = classNames;
        for (PluginJar jar : modules.all()) {
            ownModules.add(jar.moduleName());
            ownPackages.addAll(ModuleSet.descriptor(jar).packages());
        }
        explicit(modules.main());
        modules.explicit().forEach(this::explicit);
        modules.mergedName().ifPresent(this::merged);
    }

    /** The new descriptors by module name. */
    Map<String, ModuleDescriptor> descriptors() {
        return rewritten;
    }

    private void explicit(PluginJar jar) {
        ModuleDescriptor old = ModuleSet.descriptor(jar);
        ModuleDescriptor.Builder builder =
                old.isOpen() ? ModuleDescriptor.newOpenModule(old.name()) : ModuleDescriptor.newModule(old.name());
        old.requires().stream().filter(this::staysRequired).forEach(builder::requires);
        builder.packages(old.packages());
        old.exports().forEach(it -> {
            if (it.isQualified()) {
                builder.exports(it.modifiers(), it.source(), withMerged(it.targets()));
            } else {
                builder.exports(it);
            }
        });
        old.opens().forEach(it -> {
            if (it.isQualified()) {
                builder.opens(it.modifiers(), it.source(), withMerged(it.targets()));
            } else {
                builder.opens(it);
            }
        });
        old.provides().stream().filter(it -> isKnown(it.service())).forEach(builder::provides);
        old.uses().stream().filter(this::isKnown).forEach(builder::uses);
        old.mainClass().ifPresent(builder::mainClass);
        old.version().ifPresent(builder::version);
        rewritten.put(old.name(), builder.build());
    }

    private boolean staysRequired(Requires requires) {
        return ownModules.contains(requires.name())
                || host.jdkModule(requires.name()).isPresent();
    }

    private boolean isKnown(String service) {
        String packageName = Names.packageOf(service);
        return ownPackages.contains(packageName) || host.isJdkExport(packageName);
    }

    private void merged(String name) {
        ModuleDescriptor.Builder builder = ModuleDescriptor.newOpenModule(name);
        host.jdkModules().forEach(builder::requires);
        List<PluginJar> readable = modules.independent();
        readable.forEach(jar -> builder.requires(jar.moduleName()));
        Set<String> packages = mergedPackages();
        builder.packages(packages);
        packages.forEach(builder::exports);
        Set<String> reachable = new HashSet<>(packages);
        readable.forEach(jar -> reachable.addAll(HostModules.exportsOf(ModuleSet.descriptor(jar))));
        mergedProviders(reachable, packages)
                .forEach((service, providers) -> builder.provides(service, List.copyOf(providers)));
        mergedUses(readable, reachable).forEach(builder::uses);
        rewritten.put(name, builder.build());
        modules.merged().stream()
                .map(PluginJar::moduleName)
                .filter(it -> !it.equals(name))
                .forEach(alias -> rewritten.put(
                        alias,
                        ModuleDescriptor.newModule(alias)
                                .requires(Set.of(Requires.Modifier.TRANSITIVE), name)
                                .build()));
    }

    /** As on a class path, a package that the JDK exports is the JDK's. */
    private Set<String> mergedPackages() {
        Set<String> packages = new HashSet<>();
        modules.merged()
                .forEach(jar -> packages.addAll(ModuleSet.descriptor(jar).packages()));
        packages.removeIf(host::isJdkExport);
        return packages;
    }

    private Map<String, Set<String>> mergedProviders(Set<String> reachable, Set<String> packages) {
        Map<String, Set<String>> providers = new HashMap<>();
        for (PluginJar jar : modules.merged()) {
            for (ModuleDescriptor.Provides provides : ModuleSet.descriptor(jar).provides()) {
                String servicePackage = Names.packageOf(provides.service());
                if (reachable.contains(servicePackage) || host.isJdkExport(servicePackage)) {
                    provides.providers().stream()
                            .filter(it -> packages.contains(Names.packageOf(it)))
                            .forEach(it -> providers
                                    .computeIfAbsent(provides.service(), key -> new LinkedHashSet<>())
                                    .add(it));
                }
            }
        }
        return providers;
    }

    /** A library without a descriptor never says what it uses, so it may use whatever it can see. */
    private Set<String> mergedUses(List<PluginJar> readable, Set<String> reachable) {
        Set<String> uses = new HashSet<>(mergedServices);
        uses.addAll(host.jdkServices());
        modules.merged().forEach(jar -> addServices(jar, uses));
        readable.forEach(jar -> addServices(jar, uses));
        uses.removeIf(service -> {
            String packageName = Names.packageOf(service);
            return !reachable.contains(packageName) && !host.isJdkExport(packageName);
        });
        return uses;
    }

    private static void addServices(PluginJar jar, Set<String> services) {
        services.addAll(ModuleSet.descriptor(jar).uses());
        ModuleSet.descriptor(jar).provides().forEach(it -> services.add(it.service()));
    }

    /** What is open to one of the merged libraries is open to the module they have become. */
    private Set<String> withMerged(Set<String> targets) {
        Optional<String> merged = modules.mergedName();
        if (merged.isEmpty() || targets.stream().noneMatch(modules::isMerged)) {
            return targets;
        }
        Set<String> more = new HashSet<>(targets);
        more.add(merged.get());
        return more;
    }
}
