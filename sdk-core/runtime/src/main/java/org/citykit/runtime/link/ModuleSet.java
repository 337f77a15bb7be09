package org.citykit.runtime.link;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginJar;

/**
 * The jars of one plugin, sorted into modules. Libraries without a descriptor, and libraries that share a package with
 * another or with the JDK, become one module, as on a class path; their names stay usable. Immutable.
 */
final class ModuleSet {
    private final PluginJar main;
    private final List<PluginJar> explicit = new ArrayList<>();
    private final List<PluginJar> merged = new ArrayList<>();
    private final Map<String, String> clashes = new LinkedHashMap<>();

    ModuleSet(PluginFacts facts, HostModules host) {
        this.main = facts.main();
        Set<PluginJar> sharing = sharing(facts, host);
        for (PluginJar library : facts.libraries()) {
            boolean alone = !descriptor(library).isAutomatic() && !sharing.contains(library);
            (alone ? explicit : merged).add(library);
        }
    }

    private Set<PluginJar> sharing(PluginFacts facts, HostModules host) {
        Set<PluginJar> sharing = new HashSet<>();
        Map<String, PluginJar> owners = new LinkedHashMap<>();
        descriptor(main).packages().forEach(name -> owners.put(name, main));
        for (PluginJar library : facts.libraries()) {
            for (String name : descriptor(library).packages()) {
                PluginJar other = owners.putIfAbsent(name, library);
                if (other != null && other.equals(main)) {
                    clashes.put(name, library.name());
                }
                if (other != null) {
                    sharing.addAll(List.of(library, other));
                }
                if (host.isJdkExport(name)) {
                    sharing.add(library);
                }
            }
        }
        return sharing;
    }

    static ModuleDescriptor descriptor(PluginJar jar) {
        return jar.module().descriptor();
    }

    PluginJar main() {
        return main;
    }

    /** The libraries that stay modules of their own. */
    List<PluginJar> explicit() {
        return explicit;
    }

    /** The libraries that become one module. */
    List<PluginJar> merged() {
        return merged;
    }

    /** The name of the module that the merged libraries become. */
    Optional<String> mergedName() {
        return merged.stream().findFirst().map(PluginJar::moduleName);
    }

    /** Packages that the plugin's own module shares with a library, with the library's name; there must be none. */
    Map<String, String> clashes() {
        return clashes;
    }

    boolean isMerged(String moduleName) {
        return merged.stream().anyMatch(jar -> jar.moduleName().equals(moduleName));
    }

    List<PluginJar> all() {
        List<PluginJar> all = new ArrayList<>();
        all.add(main);
        all.addAll(explicit);
        all.addAll(merged);
        return all;
    }

    /** The explicit libraries that need none of the merged ones, so that these may require them. */
    List<PluginJar> independent() {
        List<PluginJar> independent = new ArrayList<>(explicit);
        Set<String> dependent = new HashSet<>();
        merged.forEach(jar -> dependent.add(jar.moduleName()));
        dependent.add(main.moduleName());
        boolean changed = true;
        while (changed) {
            changed = independent.removeIf(jar -> requiresAny(jar, dependent) && dependent.add(jar.moduleName()));
        }
        return independent;
    }

    private static boolean requiresAny(PluginJar jar, Set<String> names) {
        return descriptor(jar).requires().stream().anyMatch(it -> names.contains(it.name()));
    }
}
