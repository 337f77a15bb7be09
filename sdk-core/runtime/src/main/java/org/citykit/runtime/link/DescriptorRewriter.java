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
    private static final String BASE = "java.base";
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
        this.alone = usesNoServiceOfJdk();
        explicit(modules.main().shape());
        for (ImageJar jar : modules.explicit()) {
            explicit(jar.shape());
        }
        if (modules.mergedName().isPresent()) {
            merged(modules.mergedName().get());
        }
    }

    /** The new descriptors by module name. */
    Map<String, ModuleDescriptor> descriptors() {
        return rewritten;
    }

    /**
     * Whether the modules resolve against each other alone: they name the JDK's only as what they would like to have,
     * and {@link LayerMaker} joins them too. Resolving against the JDK looks at all of its modules, which takes longer
     * than all else that a small plugin needs; only services of the JDK cannot do without.
     */
    boolean isAlone() {
        return alone;
    }

    private boolean usesNoServiceOfJdk() {
        Set<String> services = new HashSet<>();
        addServices(modules.all(), services);
        for (String service : services) {
            if (host.isJdkExport(Names.packageOf(service))) {
                return false;
            }
        }
        return !modules.looksForServices();
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
        if (old.mainClass().isPresent()) {
            builder.mainClass(old.mainClass().get());
        }
        Optional<ModuleDescriptor.Version> version = old.version().isEmpty()
                ? Optional.empty()
                : host.version(old.version().get());
        if (version.isPresent()) {
            builder.version(version.get());
        }
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
        ModuleDescriptor.Builder builder = withoutJdk(ModuleDescriptor.newOpenModule(name));
        List<ImageJar> readable = modules.independent();
        Set<String> packages = mergedPackages();
        builder.packages(packages);
        for (String packageName : packages) {
            builder.exports(packageName);
        }
        Set<String> reachable = new HashSet<>(packages);
        for (ImageJar jar : readable) {
            builder.requires(jar.shape().name());
            reachable.addAll(jar.shape().openlyExported());
        }
        Map<String, Set<String>> providers = mergedProviders(reachable, packages);
        for (Map.Entry<String, Set<String>> one : providers.entrySet()) {
            builder.provides(one.getKey(), List.copyOf(one.getValue()));
        }
        Set<String> uses = mergedUses(readable, reachable);
        for (String service : uses) {
            builder.uses(service);
        }
        for (String required : jdkModulesOf(providers.keySet(), uses)) {
            builder.requires(required);
        }
        rewritten.put(name, builder.build());
        for (ImageJar jar : modules.merged()) {
            String alias = jar.shape().name();
            if (!alias.equals(name)) {
                rewritten.put(
                        alias,
                        withoutJdk(ModuleDescriptor.newModule(alias))
                                .requires(Set.of(Requires.Modifier.TRANSITIVE), name)
                                .build());
            }
        }
    }

    private ModuleDescriptor.Builder withoutJdk(ModuleDescriptor.Builder builder) {
        return alone ? builder.requires(IF_THERE, BASE) : builder;
    }

    /** Resolving insists that services come from modules that are required. */
    private Set<String> jdkModulesOf(Set<String> provided, Set<String> used) {
        Set<String> names = new HashSet<>();
        addJdkModulesOf(provided, names);
        addJdkModulesOf(used, names);
        return names;
    }

    private void addJdkModulesOf(Set<String> services, Set<String> names) {
        for (String service : services) {
            Optional<String> module = host.jdkExporter(Names.packageOf(service));
            if (module.isPresent()) {
                names.add(module.get());
            }
        }
    }

    /** As on a class path, a package that the JDK exports is the JDK's. */
    private Set<String> mergedPackages() {
        Set<String> packages = new HashSet<>();
        for (ImageJar jar : modules.merged()) {
            for (String name : jar.shape().packages()) {
                if (!host.isJdkExport(name)) {
                    packages.add(name);
                }
            }
        }
        return packages;
    }

    private Map<String, Set<String>> mergedProviders(Set<String> reachable, Set<String> packages) {
        Map<String, Set<String>> providers = new HashMap<>();
        for (ImageJar jar : modules.merged()) {
            for (ModuleShape.Offer offer : jar.shape().provides()) {
                String servicePackage = Names.packageOf(offer.service());
                if (reachable.contains(servicePackage) || host.isJdkExport(servicePackage)) {
                    for (String provider : offer.providers()) {
                        if (packages.contains(Names.packageOf(provider))) {
                            providers
                                    .computeIfAbsent(offer.service(), key -> new LinkedHashSet<>())
                                    .add(provider);
                        }
                    }
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
        Set<String> named = new HashSet<>(classNames);
        for (ImageJar jar : modules.merged()) {
            named.addAll(jar.shape().uses());
        }
        if (modules.looksForServices()) {
            named.addAll(host.jdkServices());
            addServices(modules.merged(), named);
            addServices(readable, named);
        }
        Set<String> uses = new HashSet<>();
        for (String service : named) {
            String packageName = Names.packageOf(service);
            if (reachable.contains(packageName) || host.isJdkExport(packageName)) {
                uses.add(service);
            }
        }
        return uses;
    }

    private static void addServices(List<ImageJar> jars, Set<String> services) {
        for (ImageJar jar : jars) {
            services.addAll(jar.shape().uses());
            for (ModuleShape.Offer offer : jar.shape().provides()) {
                services.add(offer.service());
            }
        }
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
