package org.citykit.runtime.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.citykit.runtime.ModuleHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryTests {
    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final List<Telemetry> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Telemetry::close);
    }

    @Test
    void aListenerThatThrowsHearsTheNextEventAllTheSame() throws Exception {
        BlockingQueue<RuntimeEvent> heard = new LinkedBlockingQueue<>();
        Telemetry telemetry = telemetry(event -> {
            heard.add(event);
            throw new StackOverflowError("on purpose");
        });

        telemetry.publish(files("a"));
        telemetry.publish(files("b"));

        assertEquals(files("a"), heard.poll(60, TimeUnit.SECONDS));
        assertEquals(files("b"), heard.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void aListenerThatHangsCostsEventsAndNothingElse() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        BlockingQueue<RuntimeEvent> heard = new LinkedBlockingQueue<>();
        Telemetry telemetry = telemetry(event -> {
            hanging.countDown();
            awaitUninterrupted(release);
            heard.add(event);
        });
        telemetry.publish(files("first"));
        assertTrue(hanging.await(60, TimeUnit.SECONDS));

        for (int i = 0; i < Telemetry.WAITING_EVENTS + 7; i++) {
            telemetry.publish(files("event " + i));
        }

        assertEquals(7, telemetry.dropped());
        assertEquals(7, value(telemetry, "citykit_events_dropped_total"));
        release.countDown();
        assertEquals(files("first"), heard.poll(60, TimeUnit.SECONDS));
        assertEquals(files("event 0"), heard.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void aClosedTelemetryTellsWhatWaitsAndTakesNoMore() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        BlockingQueue<RuntimeEvent> heard = new LinkedBlockingQueue<>();
        Telemetry telemetry = telemetry(event -> {
            awaitUninterrupted(release);
            heard.add(event);
        });
        telemetry.publish(files("a"));
        telemetry.publish(files("b"));

        telemetry.close();
        telemetry.publish(files("c"));
        release.countDown();

        assertEquals(files("a"), heard.poll(60, TimeUnit.SECONDS));
        assertEquals(files("b"), heard.poll(60, TimeUnit.SECONDS));
        assertEquals(1, telemetry.dropped());
    }

    @Test
    void pluginsAreCountedByWhereTheyStand() {
        Telemetry telemetry = telemetry(RuntimeListener.none());

        telemetry.publish(new RuntimeEvent.PluginLinked(NOON, 1, "a", "1.0.0", "00", Duration.ZERO));
        telemetry.publish(new RuntimeEvent.PluginLinked(NOON, 1, "b", "1.0.0", "01", Duration.ZERO));
        telemetry.publish(new RuntimeEvent.PluginLinked(NOON, 1, "c", "1.0.0", "02", Duration.ZERO));
        telemetry.publish(new RuntimeEvent.PluginReleased(NOON, 2, "a", "1.0.0", "00"));
        telemetry.publish(new RuntimeEvent.PluginReleased(NOON, 2, "b", "1.0.0", "01"));
        telemetry.publish(new RuntimeEvent.PluginPinned(NOON, 2, "a", "1.0.0", "00", List.of("thread 'poller'")));
        telemetry.publish(new RuntimeEvent.PluginPinned(NOON, 2, "a", "1.0.0", "00", List.of("thread 'poller'")));

        assertEquals(1, plugins(telemetry, "linked"));
        assertEquals(1, plugins(telemetry, "pending"));
        assertEquals(1, plugins(telemetry, "pinned"));

        telemetry.publish(new RuntimeEvent.PluginCollected(NOON, 2, "a", "1.0.0", "00"));
        telemetry.publish(new RuntimeEvent.PluginCollected(NOON, 2, "b", "1.0.0", "01"));

        assertEquals(1, plugins(telemetry, "linked"));
        assertEquals(0, plugins(telemetry, "pending"));
        assertEquals(0, plugins(telemetry, "pinned"));
    }

    @Test
    void theGenerationIsTheOneThatIsLive() {
        Telemetry telemetry = telemetry(RuntimeListener.none());

        telemetry.publish(new RuntimeEvent.GenerationApplied(NOON, 7, 6, Duration.ZERO));
        telemetry.publish(new RuntimeEvent.GenerationRefused(NOON, 7, List.of()));
        telemetry.publish(new RuntimeEvent.GenerationRolledBack(NOON, 6, 7));

        assertEquals(6, value(telemetry, "citykit_generation"));
    }

    @Test
    void aPartThatTookTheNameOfAnotherIsNotForgottenWithIt() {
        Telemetry telemetry = telemetry(RuntimeListener.none());
        Measuring before = samples -> samples.gauge("citykit_items", "Items.", 1);
        Measuring after = samples -> samples.gauge("citykit_items", "Items.", 2);

        telemetry.measure("module festivals", before);
        telemetry.measure("module festivals", after);
        telemetry.forget("module festivals", before);

        assertEquals(2, value(telemetry, "citykit_items"));
        telemetry.forget("module festivals", after);
        assertTrue(telemetry.metrics().named("citykit_items").isEmpty());
    }

    @Test
    void numbersAreWrittenAsOpenMetrics() {
        Telemetry telemetry = telemetry(RuntimeListener.none());
        telemetry.measure("b", samples -> {
            samples.counter("citykit_calls", "Calls.", 3, "module", "a \"quoted\" \\ name", "outcome", "done");
            samples.histogram(
                    "citykit_call_duration_seconds", "How long.", new double[] {0.1, 1}, new long[] {2, 1, 4}, 9.5);
        });
        telemetry.measure("c", samples -> samples.counter("citykit_calls", "Calls.", 4, "module", "z"));

        String text = telemetry.metrics().openMetrics();

        assertTrue(text.contains("""
                # TYPE citykit_calls counter
                # HELP citykit_calls Calls.
                citykit_calls_total{module="a \\"quoted\\" \\\\ name",outcome="done"} 3
                citykit_calls_total{module="z"} 4
                """), text);
        assertTrue(text.contains("""
                # TYPE citykit_call_duration_seconds histogram
                # HELP citykit_call_duration_seconds How long.
                citykit_call_duration_seconds_bucket{le="0.1"} 2
                citykit_call_duration_seconds_bucket{le="1.0"} 3
                citykit_call_duration_seconds_bucket{le="+Inf"} 7
                citykit_call_duration_seconds_count 7
                citykit_call_duration_seconds_sum 9.5
                """), text);
        assertTrue(text.endsWith("# EOF\n"), text);
    }

    @Test
    void aSnapshotOfNumbersCannotBeChanged() {
        Metrics metrics = telemetry(RuntimeListener.none()).metrics();

        assertEquals(NOON, metrics.at());
        assertThrows(
                UnsupportedOperationException.class, () -> metrics.samples().clear());
        assertThrows(
                UnsupportedOperationException.class,
                () -> metrics.samples().get(0).labels().put("a", "b"));
    }

    @Test
    void eachEventCanBeToldInALine() {
        RuntimeEvent changed = new RuntimeEvent.ModuleStateChanged(
                NOON, 1, "festivals", ModuleHealth.State.LIVE, ModuleHealth.State.STALE, Optional.empty());

        assertEquals("Module 'festivals' is STALE, was LIVE.", EventLog.told(changed));
        assertEquals("Changed: portal.yaml.", EventLog.told(files("portal.yaml")));
    }

    private Telemetry telemetry(RuntimeListener listener) {
        Telemetry made = Telemetry.to(listener, CLOCK);
        opened.add(made);
        return made;
    }

    private static RuntimeEvent files(String file) {
        return new RuntimeEvent.FilesChanged(NOON, 1, List.of(file));
    }

    private static double plugins(Telemetry telemetry, String state) {
        return telemetry.metrics().named("citykit_plugins").stream()
                .filter(sample -> sample.labels().containsValue(state))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static double value(Telemetry telemetry, String name) {
        return telemetry.metrics().named(name).get(0).value();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
