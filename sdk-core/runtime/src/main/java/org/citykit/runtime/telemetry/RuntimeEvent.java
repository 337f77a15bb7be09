package org.citykit.runtime.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;

/**
 * Something that happened in a runtime. Immutable, and made of text, numbers and instants alone, so that keeping one
 * keeps nothing of a plugin in memory.
 *
 * <p>A generation counts from 1 and is 0 where there is none.
 */
public sealed interface RuntimeEvent {
    /** When it happened. */
    Instant at();

    /** The generation that it belongs to. */
    long generation();

    /** It happened to one module. */
    sealed interface OfModule extends RuntimeEvent {
        /** The module's id. */
        String module();
    }

    /** It happened to one plugin file. */
    sealed interface OfPlugin extends RuntimeEvent {
        /** The plugin's id. */
        String plugin();

        /** The plugin's version. */
        String version();

        /** The SHA-256 of its file, in hexadecimal digits. */
        String sha256();
    }

    /** It happened to the whole composition. */
    sealed interface OfPortal extends RuntimeEvent {}

    /**
     * A module's provider was opened.
     *
     * @param plugin the plugin's id
     * @param version the plugin's version
     * @param took how long opening it took
     */
    record ModuleOpened(Instant at, long generation, String module, String plugin, String version, Duration took)
            implements OfModule {}

    /**
     * A module does better or worse than before.
     *
     * @param reason why it does not do well
     */
    record ModuleStateChanged(
            Instant at,
            long generation,
            String module,
            ModuleHealth.State before,
            ModuleHealth.State after,
            Optional<Problem> reason)
            implements OfModule {}

    /**
     * A fetch ended.
     *
     * @param took how long it ran
     * @param items how many items it brought
     */
    record FetchEnded(Instant at, long generation, String module, Duration took, int items, CallOutcome outcome)
            implements OfModule {}

    /**
     * A call was not made.
     *
     * @param operation what was to be called, for example {@code fetch}
     */
    record CallRefused(Instant at, long generation, String module, String operation, Refusal why) implements OfModule {}

    /**
     * A call did not end although it was interrupted; its thread is left behind.
     *
     * @param operation what was called
     * @param stack where its thread stands, outermost call last
     */
    record CallAbandoned(Instant at, long generation, String module, String operation, List<String> stack)
            implements OfModule {
        public CallAbandoned {
            stack = List.copyOf(stack);
        }
    }

    /**
     * An alert was handed to a channel, or could not be.
     *
     * @param took how long the channel took
     */
    record Delivered(Instant at, long generation, String module, Duration took, CallOutcome outcome)
            implements OfModule {}

    /**
     * A plugin's classes can be used.
     *
     * @param took how long linking it took
     */
    record PluginLinked(Instant at, long generation, String plugin, String version, String sha256, Duration took)
            implements OfPlugin {}

    /** The runtime holds nothing of a plugin any more; whether it leaves memory is to be seen. */
    record PluginReleased(Instant at, long generation, String plugin, String version, String sha256)
            implements OfPlugin {}

    /** A released plugin has left memory. */
    record PluginCollected(Instant at, long generation, String plugin, String version, String sha256)
            implements OfPlugin {}

    /**
     * A released plugin is still in memory.
     *
     * @param pins what holds it, in words
     */
    record PluginPinned(Instant at, long generation, String plugin, String version, String sha256, List<String> pins)
            implements OfPlugin {
        public PluginPinned {
            pins = List.copyOf(pins);
        }
    }

    /**
     * A plan was made.
     *
     * @param generation the one that is live
     * @param refused how many modules or plugins it refuses
     */
    record PlanMade(Instant at, long generation, int added, int removed, int replaced, int kept, int refused)
            implements OfPortal {}

    /**
     * A generation went live.
     *
     * @param generation the one that is live now
     * @param before the one that was
     * @param took from the start of linking to the swap
     */
    record GenerationApplied(Instant at, long generation, long before, Duration took) implements OfPortal {}

    /**
     * A generation did not go live; the running one was not touched.
     *
     * @param generation the one that is live still
     * @param problems why
     */
    record GenerationRefused(Instant at, long generation, List<Problem> problems) implements OfPortal {
        public GenerationRefused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * An earlier generation was taken up again.
     *
     * @param generation the one that is live now
     * @param before the one that was
     */
    record GenerationRolledBack(Instant at, long generation, long before) implements OfPortal {}

    /**
     * Files that make up the portal were changed.
     *
     * @param files their names, sorted
     */
    record FilesChanged(Instant at, long generation, List<String> files) implements OfPortal {
        public FilesChanged {
            files = List.copyOf(files);
        }
    }
}
