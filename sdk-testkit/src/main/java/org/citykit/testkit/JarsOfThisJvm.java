package org.citykit.testkit;

import java.io.File;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which module is where, on the module path and the class path of this JVM. Immutable. */
final class JarsOfThisJvm {
    /** Those of this JVM; they do not change while it runs. */
    static final JarsOfThisJvm ALL = new JarsOfThisJvm();

    private final Map<String, Path> modules = new HashMap<>();

    private JarsOfThisJvm() {
        for (String property : new String[] {"jdk.module.path", "java.class.path"}) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isEmpty() && Files.exists(Path.of(entry))) {
                    add(Path.of(entry));
                }
            }
        }
    }

    /** The jar or folder of a module. */
    Optional<Path> find(String module) {
        return Optional.ofNullable(modules.get(module));
    }

    private void add(Path path) {
        for (ModuleReference found : modulesIn(path)) {
            found.location()
                    .ifPresent(at -> modules.putIfAbsent(found.descriptor().name(), Path.of(at)));
        }
    }

    /** A jar that can be no module is nobody's library. */
    private static Set<ModuleReference> modulesIn(Path path) {
        try {
            return ModuleFinder.of(path).findAll();
        } catch (FindException noModule) {
            return Set.of();
        }
    }
}
