package org.citykit.runtime.telemetry;

import java.util.List;
import java.util.stream.Collectors;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** Writes events into the log: a module's with its id in the MDC. */
final class EventLog {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private static final String MODULE = "module";

    private EventLog() {}

    static void write(RuntimeEvent event) {
        Level level = level(event);
        if (!LOG.isEnabledForLevel(level)) {
            return;
        }
        String before = MDC.get(MODULE);
        if (event instanceof RuntimeEvent.OfModule ofModule) {
            MDC.put(MODULE, ofModule.module());
        }
        try {
            LOG.atLevel(level).log(told(event));
        } finally {
            if (before == null) {
                MDC.remove(MODULE);
            } else {
                MDC.put(MODULE, before);
            }
        }
    }

    /** The event in a line. */
    static String told(RuntimeEvent event) {
        if (event instanceof RuntimeEvent.OfModule ofModule) {
            return "Module '" + ofModule.module() + "' " + module(ofModule);
        }
        if (event instanceof RuntimeEvent.OfPlugin ofPlugin) {
            return "Plugin " + ofPlugin.plugin() + " " + ofPlugin.version() + " " + plugin(ofPlugin);
        }
        return portal((RuntimeEvent.OfPortal) event);
    }

    private static String module(RuntimeEvent.OfModule event) {
        if (event instanceof RuntimeEvent.ModuleOpened opened) {
            return "opened with " + opened.plugin() + " " + opened.version() + " in "
                    + opened.took().toMillis() + " ms.";
        }
        if (event instanceof RuntimeEvent.ModuleStateChanged changed) {
            return "is " + changed.after() + ", was " + changed.before() + "."
                    + changed.reason().map(problem -> " " + problem).orElse("");
        }
        if (event instanceof RuntimeEvent.FetchEnded fetch) {
            return "fetched " + fetch.items() + " items in " + fetch.took().toMillis() + " ms: " + fetch.outcome()
                    + ".";
        }
        if (event instanceof RuntimeEvent.CallRefused refused) {
            return "was not asked to " + refused.operation() + ": " + refused.why() + ".";
        }
        if (event instanceof RuntimeEvent.CallAbandoned abandoned) {
            return "does not come back from " + abandoned.operation() + ":" + lines(abandoned.stack());
        }
        RuntimeEvent.Delivered delivered = (RuntimeEvent.Delivered) event;
        return "took " + delivered.took().toMillis() + " ms for an alert: " + delivered.outcome() + ".";
    }

    private static String plugin(RuntimeEvent.OfPlugin event) {
        if (event instanceof RuntimeEvent.PluginLinked linked) {
            return "linked in " + linked.took().toMillis() + " ms.";
        }
        if (event instanceof RuntimeEvent.PluginReleased) {
            return "released.";
        }
        if (event instanceof RuntimeEvent.PluginCollected) {
            return "has left memory.";
        }
        return "is still in memory:" + lines(((RuntimeEvent.PluginPinned) event).pins());
    }

    private static String portal(RuntimeEvent.OfPortal event) {
        if (event instanceof RuntimeEvent.PlanMade plan) {
            return "A plan adds " + plan.added() + " modules, removes " + plan.removed() + ", replaces "
                    + plan.replaced() + ", keeps " + plan.kept() + ", refuses " + plan.refused() + ".";
        }
        if (event instanceof RuntimeEvent.GenerationApplied applied) {
            return "Generation " + applied.generation() + " is live after "
                    + applied.took().toMillis() + " ms; it was " + applied.before() + ".";
        }
        if (event instanceof RuntimeEvent.GenerationRefused refused) {
            return "Generation " + refused.generation() + " stays:"
                    + lines(refused.problems().stream().map(Problem::toString).toList());
        }
        if (event instanceof RuntimeEvent.GenerationRolledBack back) {
            return "Generation " + back.generation() + " is live again; it was " + back.before() + ".";
        }
        return "Changed: " + String.join(", ", ((RuntimeEvent.FilesChanged) event).files()) + ".";
    }

    private static Level level(RuntimeEvent event) {
        if (event instanceof RuntimeEvent.ModuleStateChanged changed) {
            return changed.after() == ModuleHealth.State.LIVE || changed.after() == ModuleHealth.State.STARTING
                    ? Level.INFO
                    : Level.WARN;
        }
        if (event instanceof RuntimeEvent.CallAbandoned
                || event instanceof RuntimeEvent.PluginPinned
                || event instanceof RuntimeEvent.GenerationRefused) {
            return Level.WARN;
        }
        boolean rare = event instanceof RuntimeEvent.GenerationApplied
                || event instanceof RuntimeEvent.GenerationRolledBack
                || event instanceof RuntimeEvent.PlanMade
                || event instanceof RuntimeEvent.FilesChanged;
        return rare ? Level.INFO : Level.DEBUG;
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> "\n    " + line).collect(Collectors.joining());
    }
}
