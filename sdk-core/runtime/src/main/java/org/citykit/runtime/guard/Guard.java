package org.citykit.runtime.guard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.telemetry.CallOutcome;
import org.citykit.runtime.telemetry.Refusal;
import org.citykit.runtime.telemetry.RuntimeEvent;
import org.citykit.runtime.telemetry.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Calls the vendor code of one module, on platform threads that belong to this module alone.
 *
 * <p>At the deadline a call's thread is interrupted; if it has not come back after the grace time the call ends as
 * {@link RuntimeError#DEADLINE_EXCEEDED} and its thread is left behind. With as many of those as
 * {@link GuardLimits.Calls#abandoned} says, the module takes no calls until one comes back. A module whose calls fail or
 * are slow again and again gets a pause ({@link GuardLimits.Circuit}).
 *
 * <p>What vendor code does to itself it may do: {@code System.exit} and {@code Runtime.halt} end the whole JVM, and
 * nothing here or anywhere in a JVM can prevent it; the audit of the plugin's bytecode tells beforehand who calls them. A
 * loop that ignores its interrupt keeps its thread and a processor until the JVM ends.
 *
 * <p>Thread-safe. No method waits.
 */
public final class Guard implements AutoCloseable {
    private final String module;
    private final long generation;
    private final int concurrent;
    private final Deadlines deadlines;
    private final GuardLimits limits;
    private final Breaker breaker;
    private final CallMeter meter;

    /** Held for a few instructions only; never while vendor code, listeners or futures run. */
    private final Object lock = new Object();

    private final Deque<Call<?>> waiting = new ArrayDeque<>();
    private final List<Call<?>> active = new ArrayList<>();
    private final List<Call<?>> abandoned = new ArrayList<>();
    private final Deque<Worker> idle = new ArrayDeque<>();
    private @Nullable Call<?> last;
    private volatile boolean ending;
    private boolean closed;

    /** How many calls have ended, but those who wait for them are being told. */
    private final AtomicInteger completing = new AtomicInteger();

    /** A guard that makes one call at a time. */
    public Guard(String module, Deadlines deadlines) {
        this(module, 0, 1, deadlines);
    }

    /**
     * @param module the module's id; names the threads and stands in every log line written on them
     * @param generation stands in the events
     * @param concurrent how many calls may run at once
     * @param deadlines shared by all guards of a runtime
     */
    public Guard(String module, long generation, int concurrent, Deadlines deadlines) {
        this.module = module;
        this.generation = generation;
        this.concurrent = concurrent;
        this.deadlines = deadlines;
        this.limits = deadlines.limits();
        this.breaker = new Breaker(limits.circuit());
        this.meter = deadlines.meter(module);
        deadlines.opened(this);
    }

    /**
     * Calls vendor code.
     *
     * @param what is called, as the report names it, for example {@code fetch}
     * @param loader the context class loader meanwhile
     * @param limit how long it may take from when it begins to run
     * @param otherwise the code for exceptions that carry none of ours
     * @param body the call
     * @return completed on a thread of the module or of the guard; never exceptionally
     */
    public <T> CompletableFuture<Guarded<T>> call(
            String what,
            ClassLoader loader,
            Duration limit,
            ErrorCode otherwise,
            Callable<? extends @Nullable T> body) {
        return submit(new Call<>(this, what, loader, limit, otherwise, body), false);
    }

    /** As {@link #call}, but begins before those of other modules that wait for their turn to begin. */
    public <T> CompletableFuture<Guarded<T>> urgent(
            String what,
            ClassLoader loader,
            Duration limit,
            ErrorCode otherwise,
            Callable<? extends @Nullable T> body) {
        return submit(new Call<>(this, what, loader, limit, otherwise, body), true);
    }

    /**
     * Makes the last call. What waits is refused, what runs gets some patience, then the body is called, unless the
     * module is stuck. Ends within the limit and twice the grace time, whatever vendor code does. To be called once.
     *
     * @param limit for what runs and the body together; the body gets at least the grace time
     * @param patience how long what runs may go on before it is interrupted; at most the limit
     * @return completed as {@link #call} says
     */
    public <T> CompletableFuture<Guarded<T>> last(
            String what,
            ClassLoader loader,
            Duration limit,
            Duration patience,
            ErrorCode otherwise,
            Callable<? extends @Nullable T> body) {
        Call<T> call = new Call<>(this, what, loader, limit, otherwise, body);
        call.urgent = true;
        call.latest(System.nanoTime() + limit.toNanos());
        List<Call<?>> refused;
        List<Call<?>> running;
        Call<?> stuck;
        boolean now;
        synchronized (lock) {
            ending = true;
            refused = withdrawn();
            running = List.copyOf(active);
            stuck = stuckCall();
            now = stuck == null && running.isEmpty() && completing.get() == 0;
            if (now) {
                active.add(call);
            } else if (stuck == null) {
                last = call;
            }
        }
        refused.forEach(one -> refuse(one, Refusal.CLOSED));
        running.forEach(one -> one.hurry(patience));
        if (now) {
            start(call);
        } else if (stuck != null) {
            refuse(call, Refusal.QUARANTINED);
        }
        return call.end;
    }

    /** True while a call runs or waits, or its thread does not come back. */
    public boolean busy() {
        synchronized (lock) {
            return !active.isEmpty() || !waiting.isEmpty() || !abandoned.isEmpty();
        }
    }

    /** Why the module takes no calls now, with the stack, as it is now, of a thread that does not come back. */
    public Optional<Guarded.Failed<Object>> stuck() {
        Call<?> call;
        synchronized (lock) {
            call = stuckCall();
        }
        return Optional.ofNullable(call).map(Call::quarantine);
    }

    /** How many threads do not come back. */
    public int abandoned() {
        synchronized (lock) {
            return abandoned.size();
        }
    }

    /** Where the circuit stands. */
    public ModuleHealth.Circuit circuit() {
        synchronized (lock) {
            return breaker.state();
        }
    }

    /** How long the circuit stays open yet; zero if it is not. */
    public Duration pause() {
        synchronized (lock) {
            return breaker.left(System.nanoTime());
        }
    }

    /** Ends the calls that run now, if any, as if their deadline had come. Returns at once. */
    public void hurry() {
        List<Call<?>> running;
        synchronized (lock) {
            running = List.copyOf(active);
        }
        running.forEach(call -> call.hurry(Duration.ZERO));
    }

    /** Interrupts what runs, takes no more calls and lets its threads end. Returns at once; idempotent. */
    @Override
    public void close() {
        List<Call<?>> refused;
        List<Call<?>> left;
        List<Worker> leaving;
        synchronized (lock) {
            ending = true;
            closed = true;
            refused = withdrawn();
            if (last != null && last.withdraw()) {
                refused.add(last);
                last = null;
            }
            left = List.copyOf(abandoned);
            leaving = List.copyOf(idle);
        }
        deadlines.closed(this);
        refused.forEach(call -> refuse(call, Refusal.CLOSED));
        hurry();
        left.forEach(Call::interruptAgain);
        leaving.forEach(Worker::leave);
    }

    String module() {
        return module;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** Hands a call to a thread; false if it is no longer wanted or no thread is to be had. */
    boolean begin(Call<?> call) {
        Worker worker;
        synchronized (lock) {
            if (!call.waits()) {
                active.remove(call);
                return false;
            }
            worker = idle.pollLast();
        }
        return hand(call, worker);
    }

    private boolean hand(Call<?> call, @Nullable Worker worker) {
        if (worker != null) {
            worker.give(call);
            return true;
        }
        try {
            new Worker(this, call).start();
            return true;
        } catch (OutOfMemoryError noThread) {
            if (call.withdraw()) {
                call.fail(RuntimeError.MODULE_BUSY, call.what + " was not called: the machine gives no more threads.");
            }
            release(call, null);
            return false;
        }
    }

    /** A call was withdrawn just before its thread began with it. */
    void skipped(Call<?> call, Worker worker) {
        call.makeRoom();
        release(call, worker);
    }

    /** A call ended and its thread is free. */
    <T> void ended(Call<T> call, Worker worker, Guarded<T> result, CallOutcome outcome) {
        Call<?> next;
        boolean leave;
        long took = time(call, outcome);
        synchronized (lock) {
            judge(call, result instanceof Guarded.Failed, took);
            completing.incrementAndGet();
            active.remove(call);
            idle.addLast(worker);
            next = ending ? null : take();
            leave = closed;
        }
        call.makeRoom();
        call.end.complete(outcome == CallOutcome.LATE ? late(result, took) : result);
        completing.decrementAndGet();
        if (next != null) {
            start(next);
        } else if (ending) {
            proceed();
        }
        if (leave) {
            worker.leave();
        }
    }

    /** Says of a call that failed after its interrupt that it was interrupted. */
    private static <T> Guarded<T> late(Guarded<T> result, long took) {
        if (result instanceof Guarded.Failed<T> failed) {
            String reason =
                    failed.reason() + " It was interrupted after " + TimeUnit.NANOSECONDS.toMillis(took) + " ms.";
            return new Guarded.Failed<>(failed.code(), reason, failed.stack());
        }
        return result;
    }

    /** After what was told to those who waited, the last call may come. */
    private void proceed() {
        Call<?> next;
        synchronized (lock) {
            next = take();
        }
        if (next != null) {
            start(next);
        }
    }

    /** A call does not end; called on the thread of the watchdog. */
    <T> void abandoned(Call<T> call) {
        List<Call<?>> refused = List.of();
        Call<?> next = null;
        long took = time(call, CallOutcome.ABANDONED);
        synchronized (lock) {
            judge(call, true, took);
            active.remove(call);
            if (!call.back) {
                abandoned.add(call);
                deadlines.leftBehind(1);
            }
            if (stuckCall() != null) {
                refused = withdrawn();
                if (last != null) {
                    refused.add(last);
                    last = null;
                }
            } else {
                next = take();
            }
        }
        call.makeRoom();
        List<Call<?>> others = refused;
        deadlines.report(() -> {
            Guarded.Failed<T> late = call.late();
            deadlines
                    .telemetry()
                    .publish(new RuntimeEvent.CallAbandoned(
                            deadlines.telemetry().now(), generation, module, call.what, late.stack()));
            call.end.complete(late);
            others.forEach(other -> refuse(other, Refusal.QUARANTINED));
        });
        if (next != null) {
            start(next);
        }
    }

    /** A thread that was given up has come back; it ends now. */
    void cameBack(Call<?> call) {
        synchronized (lock) {
            call.back = true;
            if (abandoned.remove(call)) {
                deadlines.leftBehind(-1);
            }
        }
    }

    /** A thread ended in the midst of a call: somebody has stopped it. */
    void died(Call<?> call) {
        if (call.lost()) {
            call.makeRoom();
            call.fail(RuntimeError.CONTRACT_BROKEN, call.what + " stopped the thread of the runtime that called it.");
            release(call, null);
        } else {
            cameBack(call);
        }
    }

    /** True if an idle worker may end. */
    boolean retire(Worker worker) {
        synchronized (lock) {
            return idle.remove(worker);
        }
    }

    void measure(Samples samples) {
        int runs;
        int waits;
        synchronized (lock) {
            runs = active.size();
            waits = waiting.size();
        }
        samples.gauge("citykit_calls_in_flight", "Calls of vendor code that run.", runs, "module", module);
        samples.gauge("citykit_calls_waiting", "Calls of vendor code that wait.", waits, "module", module);
        samples.gauge(
                "citykit_module_abandoned_threads",
                "Threads of a module that do not come back.",
                abandoned(),
                "module",
                module);
        ModuleHealth.Circuit now = circuit();
        for (ModuleHealth.Circuit state : ModuleHealth.Circuit.values()) {
            samples.gauge(
                    "citykit_circuit",
                    "1 for the state of a module's circuit, 0 for the others.",
                    state == now ? 1 : 0,
                    "module",
                    module,
                    "state",
                    state.name().toLowerCase(Locale.ROOT));
        }
    }

    private <T> CompletableFuture<Guarded<T>> submit(Call<T> call, boolean urgent) {
        call.urgent = urgent;
        Refusal refusal;
        Worker worker = null;
        boolean now = false;
        boolean admitted = false;
        synchronized (lock) {
            refusal = refusal();
            call.permitted = refusal == null;
            if (refusal == null && waiting.isEmpty() && active.size() < concurrent) {
                active.add(call);
                now = true;
                admitted = urgent || deadlines.admission().tryEnter();
                worker = admitted ? idle.pollLast() : null;
            } else if (refusal == null) {
                waiting.add(call);
            }
        }
        if (refusal != null) {
            refuse(call, refusal);
        } else if (admitted) {
            handAdmitted(call, worker);
        } else if (now) {
            deadlines.admission().enter(call);
        }
        return call.end;
    }

    private void handAdmitted(Call<?> call, @Nullable Worker worker) {
        if (!call.urgent) {
            call.admit();
        }
        if (!hand(call, worker)) {
            call.makeRoom();
        }
    }

    private @Nullable Refusal refusal() {
        if (ending) {
            return Refusal.CLOSED;
        }
        if (stuckCall() != null) {
            return Refusal.QUARANTINED;
        }
        if (waiting.size() >= limits.calls().waiting()) {
            return Refusal.QUEUE_FULL;
        }
        return breaker.permits(System::nanoTime) ? null : Refusal.CIRCUIT_OPEN;
    }

    private void start(Call<?> call) {
        if (call.urgent) {
            boolean begun = begin(call); // a call that could not begin has told so itself
            assert begun || !call.waits();
        } else {
            deadlines.admission().enter(call);
        }
    }

    private void release(Call<?> call, @Nullable Worker worker) {
        Call<?> next;
        boolean leave;
        synchronized (lock) {
            active.remove(call);
            if (worker != null) {
                idle.addLast(worker);
            }
            next = take();
            leave = closed;
        }
        if (next != null) {
            start(next);
        }
        if (leave && worker != null) {
            worker.leave();
        }
    }

    /** The next call that may begin, moved to the active ones. */
    private @Nullable Call<?> take() {
        Call<?> next = null;
        if (last != null) {
            if (active.isEmpty() && completing.get() == 0) {
                next = last;
                last = null;
            }
        } else if (active.size() < concurrent) {
            next = waiting.poll();
        }
        if (next != null) {
            active.add(next);
        }
        return next;
    }

    /** All calls that have not begun, taken back. */
    private List<Call<?>> withdrawn() {
        List<Call<?>> taken = new ArrayList<>(waiting);
        waiting.clear();
        for (Call<?> call : List.copyOf(active)) {
            if (call.withdraw()) {
                active.remove(call);
                taken.add(call);
            }
        }
        return taken;
    }

    private @Nullable Call<?> stuckCall() {
        return abandoned.size() < limits.calls().abandoned() ? null : abandoned.get(0);
    }

    private long time(Call<?> call, CallOutcome outcome) {
        long took = call.took(System.nanoTime());
        meter.operation(call.what).ended(outcome, took);
        return took;
    }

    /** Lets the circuit know; under the lock. */
    private void judge(Call<?> call, boolean failed, long took) {
        if (call.permitted) {
            breaker.ended(failed, call.slow(took, limits.circuit().slowAfter()), System::nanoTime);
        }
    }

    private void refuse(Call<?> call, Refusal why) {
        meter.operation(call.what).refused();
        if (call.permitted) {
            synchronized (lock) {
                breaker.unmade();
            }
        }
        deadlines
                .telemetry()
                .publish(new RuntimeEvent.CallRefused(deadlines.telemetry().now(), generation, module, call.what, why));
        String notCalled = call.what + " was not called: ";
        switch (why) {
            case CLOSED -> call.fail(RuntimeError.RUNTIME_CLOSED, notCalled + "the module is closed.");
            case QUEUE_FULL ->
                call.fail(RuntimeError.MODULE_BUSY, notCalled + limits.calls().waiting() + " calls wait already.");
            case CIRCUIT_OPEN ->
                call.fail(
                        RuntimeError.CIRCUIT_OPEN,
                        notCalled + "too many of its last calls failed or were slow. It is tried again in "
                                + (pause().toSeconds() + 1) + " s.");
            case QUARANTINED ->
                call.fail(stuck().orElseGet(() -> new Guarded.Failed<>(
                        RuntimeError.MODULE_QUARANTINED,
                        notCalled + "an earlier call had not come back at the time.",
                        List.of())));
        }
    }
}
