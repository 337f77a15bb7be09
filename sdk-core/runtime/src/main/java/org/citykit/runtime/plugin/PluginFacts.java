package org.citykit.runtime.plugin;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a plugin file holds, read without running any of it. Immutable.
 *
 * @param file the file or folder it was read from, as the webmaster knows it
 * @param sha256 of the file, in lower-case hexadecimal; for a folder, of the archive made of it
 * @param main the jar of the plugin's own module
 * @param libraries the jars of its private libraries, in the order of their names
 * @param providers what it provides, in the order of their ids; at least one
 * @param manifest what {@code META-INF/citykit/plugin.json} says
 * @param apiVersion the version of the API that it was compiled against, if the compiler recorded it
 * @param bom the entry of the main jar that holds its CycloneDX bill of materials, if there is one
 */
public record PluginFacts(
        Path file,
        String sha256,
        PluginJar main,
        List<PluginJar> libraries,
        List<ProviderFacts> providers,
        PluginManifest manifest,
        Optional<String> apiVersion,
        Optional<String> bom) {
    public PluginFacts {
        libraries = List.copyOf(libraries);
        providers = List.copyOf(providers);
    }

    /** The plugin's id, which is the name of its module. */
    public String id() {
        return main.moduleName();
    }

    /** The plugin's own version. */
    public String version() {
        return descriptor().rawVersion().orElseThrow();
    }

    /** The descriptor of the plugin's module, as the vendor compiled it. */
    public ModuleDescriptor descriptor() {
        return main.module().descriptor();
    }

    /** The file's name, for messages. */
    public String fileName() {
        return PluginFile.nameOf(file);
    }
}
