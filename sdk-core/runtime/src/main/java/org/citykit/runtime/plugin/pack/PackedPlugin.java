package org.citykit.runtime.plugin.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginJar;
import org.citykit.runtime.plugin.ProviderFacts;

/**
 * What a portal will find in a plugin file. Immutable.
 *
 * @param id the plugin's id, which is the name of its module
 * @param version its version
 * @param apiVersion the version of the API that it was compiled against, if the compiler recorded it
 * @param providers the ids of its providers
 * @param libraries its private libraries, as the file calls them
 * @param network the hosts that its manifest asks for
 * @param sha256 of the file, in lower-case hexadecimal
 * @param file the file
 */
public record PackedPlugin(
        String id,
        String version,
        Optional<String> apiVersion,
        List<String> providers,
        List<String> libraries,
        List<String> network,
        String sha256,
        Path file) {
    public PackedPlugin {
        providers = List.copyOf(providers);
        libraries = List.copyOf(libraries);
        network = List.copyOf(network);
    }

    static PackedPlugin of(PluginFacts facts, Path file) {
        return new PackedPlugin(
                facts.id(),
                facts.version(),
                facts.apiVersion(),
                facts.providers().stream().map(ProviderFacts::id).toList(),
                facts.libraries().stream().map(PluginJar::name).toList(),
                facts.manifest().network(),
                facts.sha256(),
                file);
    }
}
