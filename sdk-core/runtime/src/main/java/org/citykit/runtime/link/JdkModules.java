package org.citykit.runtime.link;

import java.lang.module.ResolvedModule;
import java.util.List;

/** The modules of the JDK that this JVM runs with. */
public final class JdkModules {
    private JdkModules() {}

    /** All of them, by name and origin: an image made by jlink holds the host's modules too. */
    public static List<Module> all() {
        return ModuleLayer.boot().modules().stream().filter(JdkModules::isJdk).toList();
    }

    private static boolean isJdk(Module module) {
        String name = module.getName();
        return (name.startsWith("java.") || name.startsWith("jdk."))
                && ModuleLayer.boot()
                        .configuration()
                        .findModule(name)
                        .map(ResolvedModule::reference)
                        .flatMap(reference -> reference.location())
                        .filter(location -> "jrt".equals(location.getScheme()))
                        .isPresent();
    }
}
