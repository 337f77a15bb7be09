package org.citykit.runtime.resolve;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.runtime.plan.Cascade;
import org.citykit.runtime.plan.Dependents;
import org.citykit.runtime.plan.Explanation;
import org.citykit.runtime.plan.Note;
import org.citykit.runtime.plan.Refusal;
import org.citykit.runtime.plan.Removal;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.ProviderFacts;

/**
 * Which plugin files are used together. Immutable.
 *
 * @param order the files that are used, one for each plugin; each after those it is bound to, otherwise by id
 * @param bound what each of them gets, by id: all it requires, and of what it may do without that which is there and
 *     fits
 * @param refusals why each of the others is not used, by id
 * @param notes what else a webmaster may want to know
 * @param aside the files that are not used, by id
 */
public record Resolution(
        List<PluginFacts> order,
        Map<String, List<String>> bound,
        List<Refusal> refusals,
        List<Note> notes,
        List<PluginFacts> aside) {
    /** The resolution of no files at all. */
    public static final Resolution NONE = new Resolution(List.of(), Map.of(), List.of(), List.of(), List.of());

    public Resolution {
        order = List.copyOf(order);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> one : bound.entrySet()) {
            copy.put(one.getKey(), List.copyOf(one.getValue()));
        }
        bound = Collections.unmodifiableMap(copy);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
        aside = List.copyOf(aside);
    }

    /** A plugin that is used. */
    public Optional<PluginFacts> plugin(String id) {
        return order.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    /** The plugins that one is bound to, by id; none if it is not used. */
    public List<String> boundTo(String id) {
        return bound.getOrDefault(id, List.of());
    }

    /** Why the files of a plugin are not used. */
    public List<Refusal> refusalsOf(String id) {
        return refusals.stream().filter(it -> it.pluginId().equals(id)).toList();
    }

    /**
     * What there is for a provider.
     *
     * @param use as a webmaster writes it: a provider's id, or {@code plugin/provider}
     */
    public ProviderChoice provider(String use) {
        return Providers.choose(use, order, aside);
    }

    /** The ids of all providers of the plugins that are used, sorted. */
    public List<String> providerIds() {
        return order.stream()
                .flatMap(plugin -> plugin.providers().stream())
                .map(ProviderFacts::id)
                .sorted()
                .toList();
    }

    /** Who requires whom around a plugin, downwards and upwards; it need not be there. */
    public Explanation explain(String id) {
        return new Explaining(this).explain(id);
    }

    /** Who among the used plugins would miss a plugin that is used. */
    public Dependents dependents(String id) {
        return new Dependence(this).dependents(id);
    }

    /**
     * What removing plugins would take along.
     *
     * @param ids the plugins; those that are not used are passed over
     * @param cascade whether others may go with them
     */
    public Removal removal(Collection<String> ids, Cascade cascade) {
        return new Dependence(this).removal(ids, cascade);
    }

    /** All files, used or not. */
    public Stream<PluginFacts> all() {
        return Stream.concat(order.stream(), aside.stream());
    }
}
