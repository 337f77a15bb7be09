package org.citykit.runtime.supervision;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citykit.runtime.Generation.PinnedPlugin;
import org.citykit.runtime.Problem;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.link.Links;
import org.citykit.runtime.plan.Refusal;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.resolve.Resolution;

/**
 * The plugins that modules run on. Thread-safe.
 *
 * @param scan what the plugin files hold, as far as it may be used
 * @param resolution which of them are used together
 * @param links the way to their classes
 */
record Footing(PluginScan scan, Resolution resolution, Links links) {
    /** Nothing to stand on. */
    static Footing none(Linker linker) {
        return new Footing(new PluginScan(List.of(), List.of()), Resolution.NONE, linker.links(List.of(), Map.of()));
    }

    List<Problem> problems() {
        return Stream.concat(
                        scan.problems().stream(), resolution.refusals().stream().map(Refusal::problem))
                .toList();
    }

    /** The plugin files, used or not, as a generation keeps them. */
    List<PinnedPlugin> pins() {
        return scan.plugins().stream()
                .map(plugin -> new PinnedPlugin(plugin.id(), plugin.version(), plugin.sha256(), plugin.file()))
                .toList();
    }

    /** Lets go of the plugins that another footing does not share. */
    void release(Footing other, Workshop workshop, int generation) {
        links.retire(other.links()).forEach(plugin -> workshop.release(plugin, generation));
    }

    /** Lets go of all plugins, at the very end. */
    void close() {
        links.retire().forEach(LinkedPlugin::close);
    }
}
