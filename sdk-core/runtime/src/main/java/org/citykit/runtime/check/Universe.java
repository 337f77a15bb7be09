package org.citykit.runtime.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All classes that one plugin would meet in this portal, and how it sees them. Confined. */
final class Universe {
    private final List<JarClasses> jars;
    private final ModuleDescriptor main;
    private final List<Neighbour> neighbours;
    private final PortalClasses portal;
    private final Map<String, JarClasses> ownPackages = new HashMap<>();
    private final Map<String, Optional<Known>> known = new HashMap<>();
    private final Set<String> readable;
    private boolean packagesShared;

    /**
     * A plugin that this one requires.
     *
     * @param id its id
     * @param version its version
     * @param classes of its own module
     * @param exported the packages that it exports to this one, with slashes
     */
    record Neighbour(String id, String version, JarClasses classes, Set<String> exported) {}

    /** How a class can be seen from the plugin's own module. */
    enum Sight {
        VISIBLE,
        NOT_EXPORTED,
        NOT_READ
    }

    /** A class that is there. */
    record Known(ClassShape shape, Home home, Sight sight) {}

    /**
     * @param jars the plugin's own jar, then its libraries
     * @param main the descriptor of its own module
     */
    Universe(List<JarClasses> jars, ModuleDescriptor main, List<Neighbour> neighbours, PortalClasses portal) {
        this.jars = jars;
        this.main = main;
        this.neighbours = neighbours;
        this.portal = portal;
        for (JarClasses jar : jars) {
            for (String name : jar.packages()) {
                packagesShared |= ownPackages.putIfAbsent(name, jar) != null;
            }
        }
        this.readable = portal.readable(required());
    }

    private Set<String> required() {
        Set<String> required = new HashSet<>();
        main.requires().forEach(it -> required.add(it.name()));
        jars.forEach(jar -> jar.descriptor().ifPresent(it -> required.addAll(PortalClasses.transitive(it))));
        neighbours.forEach(
                it -> it.classes().descriptor().ifPresent(d -> required.addAll(PortalClasses.transitive(d))));
        return required;
    }

    /** A class by its name with slashes. */
    Optional<Known> find(String className) {
        Optional<Known> found = known.get(className);
        if (found == null) {
            found = look(className);
            known.put(className, found);
        }
        return found;
    }

    /** Whether anybody whom the plugin sees has classes in a package. */
    boolean hasPackage(String packageName) {
        return ownPackages.containsKey(packageName)
                || portal.isShared(packageName)
                || portal.jdkModule(packageName).isPresent()
                || neighbours.stream().anyMatch(it -> it.classes().packages().contains(packageName));
    }

    /** The plugin that a class is in, if it is one that this plugin requires. */
    Optional<Neighbour> neighbour(String id) {
        return neighbours.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /**
     * Whether a missing package may well belong to something that the plugin says it can do without: a module that it
     * requires statically, and that is not there.
     */
    boolean mayBeOptional(String packageName) {
        String dotted = packageName.replace('/', '.');
        return main.requires().stream()
                .filter(it -> it.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .filter(name -> neighbour(name).isEmpty())
                .anyMatch(name -> (dotted + ".").startsWith(name + ".") || name.startsWith(dotted + "."));
    }

    private Optional<Known> look(String className) {
        String packageName = ClassShape.packageOf(className);
        if (ownPackages.containsKey(packageName)) {
            return inside(className, packageName);
        }
        if (portal.isShared(packageName)) {
            String module = packageName.startsWith("org/slf4j") ? "org.slf4j" : "org.citykit.api";
            return portal.shape(className)
                    .map(shape -> new Known(shape, new Home(Home.Kind.SHARED, module), Sight.VISIBLE));
        }
        for (Neighbour neighbour : neighbours) {
            Optional<ClassShape> shape = read(neighbour.classes(), className);
            if (shape.isPresent()) {
                Sight sight = neighbour.exported().contains(packageName) ? Sight.VISIBLE : Sight.NOT_EXPORTED;
                return Optional.of(new Known(shape.get(), new Home(Home.Kind.PLUGIN, neighbour.id()), sight));
            }
        }
        return portal.jdkModule(packageName)
                .flatMap(module -> portal.shape(className)
                        .map(shape -> new Known(
                                shape, new Home(Home.Kind.JDK, module.getName()), sight(module, packageName))));
    }

    private Sight sight(Module module, String packageName) {
        if (!module.isExported(packageName.replace('/', '.'))) {
            return Sight.NOT_EXPORTED;
        }
        return readable.contains(module.getName()) ? Sight.VISIBLE : Sight.NOT_READ;
    }

    private Optional<Known> inside(String className, String packageName) {
        for (JarClasses jar : jars) {
            Optional<ClassShape> shape = read(jar, className);
            if (shape.isPresent()) {
                boolean own = jar.equals(jars.get(0));
                Home home = new Home(own ? Home.Kind.OWN : Home.Kind.LIBRARY, jar.name());
                Sight sight = own || isExported(jar, packageName) ? Sight.VISIBLE : Sight.NOT_EXPORTED;
                return Optional.of(new Known(shape.get(), home, sight));
            }
        }
        return Optional.empty();
    }

    /** Libraries that share packages, and those without a descriptor, become one module that exports everything. */
    private boolean isExported(JarClasses library, String packageName) {
        Optional<ModuleDescriptor> module = library.descriptor();
        String dotted = packageName.replace('/', '.');
        return module.isEmpty()
                || packagesShared
                || portal.jdkModule(packageName).isPresent()
                || module.get().exports().stream()
                        .anyMatch(it -> it.source().equals(dotted)
                                && (!it.isQualified() || it.targets().contains(main.name())));
    }

    private static Optional<ClassShape> read(JarClasses jar, String className) {
        byte @Nullable [] bytes;
        try {
            bytes = jar.bytes(className).orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ShapeReader.read(bytes));
        } catch (RuntimeException | StackOverflowError unreadable) {
            // Told by the audit, which reads every class file.
            return Optional.empty();
        }
    }
}
