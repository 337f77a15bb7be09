package org.citykit.runtime.guard;

import java.util.Locale;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.telemetry.Samples;

/** How a guard stands at one moment, as numbers. Immutable. */
record GuardGauges(String module, int runs, int waits, int behind, ModuleHealth.Circuit circuit) {
    void measure(Samples samples) {
        samples.gauge("citykit_calls_in_flight", "Calls of vendor code that run.", runs, "module", module);
        samples.gauge("citykit_calls_waiting", "Calls of vendor code that wait.", waits, "module", module);
        samples.gauge(
                "citykit_module_abandoned_threads",
                "Threads of a module that do not come back.",
                behind,
                "module",
                module);
        for (ModuleHealth.Circuit state : ModuleHealth.Circuit.values()) {
            samples.gauge(
                    "citykit_circuit",
                    "1 for the state of a module's circuit, 0 for the others.",
                    state == circuit ? 1 : 0,
                    "module",
                    module,
                    "state",
                    state.name().toLowerCase(Locale.ROOT));
        }
    }
}
