package org.citykit.runtime.telemetry;

import java.util.Locale;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Tells JDK Flight Recorder; while nobody records, it costs a test of a flag. Loaded only where the JDK has it. */
final class JdkFlightRecorder implements FlightRecorder {
    private JdkFlightRecorder() {}

    /** Ours, or none if this module does not read {@code jdk.jfr}. */
    static FlightRecorder open() {
        try {
            FlightRecorder found = new JdkFlightRecorder();
            found.call("", "");
            return found;
        } catch (LinkageError unread) {
            return ABSENT;
        }
    }

    @Override
    public CallSpan call(String module, String operation) {
        Call call = new Call();
        if (!call.isEnabled()) {
            return UNSEEN;
        }
        call.module = module;
        call.operation = operation;
        call.begin();
        return call;
    }

    @Override
    public void happened(RuntimeEvent event) {
        Change change = new Change();
        if (change.isEnabled()) {
            change.what = event.getClass().getSimpleName();
            change.generation = event.generation();
            change.module = event instanceof RuntimeEvent.OfModule ofModule ? ofModule.module() : "";
            change.plugin =
                    event instanceof RuntimeEvent.OfPlugin ofPlugin ? ofPlugin.plugin() + " " + ofPlugin.version() : "";
            change.details = EventLog.told(event);
            change.commit();
        }
    }

    @Name("org.citykit.Call")
    @Label("Call of vendor code")
    @Description("One guarded call of a module's vendor code.")
    @Category("CityKit")
    @StackTrace(false)
    @SuppressWarnings("unused") // its fields are read by the recorder
    private static final class Call extends Event implements CallSpan {
        @Label("Module")
        String module = "";

        @Label("Operation")
        String operation = "";

        @Label("Outcome")
        String outcome = "";

        @Override
        public void end(CallOutcome how) {
            end();
            if (shouldCommit()) {
                outcome = how.name().toLowerCase(Locale.ROOT);
                commit();
            }
        }
    }

    @Name("org.citykit.Change")
    @Label("Change of the runtime")
    @Description("Something that happened to a module, a plugin or a generation.")
    @Category("CityKit")
    @StackTrace(false)
    @SuppressWarnings("unused") // its fields are read by the recorder
    private static final class Change extends Event {
        @Label("What")
        String what = "";

        @Label("Generation")
        long generation;

        @Label("Module")
        String module = "";

        @Label("Plugin")
        String plugin = "";

        @Label("Details")
        String details = "";
    }
}
