package org.citykit.runtime.link;

import java.lang.module.ResolvedModule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The modules of the JDK that this JVM runs with. */
public final class JdkModules {
    private JdkModules() {}

    /** All of them, by name and origin: an image made by jlink holds the host's modules too. */
    public static List<Module> all() {
        List<Module> all = new ArrayList<>();
        for (Module module : ModuleLayer.boot().modules()) {
            if (isJdk(module)) {
                all.add(module);
            }
        }
        return all;
    }

    private static boolean isJdk(Module module) {
        String name = module.getName();
        if (!name.startsWith("java.") && !name.startsWith("jdk.")) {
            return false;
        }
        Optional<ResolvedModule> resolved = ModuleLayer.boot().configuration().findModule(name);
        Optional<URI> location = resolved.isEmpty()
                ? Optional.empty()
                : resolved.get().reference().location();
        return location.isPresent() && "jrt".equals(location.get().getScheme());
    }
}
