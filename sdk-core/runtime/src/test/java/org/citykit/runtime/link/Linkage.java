package org.citykit.runtime.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plan.Refusal;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.resolve.Resolution;
import org.citykit.runtime.resolve.Resolver;

/** All plugins of some files, linked as if each were needed at once. */
record Linkage(List<LinkedPlugin> plugins, List<Problem> problems) {
    static Linkage of(List<PluginFacts> found) {
        Resolution resolution = Resolver.resolve(found);
        List<Problem> problems = new ArrayList<>(
                resolution.refusals().stream().map(Refusal::problem).toList());
        Links links = new Linker().links(resolution);
        for (String id : links.ids()) {
            try {
                links.plugin(id);
            } catch (PluginLinkException e) {
                problems.addAll(e.problems());
            }
        }
        return new Linkage(links.linked(), problems);
    }

    Optional<LinkedPlugin> plugin(String id) {
        return plugins.stream().filter(it -> it.facts().id().equals(id)).findFirst();
    }
}
