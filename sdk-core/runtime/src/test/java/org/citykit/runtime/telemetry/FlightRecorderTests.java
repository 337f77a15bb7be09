package org.citykit.runtime.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderTests {
    @TempDir
    Path folder;

    private final FlightRecorder recorder = FlightRecorder.ofJvm();

    @Test
    void whileNobodyRecordsACallLeavesNothingBehind() {
        assertNotSame(FlightRecorder.ABSENT, recorder);
        assertSame(FlightRecorder.UNSEEN, recorder.call("festivals", "fetch"));
    }

    @Test
    void callsAndChangesAreRecorded() throws Exception {
        Path file = folder.resolve("portal.jfr");

        try (Recording recording = new Recording()) {
            recording.enable("org.citykit.Call").withoutThreshold();
            recording.enable("org.citykit.Change");
            recording.start();
            recorder.call("festivals", "fetch").end(CallOutcome.LATE);
            recorder.happened(new RuntimeEvent.FilesChanged(Instant.EPOCH, 4, List.of("portal.yaml")));
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        RecordedEvent call = named(events, "org.citykit.Call");
        assertEquals("festivals", call.getString("module"));
        assertEquals("fetch", call.getString("operation"));
        assertEquals("late", call.getString("outcome"));
        RecordedEvent change = named(events, "org.citykit.Change");
        assertEquals("FilesChanged", change.getString("what"));
        assertEquals(4, change.getLong("generation"));
        assertEquals("Changed: portal.yaml.", change.getString("details"));
    }

    private static RecordedEvent named(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
