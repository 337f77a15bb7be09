package org.citykit.runtime.plugin;

import java.util.List;
import java.util.Optional;
import org.citykit.runtime.Problem;

/**
 * What a folder of plugin files holds. Immutable.
 *
 * @param plugins the usable ones, in the order of their files' names; no two share an id or a provider's id
 * @param problems why the others are not
 */
public record PluginScan(List<PluginFacts> plugins, List<Problem> problems) {
    public PluginScan {
        plugins = List.copyOf(plugins);
        problems = List.copyOf(problems);
    }

    /** The plugin that has a provider, if one does. */
    public Optional<PluginFacts> withProvider(String providerId) {
        return plugins.stream()
                .filter(plugin ->
                        plugin.providers().stream().anyMatch(it -> it.id().equals(providerId)))
                .findFirst();
    }
}
