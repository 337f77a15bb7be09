package org.citykit.runtime.unload;

import java.util.ArrayList;
import java.util.List;

/**
 * One look at all the places where plugins are held. Confined.
 *
 * @param suspects whom it is about
 * @param innards what the JVM lets us see
 * @param reach where an object leads
 */
record Look(Suspects suspects, Innards innards, Reach reach) {
    private static final Probe LOGGING =
            ModuleLayer.boot().findModule("java.logging").isPresent() ? new LoggingProbe() : look -> {};

    private static final List<Probe> PROBES = List.of(
            new ThreadProbe(),
            new ThreadLocalProbe(),
            new ShutdownHookProbe(),
            new DriverProbe(),
            new BeanProbe(),
            LOGGING,
            new PoolProbe(),
            new DefaultsProbe());

    static Look at(List<ClassLoader> loaders) {
        Suspects suspects = new Suspects(loaders);
        Innards innards = new Innards();
        return new Look(suspects, innards, new Reach(suspects, innards));
    }

    /** Looks everywhere; a place that cannot be looked at costs nothing but itself. */
    List<String> everywhere() {
        List<String> notes = new ArrayList<>();
        for (Probe probe : PROBES) {
            try {
                probe.look(this);
            } catch (RuntimeException | LinkageError failed) {
                notes.add(probe.getClass().getSimpleName() + " could not look: " + failed + ".");
            }
        }
        innards.wish().ifPresent(notes::add);
        return notes;
    }
}
