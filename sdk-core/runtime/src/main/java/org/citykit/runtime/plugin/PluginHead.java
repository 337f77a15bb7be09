package org.citykit.runtime.plugin;

import java.util.List;
import java.util.Optional;
import org.citykit.runtime.image.ModuleShape;

/**
 * What every start needs to know of a plugin; kept in the index. Immutable.
 *
 * @param module the plugin's own module
 * @param providers what it provides, in the order of their ids
 * @param manifest what {@code plugin.json} says
 * @param apiVersion the version of the API that it was compiled against, if the compiler recorded it
 */
record PluginHead(
        ModuleShape module, List<ProviderFacts> providers, PluginManifest manifest, Optional<String> apiVersion) {
    PluginHead {
        providers = List.copyOf(providers);
    }
}
