package org.citykit.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Defect;

/**
 * How a module does. Immutable.
 *
 * @param module the module's id
 * @param provider what it uses
 * @param plugin the plugin's name and version, or empty while unknown
 * @param domain what it is for, once known
 * @param state how it does
 * @param reason why it does not do well
 * @param stack where the plugin's thread hangs or what it threw; for the vendor
 * @param lastGood when its data was fetched
 * @param lastTried when a fetch last ended, well or not
 * @param items how many items it holds
 * @param defects pieces of input that could not be used, at most as many as the limits keep
 * @param defectCount how many there were
 * @param circuit whether it gets a pause because too many of its calls failed or were slow
 * @param abandonedThreads how many of its threads do not come back
 */
public record ModuleHealth(
        String module,
        String provider,
        String plugin,
        Optional<Domain> domain,
        State state,
        Optional<Problem> reason,
        List<String> stack,
        Optional<Instant> lastGood,
        Optional<Instant> lastTried,
        int items,
        List<Defect> defects,
        long defectCount,
        Circuit circuit,
        int abandonedThreads) {
    /** How a module does. */
    public enum State {
        /** Not fetched yet since the start. */
        STARTING,
        /** Its data is as new as its schedule says. */
        LIVE,
        /** It serves its last good data, because something is wrong. */
        STALE,
        /** It has no data, because something is wrong. */
        FAILED,
        /** It is set aside, because its calls do not end; its last good data is served. */
        QUARANTINED
    }

    /** Whether a module is called. */
    public enum Circuit {
        /** It is called whenever it is its time. */
        CLOSED,
        /** It gets a pause: too many of its last calls failed or were slow. */
        OPEN,
        /** The pause is over; its next calls decide. */
        HALF_OPEN
    }

    /** Of a module that is not called at all, or has no trouble with its calls. */
    public ModuleHealth(
            String module,
            String provider,
            String plugin,
            Optional<Domain> domain,
            State state,
            Optional<Problem> reason,
            List<String> stack,
            Optional<Instant> lastGood,
            Optional<Instant> lastTried,
            int items,
            List<Defect> defects,
            long defectCount) {
        this(
                module,
                provider,
                plugin,
                domain,
                state,
                reason,
                stack,
                lastGood,
                lastTried,
                items,
                defects,
                defectCount,
                Circuit.CLOSED,
                0);
    }

    public ModuleHealth {
        stack = List.copyOf(stack);
        defects = List.copyOf(defects);
    }
}
