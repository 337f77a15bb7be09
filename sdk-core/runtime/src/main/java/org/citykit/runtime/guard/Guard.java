package org.citykit.runtime.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.telemetry.Refusal;
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
    private final Deadlines deadlines;
    private final Dispatch dispatch;
    private final Roster roster;

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
        this.deadlines = deadlines;
        this.dispatch = new Dispatch(module, generation, concurrent, deadlines);
        this.roster = dispatch.roster();
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
        return submit(new Call<>(dispatch, what, loader, limit, otherwise, body));
    }

    /** As {@link #call}, but begins before those of other modules that wait for their turn to begin. */
    public <T> CompletableFuture<Guarded<T>> urgent(
            String what,
            ClassLoader loader,
            Duration limit,
            ErrorCode otherwise,
            Callable<? extends @Nullable T> body) {
        Call<T> call = new Call<>(dispatch, what, loader, limit, otherwise, body);
        call.urgent = true;
        return submit(call);
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
        Call<T> call = new Call<>(dispatch, what, loader, limit, otherwise, body);
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
        refused.forEach(one -> dispatch.refuse(one, Refusal.CLOSED));
        running.forEach(one -> one.hurry(patience));
        if (now) {
            dispatch.start(call);
        } else if (stuck != null) {
            dispatch.refuse(call, Refusal.QUARANTINED);
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
        return dispatch.stuck();
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
        return dispatch.pause();
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
            refused = roster.close();
            Call<?> last = roster.takeLast();
            if (last != null && last.withdraw()) {
                refused.add(last);
            }
            left = roster.abandoned();
            leaving = roster.idle();
        }
        deadlines.closed(this);
        refused.forEach(call -> dispatch.refuse(call, Refusal.CLOSED));
        hurry();
        left.forEach(Call::interruptAgain);
        leaving.forEach(Worker::leave);
    }

    String module() {
        return module;
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

    private <T> CompletableFuture<Guarded<T>> submit(Call<T> call) {
        dispatch.submit(call);
        return call.end;
    }
}
