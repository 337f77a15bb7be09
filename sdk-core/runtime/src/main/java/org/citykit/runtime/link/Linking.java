package org.citykit.runtime.link;

import java.util.List;
import java.util.Optional;
import org.citykit.runtime.Problem;

/**
 * What became of linking plugins. Immutable.
 *
 * @param plugins the linked ones, each after those it requires
 * @param problems why the others are not linked
 */
public record Linking(List<LinkedPlugin> plugins, List<Problem> problems) {
    public Linking {
        plugins = List.copyOf(plugins);
        problems = List.copyOf(problems);
    }

    /** A linked plugin by its id. */
    public Optional<LinkedPlugin> plugin(String id) {
        return plugins.stream().filter(it -> it.facts().id().equals(id)).findFirst();
    }
}
