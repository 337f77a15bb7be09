package org.citykit.runtime.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.telemetry.CallOutcome;
import org.citykit.runtime.telemetry.Refusal;
import org.citykit.runtime.telemetry.RuntimeEvent;
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
    private final Deadlines deadlines;
    private final CallMeter meter;
    private final Refusals refusals;
    private final double slowAfter;

    /** Its monitor is held for a few instructions only; never while vendor code, listeners or futures run. */
    private final Roster roster;

    private boolean closed;

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
        this.deadlines = deadlines;
        this.meter = deadlines.meter(module);
        this.refusals = new Refusals(module, generation, deadlines.telemetry(), meter);
        this.slowAfter = deadlines.limits().circuit().slowAfter();
        this.roster = new Roster(concurrent, deadlines.limits());
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
        synchronized (roster) {
            refused = roster.end();
            running = roster.running();
            stuck = roster.stuck();
            now = stuck == null && roster.enterLast(call);
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
        synchronized (roster) {
            return roster.runs() + roster.waits() + roster.behind() > 0;
        }
    }

    /** Why the module takes no calls now, with the stack, as it is now, of a thread that does not come back. */
    public Optional<Guarded.Failed<Object>> stuck() {
        Call<?> call;
        synchronized (roster) {
            call = roster.stuck();
        }
        return Optional.ofNullable(call).map(Call::quarantine);
    }

    /** How many threads do not come back. */
    public int abandoned() {
        synchronized (roster) {
            return roster.behind();
        }
    }

    /** Where the circuit stands. */
    public ModuleHealth.Circuit circuit() {
        synchronized (roster) {
            return roster.breaker().state();
        }
    }

    /** How long the circuit stays open yet; zero if it is not. */
    public Duration pause() {
        synchronized (roster) {
            return roster.breaker().left(System.nanoTime());
        }
    }

    /** Ends the calls that run now, if any, as if their deadline had come. Returns at once. */
    public void hurry() {
        List<Call<?>> running;
        synchronized (roster) {
            running = roster.running();
        }
        running.forEach(call -> call.hurry(Duration.ZERO));
    }

    /** Interrupts what runs, takes no more calls and lets its threads end. Returns at once; idempotent. */
    @Override
    public void close() {
        List<Call<?>> refused;
        List<Call<?>> left;
        List<Worker> leaving;
        synchronized (roster) {
            closed = true;
            refused = roster.end();
            Call<?> last = roster.takeLast();
            if (last != null && last.withdraw()) {
                refused.add(last);
            }
            left = roster.abandoned();
            leaving = roster.idle();
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
        synchronized (roster) {
            if (!call.waits()) {
                roster.left(call);
                return false;
            }
            worker = roster.takeIdle();
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
        synchronized (roster) {
            judge(call, result instanceof Guarded.Failed, took);
            roster.telling(call);
            roster.rest(worker);
            next = roster.isEnding() ? null : roster.take();
            leave = closed;
        }
        call.makeRoom();
        call.end.complete(outcome == CallOutcome.LATE ? late(result, took) : result);
        roster.told();
        if (next != null) {
            start(next);
        } else if (roster.isEnding()) {
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
        synchronized (roster) {
            next = roster.take();
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
        synchronized (roster) {
            judge(call, true, took);
            roster.left(call);
            if (!call.back) {
                roster.abandon(call);
                deadlines.leftBehind(1);
            }
            if (roster.stuck() != null) {
                refused = roster.withdrawn();
                Call<?> last = roster.takeLast();
                if (last != null) {
                    refused.add(last);
                }
            } else {
                next = roster.take();
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
        synchronized (roster) {
            call.back = true;
            if (roster.back(call)) {
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
        synchronized (roster) {
            return roster.retire(worker);
        }
    }

    /** How it stands now, as numbers. */
    GuardGauges gauges() {
        synchronized (roster) {
            return new GuardGauges(
                    module,
                    roster.runs(),
                    roster.waits(),
                    roster.behind(),
                    roster.breaker().state());
        }
    }

    private <T> CompletableFuture<Guarded<T>> submit(Call<T> call, boolean urgent) {
        call.urgent = urgent;
        Refusal refusal;
        Worker worker;
        boolean now;
        boolean admitted;
        synchronized (roster) {
            refusal = roster.refusal();
            call.permitted = refusal == null;
            now = refusal == null && roster.enter(call);
            admitted = now && (urgent || deadlines.admission().tryEnter());
            worker = admitted ? roster.takeIdle() : null;
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
        synchronized (roster) {
            roster.left(call);
            if (worker != null) {
                roster.rest(worker);
            }
            next = roster.take();
            leave = closed;
        }
        if (next != null) {
            start(next);
        }
        if (leave && worker != null) {
            worker.leave();
        }
    }

    private long time(Call<?> call, CallOutcome outcome) {
        long took = call.took(System.nanoTime());
        meter.operation(call.what).ended(outcome, took);
        return took;
    }

    /** Lets the circuit know; under the lock. */
    private void judge(Call<?> call, boolean failed, long took) {
        if (call.permitted) {
            roster.breaker().ended(failed, call.slow(took, slowAfter), System::nanoTime);
        }
    }

    private void refuse(Call<?> call, Refusal why) {
        if (call.permitted) {
            synchronized (roster) {
                roster.breaker().unmade();
            }
        }
        refusals.tell(call, why, this);
    }
}
