package org.citykit.runtime.supervision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.composition.Composition;

/** Tells how modules do that do not run: their stored data is served all the same. Thread-safe. */
final class Bystanders {
    private final RuntimePorts ports;

    Bystanders(RuntimePorts ports) {
        this.ports = ports;
    }

    /** Every module of a composition, before anything is known of its plugins. */
    Map<String, ModuleHealth> waiting(Composition composition) {
        Map<String, ModuleHealth> all = new LinkedHashMap<>();
        composition.modules().forEach(spec -> all.put(spec.id(), health(spec.id(), spec.use(), Optional.empty())));
        all.putAll(refused(composition));
        return all;
    }

    /** The modules whose entries cannot be used. */
    Map<String, ModuleHealth> refused(Composition composition) {
        Map<String, ModuleHealth> all = new LinkedHashMap<>();
        composition
                .refused()
                .forEach(refused -> all.put(
                        refused.id(),
                        health(refused.id(), "", Optional.of(refused.problems().get(0)))));
        return all;
    }

    /**
     * One module.
     *
     * @param problem why it does not run; absent while it waits for its turn
     */
    ModuleHealth health(String id, String provider, Optional<Problem> problem) {
        Optional<ModuleSnapshot> held = ports.lastGood(id);
        ModuleHealth.State state = problem.isEmpty()
                ? ModuleHealth.State.STARTING
                : held.isPresent() ? ModuleHealth.State.STALE : ModuleHealth.State.FAILED;
        return new ModuleHealth(
                id,
                provider,
                "",
                held.map(ModuleSnapshot::domain),
                state,
                problem,
                List.of(),
                held.map(ModuleSnapshot::fetchedAt),
                Optional.empty(),
                held.map(snapshot -> snapshot.items().size()).orElse(0),
                held.map(ModuleSnapshot::defects).orElse(List.of()),
                held.map(ModuleSnapshot::defectCount).orElse(0L));
    }
}
