package org.citykit.runtime.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.citykit.api.events.EventCalendar;
import org.citykit.runtime.bench.specimen.Agenda;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Makes plugins of one: the same six classes in a package, and a module, of their own; each tenth uses a library that
 * it carries, in one of four versions. Immutable.
 *
 * @param count how many plugins there are
 * @param libraries the versions of the library, the newest last
 */
record Specimens(int count, List<Path> libraries) {
    static final String LIBRARY_MODULE = "org.apache.commons.lang3";

    private static final String TEMPLATE =
            Agenda.class.getPackageName().replace('.', '/') + "/";
    private static final List<String> CLASSES =
            List.of("Agenda", "AgendaSettings", "AgendaSource", "Days", "Places", "Titles");
    private static final int CARRIERS = 10;

    Specimens {
        libraries = List.copyOf(libraries);
    }

    /** The libraries as the build has laid them out. */
    static Specimens of(int count, Path libraries) throws IOException {
        try (Stream<Path> files = Files.list(libraries)) {
            return new Specimens(count, files.sorted().toList());
        }
    }

    /** Name of the module and of its only package. */
    String name(int index) {
        return String.format(Locale.ROOT, "vendor.p%04d", index);
    }

    String id(int index) {
        return String.format(Locale.ROOT, "p%04d", index);
    }

    String provider(int index) {
        return name(index) + ".Agenda";
    }

    /** The library that a plugin carries, if it carries one. */
    Optional<Path> library(int index) {
        return index % CARRIERS == 0
                ? Optional.of(libraries.get(index / CARRIERS % libraries.size()))
                : Optional.empty();
    }

    /** The classes of a plugin without its descriptor, by their entries' names. */
    Map<String, byte[]> classes(int index) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (String name : CLASSES) {
            boolean special = name.equals("Titles") && library(index).isPresent();
            add(classes, index, special ? "library/" + name : name);
        }
        return classes;
    }

    /** The class that starts a plugin as a bundle. */
    Map<String, byte[]> activator(int index) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        add(classes, index, "bundle/Activator");
        return classes;
    }

    /** Every class and resource of a jar, without what describes the jar. */
    static Map<String, byte[]> contents(Path jar) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .filter(it -> !it.isDirectory() && !it.getName().startsWith("META-INF/"))
                    .filter(it -> !it.getName().equals("module-info.class"))
                    .forEach(it -> {
                        try (InputStream in = file.getInputStream(it)) {
                            entries.put(it.getName(), in.readAllBytes());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** The plugin's descriptor, with the attributes that the compiler and the jar tool write. */
    byte[] descriptor(int index) {
        ClassWriter out = new ClassWriter(0);
        out.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
        ModuleVisitor module = out.visitModule(name(index), 0, "1.0.0");
        module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
        module.visitRequire("org.citykit.api", 0, "1.0.0");
        library(index).ifPresent(it -> module.visitRequire(LIBRARY_MODULE, 0, null));
        module.visitProvide(
                EventCalendar.class.getName().replace('.', '/'),
                provider(index).replace('.', '/'));
        module.visitPackage(name(index).replace('.', '/'));
        module.visitEnd();
        out.visitEnd();
        return out.toByteArray();
    }

    private void add(Map<String, byte[]> classes, int index, String path) {
        String target = name(index).replace('.', '/') + "/";
        try (InputStream in = Agenda.class.getClassLoader().getResourceAsStream(TEMPLATE + path + ".class")) {
            if (in == null) {
                throw new IllegalStateException("no template " + path);
            }
            ClassWriter out = new ClassWriter(0);
            new ClassReader(in.readAllBytes())
                    .accept(new Renamed(new ClassRemapper(out, new Moved(target)), id(index)), 0);
            classes.put(target + path.substring(path.lastIndexOf('/') + 1) + ".class", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the template's classes, wherever they stand, into one package. */
    private static final class Moved extends Remapper {
        private final String target;

        Moved(String target) {
            super(Opcodes.ASM9);
            this.target = target;
        }

        @Override
        public String map(String internalName) {
            return internalName.startsWith(TEMPLATE)
                    ? target + internalName.substring(internalName.lastIndexOf('/') + 1)
                    : internalName;
        }
    }

    /** Gives the provider an id of its own. */
    private static final class Renamed extends ClassVisitor {
        private final String id;

        Renamed(ClassVisitor next, String id) {
            super(Opcodes.ASM9, next);
            this.id = id;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return new AnnotationVisitor(Opcodes.ASM9, super.visitAnnotation(descriptor, visible)) {
                @Override
                public void visit(String name, Object value) {
                    super.visit(name, name.equals("id") ? id : value);
                }
            };
        }
    }
}
