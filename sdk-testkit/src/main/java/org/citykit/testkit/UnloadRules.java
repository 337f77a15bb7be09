package org.citykit.testkit;

import org.citykit.runtime.unload.CheckDepth;
import org.citykit.runtime.unload.Pin;
import org.citykit.runtime.unload.UnloadWatch;
import org.citykit.runtime.unload.Unloading;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Rules of what is left of a plugin when it was let go. */
final class UnloadRules {
    private UnloadRules() {}

    static void nothingHoldsThePlugin(Trial trial) throws Exception {
        UnloadWatch watch = UnloadWatch.using(trial.clock(), trial.scratch());
        trial.liveAndGo(watch);

        Unloading end = watch.check(CheckDepth.PROBES).get(0);
        if (end.state() != Unloading.State.COLLECTED) {
            end = watch.check(CheckDepth.HEAP_PATH).get(0);
        }

        Assertions.assertNotEquals(Unloading.State.PINNED, end.state(), told(end));
        Assumptions.assumeTrue(end.state() == Unloading.State.COLLECTED, String.join(" ", end.notes()));
    }

    private static String told(Unloading end) {
        StringBuilder out = new StringBuilder("The plugin was closed and let go, and is still held. End what holds it"
                + " when the module is closed:");
        for (Pin pin : end.pins()) {
            out.append("\n  ").append(pin.kind()).append(": ").append(pin.description());
        }
        return out.append('\n').toString();
    }
}
