package org.citykit.runtime.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.telemetry.CallOutcome;
import org.citykit.runtime.telemetry.Refusal;
import org.citykit.runtime.telemetry.RuntimeEvent;
import org.jspecify.annotations.Nullable;

/**
 * Brings the calls of one module to its threads, and their ends to those who wait for them. Each end makes room for the
 * next call. Thread-safe; no method waits.
 */
final class Dispatch {
    private final String module;
    private final long generation;
    private final Deadlines deadlines;
    private final CallMeter meter;
    private final Refusals refusals;
    private final double slowAfter;

    /** Its monitor is held for a few instructions only; never while vendor code, listeners or futures run. */
    private final Roster roster;

    Dispatch(String module, long generation, int concurrent, Deadlines deadlines) {
        this.module = module;
        this.generation = generation;
        this.deadlines = deadlines;
        this.meter = deadlines.meter(module);
        this.refusals = new Refusals(module, generation, deadlines.telemetry(), meter);
        this.slowAfter = deadlines.limits().circuit().slowAfter();
        this.roster = new Roster(concurrent, deadlines.limits());
    }

    String module() {
        return module;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** Whoever asks it holds its monitor. */
    Roster roster() {
        return roster;
    }

    /** Why the module takes no calls now, with the stack, as it is now, of a thread that does not come back. */
    Optional<Guarded.Failed<Object>> stuck() {
        Call<?> call;
        synchronized (roster) {
            call = roster.stuck();
        }
        return Optional.ofNullable(call).map(Call::quarantine);
    }

    /** How long the circuit stays open yet; zero if it is not. */
    Duration pause() {
        synchronized (roster) {
            return roster.breaker().left(System.nanoTime());
        }
    }

    /** Takes a call: hands it to a thread, lets it wait, or refuses it. */
    void submit(Call<?> call) {
        Refusal refusal;
        Worker worker;
        boolean now;
        boolean admitted;
        synchronized (roster) {
            refusal = roster.refusal();
            call.permitted = refusal == null;
            now = refusal == null && roster.enter(call);
            admitted = now && (call.urgent || deadlines.admission().tryEnter());
            worker = admitted ? roster.takeIdle() : null;
        }
        if (refusal != null) {
            refuse(call, refusal);
        } else if (admitted) {
            handAdmitted(call, worker);
        } else if (now) {
            deadlines.admission().enter(call);
        }
    }

    private void handAdmitted(Call<?> call, @Nullable Worker worker) {
        if (!call.urgent) {
            call.admit();
        }
        if (!hand(call, worker)) {
            call.makeRoom();
        }
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
            leave = roster.isClosed();
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

    /** Begins a call that may begin, when it is its turn among all modules. */
    void start(Call<?> call) {
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
            leave = roster.isClosed();
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

    /** Ends a call that is not made. */
    void refuse(Call<?> call, Refusal why) {
        if (call.permitted) {
            synchronized (roster) {
                roster.breaker().unmade();
            }
        }
        refusals.tell(call, why, this);
    }
}
