package org.citykit.runtime.link;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
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
import org.citykit.runtime.image.ImageJar;
import org.citykit.runtime.image.ModuleShape;
import org.citykit.runtime.plugin.PluginFacts;

/** Makes the layer of one plugin whose requirements are met. Confined. */
final class LayerMaker {
    private static final ModuleFinder NOTHING = ModuleFinder.of();

    private final PluginFacts facts;
    private final ModuleSet modules;
    private final HostModules host;
    private final Collection<LinkedPlugin> required;
    private final Map<String, List<JarOfImage>> jars = new LinkedHashMap<>();

    LayerMaker(
            PluginFacts facts,
            LinkedImage image,
            ModuleSet modules,
            HostModules host,
            Collection<LinkedPlugin> required) {
        this.facts = facts;
        this.modules = modules;
        this.host = host;
        this.required = required;
        List<ImageJar> all = modules.all();
        List<JarOfImage> merged = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ImageJar jar = all.get(i);
            JarOfImage bytes = new JarOfImage(image, i, facts.copyOf(jar.name()));
            if (i > 0 && modules.isMerged(jar)) {
                merged.add(bytes);
            } else {
                jars.put(jar.shape().name(), List.of(bytes));
            }
        }
        if (modules.mergedName().isPresent()) {
            jars.put(modules.mergedName().get(), merged);
        }
    }

    /**
     * Defines the modules.
     *
     * @throws RuntimeException of the kinds that {@link Configuration#resolve} and {@link ModuleLayer#defineModules}
     *     document
     */
    LinkedPlugin make() {
        DescriptorRewriter rewriter = new DescriptorRewriter(modules, host, mergedClasses());
        Map<String, ModuleDescriptor> descriptors = rewriter.descriptors();
        List<ModuleLayer> below = rewriter.isAlone() ? HostModules.NO_LAYERS : host.layers();
        Configuration configuration = Configuration.resolve(
                new RewrittenFinder(descriptors),
                rewriter.isAlone() ? HostModules.NO_CONFIGURATIONS : host.configurations(),
                NOTHING,
                descriptors.keySet());
        PluginClassLoader loader = new PluginClassLoader(facts.id(), facts.file(), parts(descriptors), host);
        ModuleLayer.Controller controller = ModuleLayer.defineModules(configuration, below, name -> loader);
        joinReads(controller, rewriter.isAlone());
        LinkedPlugin plugin = new LinkedPlugin(facts, loader, controller);
        Module runtime = Linker.class.getModule();
        for (String name : modules.main().shape().packages()) {
            controller.addOpens(plugin.module(), name, runtime);
        }
        for (LinkedPlugin other : required) {
            joinExports(other, plugin.module());
        }
        return plugin;
    }

    private Set<String> mergedClasses() {
        if (!modules.looksForServices()) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        String merged = modules.mergedName().orElseThrow();
        for (JarOfImage jar : jars.getOrDefault(merged, List.of())) {
            for (String entry : jar.names()) {
                if (entry.endsWith(".class")
                        && entry.indexOf('/') > 0
                        && entry.indexOf('-') < 0
                        && !isAnonymous(entry)) {
                    names.add(entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'));
                }
            }
        }
        return names;
    }

    /** A dollar sign with a digit after it: the compiler names classes so that have no name. */
    private static boolean isAnonymous(String entry) {
        for (int at = entry.indexOf('$'); at >= 0; at = entry.indexOf('$', at + 1)) {
            if (at + 1 < entry.length() && entry.charAt(at + 1) >= '0' && entry.charAt(at + 1) <= '9') {
                return true;
            }
        }
        return false;
    }

    private PluginClassLoader.Parts parts(Map<String, ModuleDescriptor> descriptors) {
        Map<String, String> packages = new HashMap<>();
        for (Map.Entry<String, ModuleDescriptor> one : descriptors.entrySet()) {
            for (String packageName : one.getValue().packages()) {
                packages.put(packageName, one.getKey());
            }
        }
        Map<String, ClassLoader> visible = host.sharedPackages();
        if (!required.isEmpty()) {
            visible = new HashMap<>(visible);
            for (LinkedPlugin other : required) {
                for (ModuleShape.Door door : other.facts().module().exports()) {
                    if (door.admits(facts.id())) {
                        visible.put(door.packageName(), other.loader());
                    }
                }
            }
        }
        return new PluginClassLoader.Parts(packages, jars, visible, hidesHost(packages.keySet()));
    }

    private boolean hidesHost(Set<String> packages) {
        for (String name : packages) {
            if (host.hasPackage(name)) {
                return true;
            }
        }
        for (LinkedPlugin other : required) {
            for (ModuleShape.Door door : other.facts().module().exports()) {
                if (host.hasPackage(door.packageName())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The modules of one plugin share a loader and so have disjoint packages: reading each other harms nothing. */
    private void joinReads(ModuleLayer.Controller controller, boolean alone) {
        Set<Module> own = controller.layer().modules();
        Set<Module> readable = new HashSet<>(own.size() == 1 ? Set.of() : own);
        readable.addAll(host.sharedModules());
        if (alone) {
            for (ImageJar jar : modules.all()) {
                for (ModuleShape.Need need : jar.shape().requires()) {
                    readable.addAll(host.withTransitive(need.name()));
                }
            }
        }
        for (ImageJar jar : modules.merged()) {
            addImpliedJdk(jar.shape(), readable);
        }
        for (LinkedPlugin other : required) {
            readable.add(other.module());
            addImpliedJdk(other.facts().module(), readable);
        }
        for (Module module : own) {
            for (Module other : readable) {
                controller.addReads(module, other);
            }
            if (modules.mergedName().isPresent() && modules.mergedName().get().equals(module.getName())) {
                for (Module other : host.jdkModules()) {
                    controller.addReads(module, other);
                }
            }
        }
    }

    private void addImpliedJdk(ModuleShape shape, Set<Module> readable) {
        for (ModuleShape.Need need : shape.requires()) {
            if (need.isTransitive()) {
                readable.addAll(host.withTransitive(need.name()));
            }
        }
    }

    /** A module of another layer is not there yet when qualified exports to it are set up. */
    private void joinExports(LinkedPlugin other, Module ours) {
        for (ModuleShape.Door door : other.facts().module().exports()) {
            if (door.targets().contains(facts.id())) {
                other.controller().addExports(other.module(), door.packageName(), ours);
            }
        }
        for (ModuleShape.Door door : other.facts().module().opens()) {
            if (door.targets().contains(facts.id())) {
                other.controller().addOpens(other.module(), door.packageName(), ours);
            }
        }
    }

    /** Finds the plugin's modules under their rewritten descriptors. */
    private final class RewrittenFinder implements ModuleFinder {
        private final Map<String, ModuleReference> references = new HashMap<>();

        RewrittenFinder(Map<String, ModuleDescriptor> descriptors) {
            for (Map.Entry<String, ModuleDescriptor> one : descriptors.entrySet()) {
                List<JarOfImage> bytes = jars.getOrDefault(one.getKey(), List.of());
                references.put(one.getKey(), new Rewritten(one.getValue(), bytes));
            }
        }

        @Override
        public Optional<ModuleReference> find(String name) {
            return Optional.ofNullable(references.get(name));
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.copyOf(references.values());
        }
    }

    private static final class Rewritten extends ModuleReference {
        private final List<JarOfImage> jars;

        Rewritten(ModuleDescriptor descriptor, List<JarOfImage> jars) {
            super(descriptor, jars.isEmpty() ? null : FileAddress.of(jars.get(0).copy()));
            this.jars = jars;
        }

        @Override
        public ModuleReader open() {
            return new ImageModuleReader(jars);
        }
    }
}
