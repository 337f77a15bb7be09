package org.citykit.runtime.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.runtime.image.ImageJar;
import org.citykit.runtime.image.ModuleShape;

/**
 * The jars of one plugin, sorted into modules. Libraries without a descriptor, and libraries that share a package with
 * another or with the JDK, become one module, as on a class path; their names stay usable. Immutable.
 */
final class ModuleSet {
    private final ImageJar main;
    private final List<ImageJar> all;
    private final List<ImageJar> explicit = new ArrayList<>();
    private final List<ImageJar> merged = new ArrayList<>();
    private final Map<String, String> clashes = new LinkedHashMap<>();

    /** @param jars the plugin's own first */
    ModuleSet(List<ImageJar> jars, HostModules host) {
        this.main = jars.get(0);
        this.all = jars;
        if (jars.size() > 1) {
            Set<ImageJar> sharing = sharing(host);
            for (ImageJar library : jars.subList(1, jars.size())) {
                boolean alone = !library.shape().automatic() && !sharing.contains(library);
                (alone ? explicit : merged).add(library);
            }
        }
    }

    private Set<ImageJar> sharing(HostModules host) {
        Set<ImageJar> sharing = new HashSet<>();
        Map<String, ImageJar> owners = new HashMap<>();
        for (String name : main.shape().packages()) {
            owners.put(name, main);
        }
        for (ImageJar library : all.subList(1, all.size())) {
            for (String name : library.shape().packages()) {
                ImageJar other = owners.putIfAbsent(name, library);
                if (main.equals(other)) {
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

    ImageJar main() {
        return main;
    }

    boolean isMerged(ImageJar jar) {
        return merged.contains(jar);
    }

    /** The libraries that stay modules of their own. */
    List<ImageJar> explicit() {
        return explicit;
    }

    /** The libraries that become one module. */
    List<ImageJar> merged() {
        return merged;
    }

    /** Whether one of the merged libraries names the JDK's {@code ServiceLoader} at all. */
    boolean looksForServices() {
        for (ImageJar jar : merged) {
            if (jar.looksForServices()) {
                return true;
            }
        }
        return false;
    }

    /** The name of the module that the merged libraries become. */
    Optional<String> mergedName() {
        return merged.isEmpty()
                ? Optional.empty()
                : Optional.of(merged.get(0).shape().name());
    }

    /** Packages that the plugin's own module shares with a library, with the library's name; there must be none. */
    Map<String, String> clashes() {
        return clashes;
    }

    boolean isMerged(String moduleName) {
        return merged.stream().anyMatch(jar -> jar.shape().name().equals(moduleName));
    }

    /** All jars, the plugin's own first. */
    List<ImageJar> all() {
        return all;
    }

    /** The explicit libraries that need none of the merged ones, so that these may require them. */
    List<ImageJar> independent() {
        List<ImageJar> independent = new ArrayList<>(explicit);
        Set<String> dependent = new HashSet<>();
        for (ImageJar jar : merged) {
            dependent.add(jar.shape().name());
        }
        dependent.add(main.shape().name());
        boolean changed = true;
        while (changed) {
            changed = independent.removeIf(jar -> requiresAny(jar.shape(), dependent)
                    && dependent.add(jar.shape().name()));
        }
        return independent;
    }

    private static boolean requiresAny(ModuleShape shape, Set<String> names) {
        return shape.requires().stream().anyMatch(it -> names.contains(it.name()));
    }
}
