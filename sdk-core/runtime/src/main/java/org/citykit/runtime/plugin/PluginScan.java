package org.citykit.runtime.plugin;

import java.util.List;
import org.citykit.runtime.Problem;

/**
 * What a folder of plugin files holds. Immutable.
 *
 * @param plugins what the readable files hold, in the order of their names; several of one plugin among them, of which
 *     the room {@code resolve} chooses
 * @param problems why the other files cannot be read
 */
public record PluginScan(List<PluginFacts> plugins, List<Problem> problems) {
    public PluginScan {
        plugins = List.copyOf(plugins);
        problems = List.copyOf(problems);
    }
}
