package org.citykit.runtime.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citykit.runtime.plan.Note;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.ProviderFacts;

/** Finds providers by what a webmaster writes after {@code use:}: an id, or a plugin's id, a slash and an id. */
final class Providers {
    private Providers() {}

    static ProviderChoice choose(String use, List<PluginFacts> used, List<PluginFacts> aside) {
        List<ProviderChoice.Found> found = matches(use, used);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (!found.isEmpty()) {
            return new ProviderChoice.Ambiguous(
                    found.stream().map(ProviderChoice.Found::plugin).toList());
        }
        List<PluginFacts> refused =
                matches(use, aside).stream().map(ProviderChoice.Found::plugin).toList();
        return refused.isEmpty() ? new ProviderChoice.Unknown() : new ProviderChoice.Refused(refused);
    }

    private static List<ProviderChoice.Found> matches(String use, List<PluginFacts> plugins) {
        int slash = use.indexOf('/');
        String id = use.substring(slash + 1);
        List<ProviderChoice.Found> found = new ArrayList<>();
        for (PluginFacts plugin : plugins) {
            for (ProviderFacts provider : plugin.providers()) {
                if (provider.id().equals(id) && (slash < 0 || plugin.id().equals(use.substring(0, slash)))) {
                    found.add(new ProviderChoice.Found(plugin, provider));
                }
            }
        }
        return found;
    }

    /** Notes for all plugins that share a provider's id with another. */
    static List<Note> shared(List<PluginFacts> plugins) {
        Map<String, List<PluginFacts>> byProvider = new HashMap<>();
        SortedSet<String> several = new TreeSet<>();
        for (PluginFacts plugin : plugins) {
            for (ProviderFacts provider : plugin.providers()) {
                List<PluginFacts> sharing = byProvider.computeIfAbsent(provider.id(), id -> new ArrayList<>(1));
                sharing.add(plugin);
                if (sharing.size() > 1) {
                    several.add(provider.id());
                }
            }
        }
        List<Note> notes = new ArrayList<>();
        for (String id : several) {
            List<PluginFacts> sharing = byProvider.getOrDefault(id, List.of());
            for (PluginFacts plugin : sharing) {
                notes.add(shared(plugin, id, sharing));
            }
        }
        return notes;
    }

    private static Note shared(PluginFacts plugin, String id, List<PluginFacts> sharing) {
        String others = sharing.stream()
                .filter(it -> !it.equals(plugin))
                .map(PluginFacts::fileName)
                .collect(Collectors.joining(", "));
        return new Note(
                plugin.id(),
                plugin.fileName(),
                Note.Kind.PROVIDER_SHARED,
                Map.of("provider", id, "others", others, "use", plugin.id() + "/" + id));
    }
}
