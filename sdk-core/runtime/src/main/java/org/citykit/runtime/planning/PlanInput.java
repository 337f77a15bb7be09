package org.citykit.runtime.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.citykit.runtime.Problem;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.resolve.Resolution;

/**
 * A portal at one time, as far as a plan goes. Immutable.
 *
 * @param generation its number; 0 before the first
 * @param composition what was asked for
 * @param found all usable plugin files
 * @param resolution which of them are used together
 * @param problems what is wrong with the other plugin files
 * @param checks what came of binding settings, by module; modules that were not bound are not there
 * @param traits what somebody has found out about plugin files, by SHA-256
 * @param unspoken the languages of the composition in which its host has no texts
 * @param today the day on which the plan is made, where the city is
 */
public record PlanInput(
        int generation,
        Composition composition,
        List<PluginFacts> found,
        Resolution resolution,
        List<Problem> problems,
        Map<String, SettingsCheck> checks,
        Map<String, PluginTraits> traits,
        List<Locale> unspoken,
        LocalDate today) {
    public PlanInput {
        Objects.requireNonNull(composition, "composition");
        found = List.copyOf(found);
        Objects.requireNonNull(resolution, "resolution");
        problems = List.copyOf(problems);
        checks = Map.copyOf(checks);
        traits = Map.copyOf(traits);
        unspoken = List.copyOf(unspoken);
        Objects.requireNonNull(today, "today");
    }

    /** What is known about a file beyond its facts. */
    PluginTraits traitsOf(PluginFacts plugin) {
        return traits.getOrDefault(plugin.sha256(), PluginTraits.UNKNOWN);
    }
}
