package org.citykit.runtime.image;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a module descriptor says, as plain values: cheaper to read and to hold than the JDK's own form, which checks
 * every name again. Immutable.
 *
 * @param name of the module
 * @param version of the module, as it stands there
 * @param open whether all its packages are open
 * @param automatic whether it has no descriptor of its own
 * @param mainClass the class it starts with
 * @param requires the modules it needs
 * @param packages all of them
 * @param exports the exported packages
 * @param opens the open packages
 * @param uses the services it looks for
 * @param provides the services it has providers of
 */
public record ModuleShape(
        String name,
        Optional<String> version,
        boolean open,
        boolean automatic,
        Optional<String> mainClass,
        List<Need> requires,
        List<String> packages,
        List<Door> exports,
        List<Door> opens,
        List<String> uses,
        List<Offer> provides) {
    private static final int TRANSITIVE = 1;
    private static final int STATIC = 2;

    public ModuleShape {
        requires = List.copyOf(requires);
        packages = List.copyOf(packages);
        exports = List.copyOf(exports);
        opens = List.copyOf(opens);
        uses = List.copyOf(uses);
        provides = List.copyOf(provides);
    }

    /**
     * A module it requires.
     *
     * @param name of the module
     * @param modifiers {@code transitive} 1, {@code static} 2
     * @param compiledVersion the version it was compiled against
     */
    public record Need(String name, int modifiers, Optional<String> compiledVersion) {
        public boolean isTransitive() {
            return (modifiers & TRANSITIVE) != 0;
        }

        public boolean isStatic() {
            return (modifiers & STATIC) != 0;
        }

        Set<Requires.Modifier> asModifiers() {
            Set<Requires.Modifier> set = EnumSet.noneOf(Requires.Modifier.class);
            if (isTransitive()) {
                set.add(Requires.Modifier.TRANSITIVE);
            }
            if (isStatic()) {
                set.add(Requires.Modifier.STATIC);
            }
            return set;
        }
    }

    /**
     * An exported or open package.
     *
     * @param packageName which
     * @param targets to whom; empty when to everybody
     */
    public record Door(String packageName, List<String> targets) {
        public Door {
            targets = List.copyOf(targets);
        }

        /** Whether a module may come in. */
        public boolean admits(String moduleName) {
            return targets.isEmpty() || targets.contains(moduleName);
        }
    }

    /**
     * A service with its providers.
     *
     * @param service the name of the service's class
     * @param providers the names of the providers' classes
     */
    public record Offer(String service, List<String> providers) {
        public Offer {
            providers = List.copyOf(providers);
        }
    }

    /** The same as plain values. */
    public static ModuleShape of(ModuleDescriptor descriptor) {
        return new ModuleShape(
                descriptor.name(),
                descriptor.rawVersion(),
                descriptor.isOpen(),
                descriptor.isAutomatic(),
                descriptor.mainClass(),
                descriptor.requires().stream()
                        .sorted(Comparator.comparing(Requires::name))
                        .map(ModuleShape::need)
                        .toList(),
                sorted(descriptor.packages()),
                descriptor.exports().stream()
                        .map(it -> new Door(it.source(), sorted(it.targets())))
                        .sorted(Comparator.comparing(Door::packageName))
                        .toList(),
                descriptor.opens().stream()
                        .map(it -> new Door(it.source(), sorted(it.targets())))
                        .sorted(Comparator.comparing(Door::packageName))
                        .toList(),
                sorted(descriptor.uses()),
                descriptor.provides().stream()
                        .map(it -> new Offer(it.service(), it.providers()))
                        .sorted(Comparator.comparing(Offer::service))
                        .toList());
    }

    private static Need need(Requires requires) {
        int modifiers = (requires.modifiers().contains(Requires.Modifier.TRANSITIVE) ? TRANSITIVE : 0)
                | (requires.modifiers().contains(Requires.Modifier.STATIC) ? STATIC : 0);
        return new Need(requires.name(), modifiers, requires.rawCompiledVersion());
    }

    private static List<String> sorted(Set<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    /** The packages that everybody may use; all of an automatic module. */
    public List<String> openlyExported() {
        if (automatic) {
            return packages;
        }
        List<String> open = new ArrayList<>();
        for (Door door : exports) {
            if (door.targets().isEmpty()) {
                open.add(door.packageName());
            }
        }
        return open;
    }

    /** The same in the JDK's form. */
    public ModuleDescriptor descriptor() {
        ModuleDescriptor.Builder builder = automatic
                ? ModuleDescriptor.newAutomaticModule(name)
                : open ? ModuleDescriptor.newOpenModule(name) : ModuleDescriptor.newModule(name);
        version.flatMap(ModuleShape::parsed).ifPresent(builder::version);
        mainClass.ifPresent(builder::mainClass);
        builder.packages(Set.copyOf(packages));
        provides.forEach(it -> builder.provides(it.service(), it.providers()));
        if (!automatic) {
            requires.forEach(it -> require(builder, it));
            uses.forEach(builder::uses);
            exports.forEach(it -> addExport(builder, it));
            opens.forEach(it -> addOpens(builder, it));
        }
        return builder.build();
    }

    private static void require(ModuleDescriptor.Builder builder, Need need) {
        Optional<ModuleDescriptor.Version> compiled = need.compiledVersion().flatMap(ModuleShape::parsed);
        if (compiled.isPresent()) {
            builder.requires(need.asModifiers(), need.name(), compiled.get());
        } else {
            builder.requires(need.asModifiers(), need.name());
        }
    }

    private static Optional<ModuleDescriptor.Version> parsed(String version) {
        try {
            return Optional.of(ModuleDescriptor.Version.parse(version));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void addExport(ModuleDescriptor.Builder builder, Door door) {
        if (door.targets().isEmpty()) {
            builder.exports(door.packageName());
        } else {
            builder.exports(door.packageName(), Set.copyOf(door.targets()));
        }
    }

    private static void addOpens(ModuleDescriptor.Builder builder, Door door) {
        if (door.targets().isEmpty()) {
            builder.opens(door.packageName());
        } else {
            builder.opens(door.packageName(), Set.copyOf(door.targets()));
        }
    }

    /** Writes it in the form that {@link #read} reads. */
    public void write(BinaryWriter out) {
        out.text(name).optionalText(version).flag(open).flag(automatic).optionalText(mainClass);
        out.list(requires, (to, it) -> to.text(it.name()).number(it.modifiers()).optionalText(it.compiledVersion()));
        out.texts(packages);
        out.list(exports, (to, it) -> to.text(it.packageName()).texts(it.targets()));
        out.list(opens, (to, it) -> to.text(it.packageName()).texts(it.targets()));
        out.texts(uses);
        out.list(provides, (to, it) -> to.text(it.service()).texts(it.providers()));
    }

    /** Reads what {@link #write} wrote. */
    public static ModuleShape read(BinaryReader in) {
        return new ModuleShape(
                in.text(),
                in.optionalText(),
                in.flag(),
                in.flag(),
                in.optionalText(),
                in.list(it -> new Need(it.text(), it.smallNumber(), it.optionalText())),
                in.texts(),
                in.list(it -> new Door(it.text(), it.texts())),
                in.list(it -> new Door(it.text(), it.texts())),
                in.texts(),
                in.list(it -> new Offer(it.text(), it.texts())));
    }
}
