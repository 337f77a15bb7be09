package org.citykit.runtime.link;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.runtime.image.ImageJar;
import org.citykit.runtime.image.ModuleShape;

/**
 * Makes the descriptors with which one plugin's modules resolve against the JDK and each other alone. What is left out,
 * the API, SLF4J and other plugins, is joined again by {@link LayerMaker}. Confined.
 */
final class DescriptorRewriter {
    private static final Set<Requires.Modifier> IF_THERE = Set.of(Requires.Modifier.STATIC);

    private final ModuleSet modules;
    private final HostModules host;
    private final Set<String> classNames;
    private final boolean alone;
    private final Map<String, ModuleDescriptor> rewritten = new LinkedHashMap<>();
    private final Set<String> ownPackages = new HashSet<>();
    private final Set<String> ownModules = new HashSet<>();

    /** @param classNames of the merged libraries that may be services they look for */
    DescriptorRewriter(ModuleSet modules, HostModules host, Set<String> classNames) {
        this.modules = modules;
        this.host = host;
        this.classNames = classNames;
        for (ImageJar jar : modules.all()) {
            ownModules.add(jar.shape().name());
            ownPackages.addAll(jar.shape().packages());
        }
        this.alone = modules.all().size() == 1 && usesNoService(modules.main().shape());
        explicit(modules.main().shape());
        for (ImageJar jar : modules.explicit()) {
            explicit(jar.shape());
        }
        modules.mergedName().ifPresent(this::merged);
    }

    /** The new descriptors by module name. */
    Map<String, ModuleDescriptor> descriptors() {
        return rewritten;
    }

    /**
     * Whether there is one module, which resolves against nothing: it names the JDK's modules only as what it would
     * like to have, and {@link LayerMaker} joins them too. Resolving against the JDK looks at all of its modules, which
     * takes longer than all else that a small plugin needs; only services of the JDK cannot do without.
     */
    boolean isAlone() {
        return alone;
    }

    private boolean usesNoService(ModuleShape shape) {
        for (String service : shape.uses()) {
            if (isKnown(service)) {
                return false;
            }
        }
        for (ModuleShape.Offer offer : shape.provides()) {
            if (isKnown(offer.service())) {
                return false;
            }
        }
        return true;
    }

    private void explicit(ModuleShape old) {
        ModuleDescriptor.Builder builder =
                old.open() ? ModuleDescriptor.newOpenModule(old.name()) : ModuleDescriptor.newModule(old.name());
        for (ModuleShape.Need need : old.requires()) {
            if (alone && host.jdkModule(need.name()).isPresent()) {
                builder.requires(IF_THERE, need.name());
            } else if (ownModules.contains(need.name())
                    || host.jdkModule(need.name()).isPresent()) {
                builder.requires(modifiers(need), need.name());
            }
        }
        builder.packages(new HashSet<>(old.packages()));
        for (ModuleShape.Door door : old.exports()) {
            if (door.targets().isEmpty()) {
                builder.exports(door.packageName());
            } else {
                builder.exports(door.packageName(), withMerged(door.targets()));
            }
        }
        for (ModuleShape.Door door : old.opens()) {
            if (door.targets().isEmpty()) {
                builder.opens(door.packageName());
            } else {
                builder.opens(door.packageName(), withMerged(door.targets()));
            }
        }
        for (ModuleShape.Offer offer : old.provides()) {
            if (isKnown(offer.service())) {
                builder.provides(offer.service(), offer.providers());
            }
        }
        for (String service : old.uses()) {
            if (isKnown(service)) {
                builder.uses(service);
            }
        }
        old.mainClass().ifPresent(builder::mainClass);
        old.version().flatMap(host::version).ifPresent(builder::version);
        rewritten.put(old.name(), builder.build());
    }

    private static Set<Requires.Modifier> modifiers(ModuleShape.Need need) {
        Set<Requires.Modifier> modifiers = EnumSet.noneOf(Requires.Modifier.class);
        if (need.isTransitive()) {
            modifiers.add(Requires.Modifier.TRANSITIVE);
        }
        if (need.isStatic()) {
            modifiers.add(Requires.Modifier.STATIC);
        }
        return modifiers;
    }

