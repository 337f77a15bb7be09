package org.citykit.runtime.link;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginJar;

/** Makes the layer of one plugin whose requirements are met. Confined. */
final class LayerMaker {
    private static final Pattern ANONYMOUS = Pattern.compile(".*\\$[0-9]+.*");

    private final PluginFacts facts;
    private final ModuleSet modules;
    private final HostModules host;
    private final Collection<LinkedPlugin> required;
    private final Map<PluginJar, PluginBytes> jars = new LinkedHashMap<>();

    LayerMaker(PluginFacts facts, ModuleSet modules, HostModules host, Collection<LinkedPlugin> required) {
        this.facts = facts;
        this.modules = modules;
        this.host = host;
        this.required = required;
    }

    /**
     * Opens the jars and defines the modules.
     *
     * @throws IOException when a jar cannot be opened
     * @throws RuntimeException of the kinds that {@link Configuration#resolve} and {@link ModuleLayer#defineModules}
     *     document
     */
    LinkedPlugin make() throws IOException {
        try {
            for (PluginJar jar : modules.all()) {
                jars.put(jar, JarBytes.open(jar.path()));
            }
            return define();
        } catch (IOException | RuntimeException | LinkageError e) {
            for (PluginBytes jar : jars.values()) {
                jar.close();
            }
            throw e;
        }
    }

    private LinkedPlugin define() {
        Map<String, ModuleDescriptor> descriptors =
                new DescriptorRewriter(modules, host, mergedClasses()).descriptors();
        Configuration configuration = Configuration.resolve(
                new RewrittenFinder(descriptors),
                List.of(ModuleLayer.boot().configuration()),
                ModuleFinder.of(),
                descriptors.keySet());
        PluginClassLoader loader = new PluginClassLoader(facts.id(), facts.file(), parts(descriptors), host);
        ModuleLayer.Controller controller =
                ModuleLayer.defineModules(configuration, List.of(ModuleLayer.boot()), name -> loader);
        joinReads(controller);
        LinkedPlugin plugin = new LinkedPlugin(facts, loader, controller);
        Module runtime = Linker.class.getModule();
        plugin.module().getPackages().forEach(name -> controller.addOpens(plugin.module(), name, runtime));
        joinExports(plugin.module());
        return plugin;
    }

    private Set<String> mergedClasses() {
        Set<String> names = new HashSet<>();
        for (PluginJar jar : modules.merged()) {
            for (String entry : bytesOf(jar).names()) {
                if (entry.endsWith(".class")
                        && entry.indexOf('/') > 0
                        && entry.indexOf('-') < 0
                        && !ANONYMOUS.matcher(entry).matches()) {
                    names.add(entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'));
                }
            }
        }
        return names;
    }

    private PluginBytes bytesOf(PluginJar jar) {
        PluginBytes bytes = jars.get(jar);
        if (bytes == null) {
            throw new IllegalStateException("not opened: " + jar.path());
        }
        return bytes;
    }

    private PluginClassLoader.Parts parts(Map<String, ModuleDescriptor> descriptors) {
        Map<String, String> packages = new HashMap<>();
        descriptors.forEach((name, it) -> it.packages().forEach(packageName -> packages.put(packageName, name)));
        Map<String, List<PluginBytes>> bytes = new LinkedHashMap<>();
        bytes.put(facts.id(), List.of(bytesOf(modules.main())));
        modules.explicit().forEach(jar -> bytes.put(jar.moduleName(), List.of(bytesOf(jar))));
        modules.mergedName()
                .ifPresent(name -> bytes.put(
                        name, modules.merged().stream().map(this::bytesOf).toList()));
        Map<String, ClassLoader> visible = new HashMap<>(host.sharedPackages());
        for (LinkedPlugin other : required) {
            exportsToUs(other).forEach(name -> visible.put(name, other.loader()));
        }
        return new PluginClassLoader.Parts(Map.copyOf(packages), bytes, Map.copyOf(visible));
    }

    private Set<String> exportsToUs(LinkedPlugin other) {
        return other.facts().descriptor().exports().stream()
                .filter(it -> !it.isQualified() || it.targets().contains(facts.id()))
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    /** The modules of one plugin share a loader and so have disjoint packages: reading each other harms nothing. */
    private void joinReads(ModuleLayer.Controller controller) {
        Set<Module> readable = new HashSet<>(controller.layer().modules());
        readable.addAll(host.sharedModules());
        modules.merged().forEach(jar -> readable.addAll(impliedJdk(ModuleSet.descriptor(jar))));
        for (LinkedPlugin other : required) {
            readable.add(other.module());
            readable.addAll(impliedJdk(other.facts().descriptor()));
        }
        for (Module module : controller.layer().modules()) {
            readable.forEach(it -> controller.addReads(module, it));
        }
    }

    private Set<Module> impliedJdk(ModuleDescriptor descriptor) {
        return descriptor.requires().stream()
                .filter(it -> it.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .flatMap(it -> host.withTransitive(it.name()).stream())
                .collect(Collectors.toSet());
    }

    /** A module of another layer is not there yet when qualified exports to it are set up. */
    private void joinExports(Module ours) {
        for (LinkedPlugin other : required) {
            ModuleDescriptor descriptor = other.facts().descriptor();
            descriptor.exports().stream()
                    .filter(it -> it.targets().contains(facts.id()))
                    .forEach(it -> other.controller().addExports(other.module(), it.source(), ours));
            descriptor.opens().stream()
                    .filter(it -> it.targets().contains(facts.id()))
                    .forEach(it -> other.controller().addOpens(other.module(), it.source(), ours));
        }
    }

    /** Finds the plugin's modules under their rewritten descriptors. */
    private final class RewrittenFinder implements ModuleFinder {
        private final Map<String, ModuleReference> references = new HashMap<>();

        RewrittenFinder(Map<String, ModuleDescriptor> descriptors) {
            for (PluginJar jar : modules.all()) {
                ModuleDescriptor descriptor = descriptors.get(jar.moduleName());
                if (descriptor != null) {
                    references.put(jar.moduleName(), new Rewritten(descriptor, jar.module()));
                }
            }
        }

        @Override
        public Optional<ModuleReference> find(String name) {
            return Optional.ofNullable(references.get(name));
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.copyOf(new ArrayList<>(references.values()));
        }
    }

    private static final class Rewritten extends ModuleReference {
        private final ModuleReference original;

        Rewritten(ModuleDescriptor descriptor, ModuleReference original) {
            super(descriptor, original.location().orElse(null));
            this.original = original;
        }

        @Override
        public ModuleReader open() throws IOException {
            return original.open();
        }
    }
}
