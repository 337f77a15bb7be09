package org.citykit.runtime.telemetry;

/** Where JDK Flight Recorder is told, or nowhere: the module {@code jdk.jfr} may be absent. */
interface FlightRecorder {
    /** Records nothing. */
    FlightRecorder ABSENT = new FlightRecorder() {
        @Override
        public CallSpan call(String module, String operation) {
            return UNSEEN;
        }

        @Override
        public void happened(RuntimeEvent event) {}
    };

    /** Belongs to a call that nobody records. */
    CallSpan UNSEEN = outcome -> {};

    /** The recorder of this JVM. */
    static FlightRecorder ofJvm() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent() ? JdkFlightRecorder.open() : ABSENT;
    }

    /** Begins a call. */
    CallSpan call(String module, String operation);

    /** Tells an event that is no call. */
    void happened(RuntimeEvent event);
}