    private boolean isKnown(String service) {
        String packageName = Names.packageOf(service);
        return ownPackages.contains(packageName) || host.isJdkExport(packageName);
    }

    /** It reads the whole JDK as well, which {@link LayerMaker} joins: resolving 70 names would take its time. */
    private void merged(String name) {
        ModuleDescriptor.Builder builder = ModuleDescriptor.newOpenModule(name);
        List<ImageJar> readable = modules.independent();
        readable.forEach(jar -> builder.requires(jar.shape().name()));
        Set<String> packages = mergedPackages();
        builder.packages(packages);
        packages.forEach(builder::exports);
        Set<String> reachable = new HashSet<>(packages);
        readable.forEach(jar -> reachable.addAll(jar.shape().openlyExported()));
        Map<String, Set<String>> providers = mergedProviders(reachable, packages);
        Set<String> uses = mergedUses(readable, reachable);
        providers.forEach((service, classes) -> builder.provides(service, List.copyOf(classes)));
        uses.forEach(builder::uses);
        jdkModulesOf(providers.keySet(), uses).forEach(builder::requires);
        rewritten.put(name, builder.build());
        modules.merged().stream()
                .map(jar -> jar.shape().name())
                .filter(it -> !it.equals(name))
                .forEach(alias -> rewritten.put(
                        alias,
                        ModuleDescriptor.newModule(alias)
                                .requires(Set.of(Requires.Modifier.TRANSITIVE), name)
                                .build()));
    }

    /** Resolving insists that services come from modules that are required. */
    private Set<String> jdkModulesOf(Set<String> provided, Set<String> used) {
        Set<String> names = new HashSet<>();
        provided.forEach(service -> host.jdkExporter(Names.packageOf(service)).ifPresent(names::add));
        used.forEach(service -> host.jdkExporter(Names.packageOf(service)).ifPresent(names::add));
        return names;
    }

    /** As on a class path, a package that the JDK exports is the JDK's. */
    private Set<String> mergedPackages() {
        Set<String> packages = new HashSet<>();
        modules.merged().forEach(jar -> packages.addAll(jar.shape().packages()));
        packages.removeIf(host::isJdkExport);
        return packages;
    }

    private Map<String, Set<String>> mergedProviders(Set<String> reachable, Set<String> packages) {
        Map<String, Set<String>> providers = new HashMap<>();
        for (ImageJar jar : modules.merged()) {
            for (ModuleShape.Offer offer : jar.shape().provides()) {
                String servicePackage = Names.packageOf(offer.service());
                if (reachable.contains(servicePackage) || host.isJdkExport(servicePackage)) {
                    offer.providers().stream()
                            .filter(it -> packages.contains(Names.packageOf(it)))
                            .forEach(it -> providers
                                    .computeIfAbsent(offer.service(), key -> new LinkedHashSet<>())
                                    .add(it));
                }
            }
        }
        return providers;
    }

    /**
     * A library without a descriptor never says what it uses, so it may use whatever it can see, if it names the
     * JDK's {@code ServiceLoader} at all.
     */
    private Set<String> mergedUses(List<ImageJar> readable, Set<String> reachable) {
        Set<String> uses = new HashSet<>(classNames);
        modules.merged().forEach(jar -> uses.addAll(jar.shape().uses()));
        if (modules.merged().stream().anyMatch(ImageJar::looksForServices)) {
            uses.addAll(host.jdkServices());
            modules.merged().forEach(jar -> addServices(jar.shape(), uses));
            readable.forEach(jar -> addServices(jar.shape(), uses));
        }
        uses.removeIf(service -> {
            String packageName = Names.packageOf(service);
            return !reachable.contains(packageName) && !host.isJdkExport(packageName);
        });
        return uses;
    }

    private static void addServices(ModuleShape shape, Set<String> services) {
        services.addAll(shape.uses());
        shape.provides().forEach(it -> services.add(it.service()));
    }

    /** What is open to one of the merged libraries is open to the module they have become. */
    private Set<String> withMerged(List<String> targets) {
        Set<String> more = new HashSet<>(targets);
        Optional<String> merged = modules.mergedName();
        if (merged.isPresent() && targets.stream().anyMatch(modules::isMerged)) {
            more.add(merged.get());
        }
        return more;
    }
}
