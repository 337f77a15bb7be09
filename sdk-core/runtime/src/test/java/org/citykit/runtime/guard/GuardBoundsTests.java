package org.citykit.runtime.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.ModuleHealth.Circuit;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.telemetry.Metrics;
import org.citykit.runtime.telemetry.RuntimeEvent;
import org.citykit.runtime.telemetry.Telemetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardBoundsTests {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofHours(1);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Queue<RuntimeEvent> events = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() throws Exception {
        release.countDown();
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void oneCallRunsAFewWaitAndTheRestIsRefused() throws Exception {
        Guard guard = guard("busy", deadlines(new GuardLimits.Calls(SHORT, 1, 2, 1), NEVER, 4));
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Guarded<Object>> first = start(guard, LONG, () -> {
            running.countDown();
            release.await();
            return "first";
        });
        assertTrue(running.await(60, TimeUnit.SECONDS));

        CompletableFuture<Guarded<Object>> second = start(guard, LONG, () -> "second");
        CompletableFuture<Guarded<Object>> third = start(guard, LONG, () -> "third");
        CompletableFuture<Guarded<Object>> fourth = start(guard, LONG, () -> "fourth");

        assertEquals(RuntimeError.MODULE_BUSY, failed(fourth).code());
        assertFalse(first.isDone() || second.isDone() || third.isDone());
        release.countDown();
        assertEquals(List.of("first", "second", "third"), List.of(done(first), done(second), done(third)));
    }

    @Test
    void asManyCallsRunAtOnceAsTheModuleMay() throws Exception {
        Deadlines deadlines = deadlines(new GuardLimits.Calls(SHORT, 1, 16, 1), NEVER, 8);
        Guard guard = opened(new Guard("wide", 1, 3, deadlines));
        CountDownLatch together = new CountDownLatch(3);
        Callable<Object> meets = () -> {
            together.countDown();
            return together.await(60, TimeUnit.SECONDS);
        };

        List<CompletableFuture<Guarded<Object>>> ends =
                IntStream.range(0, 3).mapToObj(i -> start(guard, LONG, meets)).toList();

        for (CompletableFuture<Guarded<Object>> end : ends) {
            assertEquals(true, done(end));
        }
    }

    @Test
    void whatWaitsBehindAStuckCallIsRefusedWhenThatIsGivenUp() throws Exception {
        Guard guard = guard("stuck", deadlines(new GuardLimits.Calls(SHORT, 1, 16, 1), NEVER, 4));

        CompletableFuture<Guarded<Object>> stuck = start(guard, SHORT, this::hang);
        CompletableFuture<Guarded<Object>> behind = start(guard, LONG, () -> "behind");

        assertEquals(RuntimeError.DEADLINE_EXCEEDED, failed(stuck).code());
        assertEquals(RuntimeError.MODULE_QUARANTINED, failed(behind).code());
        assertTrue(awaitEvent(RuntimeEvent.CallAbandoned.class));
    }

    @Test
    void aModuleThatMayLeaveTwoThreadsBehindIsRefusedAfterTheSecond() throws Exception {
        Guard guard = guard("two", deadlines(new GuardLimits.Calls(SHORT, 1, 16, 2), NEVER, 4));

        assertEquals(
                RuntimeError.DEADLINE_EXCEEDED,
                failed(start(guard, SHORT, this::hang)).code());
        assertTrue(guard.stuck().isEmpty());
        assertEquals("made", done(start(guard, LONG, () -> "made")));
        assertEquals(
                RuntimeError.DEADLINE_EXCEEDED,
                failed(start(guard, SHORT, this::hang)).code());

        assertEquals(2, guard.abandoned());
        assertEquals(
                RuntimeError.MODULE_QUARANTINED,
                failed(start(guard, LONG, () -> "refused")).code());
    }

    @Test
    void theStackOfAStuckThreadIsWhereItStandsNow() throws Exception {
        Guard guard = guard("moving", deadlines(new GuardLimits.Calls(SHORT, 1, 16, 1), NEVER, 4));
        CountDownLatch goOn = new CountDownLatch(1);

        failed(start(guard, SHORT, () -> {
            firstPlace(goOn);
            return secondPlace();
        }));

        assertTrue(stack(guard).contains("firstPlace"), stack(guard));
        goOn.countDown();
        while (!stack(guard).contains("secondPlace")) {
            Thread.onSpinWait();
        }
        assertFalse(stack(guard).contains("firstPlace"), stack(guard));
    }

    @Test
    void aModuleThatFailsAgainAndAgainGetsAPauseAndComesBack() throws Exception {
        GuardLimits.Circuit circuit = new GuardLimits.Circuit(4, 4, 0.5, 1, 1, Duration.ofMillis(20), 1);
        Deadlines deadlines = deadlines(new GuardLimits(
                GuardLimits.Calls.STANDARD, circuit, GuardLimits.Retry.STANDARD, GuardLimits.Threads.STANDARD, 1));
        Guard guard = guard("failing", deadlines);
        for (int i = 0; i < 4; i++) {
            failed(start(guard, LONG, () -> {
                throw new IllegalStateException("the feed is gone");
            }));
        }

        Guarded<Object> next = start(guard, LONG, () -> "again").get(60, TimeUnit.SECONDS);
        while (next instanceof Guarded.Failed<Object> refused) {
            assertEquals(RuntimeError.CIRCUIT_OPEN, refused.code());
            next = start(guard, LONG, () -> "again").get(60, TimeUnit.SECONDS);
        }

        assertEquals(Circuit.CLOSED, guard.circuit());
        assertEquals("more", done(start(guard, LONG, () -> "more")));
    }

    @Test
    void theLastCallRefusesWhatWaitsAndComesAfterWhatRuns() throws Exception {
        Guard guard = guard("closing", deadlines(new GuardLimits.Calls(SHORT, 1, 16, 1), NEVER, 4));
        CountDownLatch running = new CountDownLatch(1);
        AtomicInteger order = new AtomicInteger();
        CompletableFuture<Guarded<Object>> runs = start(guard, LONG, () -> {
            running.countDown();
            release.await();
            return order.incrementAndGet();
        });
        assertTrue(running.await(60, TimeUnit.SECONDS));
        CompletableFuture<Guarded<Object>> waits = start(guard, LONG, () -> "waits");

        CompletableFuture<Guarded<Object>> last =
                guard.last("close", loader(), LONG, LONG, RuntimeError.CONTRACT_BROKEN, order::incrementAndGet);
        CompletableFuture<Guarded<Object>> after = start(guard, LONG, () -> "after");

        assertEquals(RuntimeError.RUNTIME_CLOSED, failed(waits).code());
        assertEquals(RuntimeError.RUNTIME_CLOSED, failed(after).code());
        assertFalse(runs.isDone() || last.isDone());
        release.countDown();
        assertEquals(1, done(runs));
        assertEquals(2, done(last));
    }

    @Test
    void theLastCallWithoutPatienceInterruptsWhatRuns() throws Exception {
        Guard guard = guard("closing", deadlines(new GuardLimits.Calls(SHORT, 1, 16, 1), NEVER, 4));
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Guarded<Object>> runs = start(guard, NEVER, () -> {
            running.countDown();
            release.await();
            return "well";
        });
        assertTrue(running.await(60, TimeUnit.SECONDS));

        CompletableFuture<Guarded<Object>> last =
                guard.last("close", loader(), LONG, Duration.ZERO, RuntimeError.CONTRACT_BROKEN, () -> "closed");

        assertTrue(failed(runs).reason().contains("InterruptedException"));
        assertEquals("closed", done(last));
    }

    @Test
    void aHundredStuckModulesStopTogether() throws Exception {
        Deadlines deadlines = deadlines(new GuardLimits.Calls(SHORT, 1, 16, 1), Duration.ofMillis(5), 2);
        CountDownLatch running = new CountDownLatch(100);
        List<Guard> guards = IntStream.range(0, 100)
                .mapToObj(i -> guard("stuck-" + i, deadlines))
                .toList();
        guards.forEach(guard -> begin(guard, NEVER, () -> {
            running.countDown();
            return hang();
        }));
        assertTrue(running.await(60, TimeUnit.SECONDS));

        List<CompletableFuture<Guarded<Object>>> ends = guards.stream()
                .map(guard -> guard.<Object>last(
                        "close", loader(), SHORT, Duration.ZERO, RuntimeError.CONTRACT_BROKEN, () -> "closed"))
                .toList();

        for (CompletableFuture<Guarded<Object>> end : ends) {
            assertEquals(RuntimeError.MODULE_QUARANTINED, failed(end).code());
        }
        assertEquals(100, value(deadlines, "citykit_abandoned_threads"));
    }

    @Test
    void aHundredModulesThatNeverFinishClosingStopTogether() throws Exception {
        Deadlines deadlines = deadlines(new GuardLimits.Calls(SHORT, 1, 16, 1), NEVER, 2);
        List<CompletableFuture<Guarded<Object>>> ends = IntStream.range(0, 100)
                .mapToObj(i -> guard("stuck-" + i, deadlines))
                .map(guard -> guard.<Object>last(
                        "close", loader(), SHORT, Duration.ZERO, RuntimeError.CONTRACT_BROKEN, this::hang))
                .toList();

        for (CompletableFuture<Guarded<Object>> end : ends) {
            assertEquals(RuntimeError.DEADLINE_EXCEEDED, failed(end).code());
        }
    }

    @Test
    void aThousandModulesThatBeginAtOnceRunAFewAtATime() throws Exception {
        Deadlines deadlines = deadlines(GuardLimits.Calls.STANDARD, NEVER, 3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Object> opens = () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            now.decrementAndGet();
            return "open";
        };

        List<CompletableFuture<Guarded<Object>>> ends = IntStream.range(0, 1_000)
                .mapToObj(i -> start(guard("module-" + i, deadlines), LONG, opens))
                .toList();

        for (CompletableFuture<Guarded<Object>> end : ends) {
            assertEquals("open", done(end));
        }
        assertTrue(most.get() <= 3, () -> "at once: " + most);
    }

    @Test
    void aStuckCallMakesRoomForTheOthersAfterItsSlice() throws Exception {
        Deadlines deadlines = deadlines(GuardLimits.Calls.STANDARD, Duration.ofMillis(5), 1);
        begin(guard("stuck-1", deadlines), NEVER, this::hang);
        begin(guard("stuck-2", deadlines), NEVER, this::hang);

        assertEquals("well", done(start(guard("well", deadlines), LONG, () -> "well")));
    }

    @Test
    void anUrgentCallWaitsForNobodysSlice() throws Exception {
        Deadlines deadlines = deadlines(GuardLimits.Calls.STANDARD, NEVER, 1);
        CountDownLatch running = new CountDownLatch(1);
        begin(guard("slow", deadlines), NEVER, () -> {
            running.countDown();
            return hang();
        });
        assertTrue(running.await(60, TimeUnit.SECONDS));

        CompletableFuture<Guarded<Object>> alert = guard("siren", deadlines)
                .urgent("deliver", loader(), LONG, RuntimeError.DELIVERY_FAILED, () -> "delivered");

        assertEquals("delivered", done(alert));
    }

    @Test
    void callsAreCountedByModuleOperationAndOutcome() throws Exception {
        Deadlines deadlines = deadlines(new GuardLimits.Calls(SHORT, 1, 16, 1), NEVER, 4);
        Guard guard = guard("counted", deadlines);
        done(start(guard, LONG, () -> "one"));
        done(start(guard, LONG, () -> "two"));
        failed(start(guard, LONG, () -> null));
        failed(start(guard, SHORT, this::hang));
        failed(start(guard, LONG, () -> "refused"));

        Metrics metrics = deadlines.telemetry().metrics();

        assertEquals(2, calls(metrics, "done"));
        assertEquals(1, calls(metrics, "failed"));
        assertEquals(1, calls(metrics, "abandoned"));
        assertEquals(1, calls(metrics, "refused"));
        assertEquals(
                4, metrics.named("citykit_call_duration_seconds_count").get(0).value());
        assertEquals(1, value(deadlines, "citykit_module_abandoned_threads"));
        assertTrue(awaitEvent(RuntimeEvent.CallRefused.class));
    }

    private static double calls(Metrics metrics, String outcome) {
        return metrics.named("citykit_calls_total").stream()
                .filter(sample -> outcome.equals(sample.labels().get("outcome")))
                .mapToDouble(Metrics.Sample::value)
                .sum();
    }

    private static double value(Deadlines deadlines, String name) {
        return deadlines.telemetry().metrics().named(name).get(0).value();
    }

    private boolean awaitEvent(Class<? extends RuntimeEvent> kind) {
        while (events.stream().noneMatch(kind::isInstance)) {
            Thread.onSpinWait();
        }
        return true;
    }

    private Object hang() {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException swallowed) {
                Thread.onSpinWait();
            }
        }
        return "late";
    }

    private void firstPlace(CountDownLatch goOn) {
        while (goOn.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private Object secondPlace() {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
        return "late";
    }

    private static String stack(Guard guard) {
        return guard.stuck().orElseThrow().stack().toString();
    }

    private Deadlines deadlines(GuardLimits.Calls calls, Duration slice, int admitted) {
        return deadlines(new GuardLimits(
                calls,
                GuardLimits.Circuit.STANDARD,
                GuardLimits.Retry.STANDARD,
                new GuardLimits.Threads(admitted, slice, Duration.ofSeconds(10), 64),
                1));
    }

    private Deadlines deadlines(GuardLimits limits) {
        return opened(new Deadlines(limits, opened(Telemetry.to(events::add, Clock.systemUTC()))));
    }

    private Guard guard(String module, Deadlines deadlines) {
        return opened(new Guard(module, deadlines));
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        opened.add(closeable);
        return closeable;
    }

    private static CompletableFuture<Guarded<Object>> start(Guard guard, Duration limit, Callable<Object> body) {
        return guard.call("fetch", loader(), limit, RuntimeError.FETCH_FAILED, body);
    }

    /** Begins a call whose end nobody waits for. */
    private static void begin(Guard guard, Duration limit, Callable<Object> body) {
        var unwatched = start(guard, limit, body);
        assertFalse(unwatched.isDone());
    }

    private static ClassLoader loader() {
        return GuardBoundsTests.class.getClassLoader();
    }

    private static Guarded.Failed<Object> failed(CompletableFuture<Guarded<Object>> end) throws Exception {
        Guarded<Object> ended = end.get(60, TimeUnit.SECONDS);
        assertInstanceOf(Guarded.Failed.class, ended);
        return (Guarded.Failed<Object>) ended;
    }

    private static Object done(CompletableFuture<Guarded<Object>> end) throws Exception {
        Guarded<Object> ended = end.get(60, TimeUnit.SECONDS);
        return assertInstanceOf(Guarded.Done.class, ended, ended::toString).value();
    }
}
