package org.citykit.runtime.resolve;

import java.util.List;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.ProviderFacts;

/** What there is for a provider that a webmaster names. Immutable. */
public sealed interface ProviderChoice {
    /**
     * One usable plugin has it.
     *
     * @param plugin the plugin
     * @param provider the provider
     */
    record Found(PluginFacts plugin, ProviderFacts provider) implements ProviderChoice {}

    /**
     * Several usable plugins have it; the webmaster must write {@code plugin/provider}.
     *
     * @param plugins the plugins, in the order of the resolution
     */
    record Ambiguous(List<PluginFacts> plugins) implements ProviderChoice {
        public Ambiguous {
            plugins = List.copyOf(plugins);
        }
    }

    /**
     * Only files that are not used have it.
     *
     * @param plugins what they hold
     */
    record Refused(List<PluginFacts> plugins) implements ProviderChoice {
        public Refused {
            plugins = List.copyOf(plugins);
        }
    }

    /** No file has it. */
    record Unknown() implements ProviderChoice {}
}
