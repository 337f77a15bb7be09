package org.citykit.runtime.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;
import org.citykit.api.Provider;

/** The API that this portal has, wherever its host keeps it: in a named module, or on the class path. */
public final class HostApi {
    /** The API's module. */
    public static final String MODULE = "org.citykit.api";

    /** Read once, since the host has no other API as long as this JVM runs. */
    private static final class Known {
        static final ModuleDescriptor DESCRIPTOR = read();
    }

    private HostApi() {}

    /** The descriptor of the API's module; read from beside its classes when the host has it on the class path. */
    public static ModuleDescriptor descriptor() {
        return Known.DESCRIPTOR;
    }

    private static ModuleDescriptor read() {
        Module module = Provider.class.getModule();
        return module.isNamed() ? module.getDescriptor() : besideClasses();
    }

    /** The packages a plugin may use. */
    public static Set<String> packages() {
        return exportsOf(descriptor());
    }

    /** The packages that a module exports to everybody. */
    public static Set<String> exportsOf(ModuleDescriptor descriptor) {
        Set<String> packages = new HashSet<>();
        for (ModuleDescriptor.Exports exports : descriptor.exports()) {
            if (!exports.isQualified()) {
                packages.add(exports.source());
            }
        }
        return packages;
    }

    private static ModuleDescriptor besideClasses() {
        String own = "Provider.class";
        URL url = Provider.class.getResource(own);
        if (url == null) {
            throw new IllegalStateException("the API's classes cannot be read as resources");
        }
        String path = Provider.class.getPackageName().replace('.', '/') + "/" + own;
        String root = url.toExternalForm().substring(0, url.toExternalForm().length() - path.length());
        try (InputStream in = new URL(url, root + PluginFile.DESCRIPTOR).openStream()) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new IllegalStateException("the API's jar has no readable module descriptor: " + root, e);
        }
    }
}
