package org.citykit.runtime.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.telemetry.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one module by where they stand: waiting, running, left behind, and the last one, which comes after all
 * others; and its threads that are idle. Decides which call may begin. Confined to its own monitor, which its guard
 * takes. What changes with every call stands in this object itself, not in lists beside it: a call and its end are the
 * work of two threads, and each object that both write costs both a trip between their processors.
 */
final class Roster {
    private final int concurrent;
    private final GuardLimits limits;
    private final Breaker breaker;
    private final Deque<Call<?>> waiting = new ArrayDeque<>();
    private final List<Call<?>> abandoned = new ArrayList<>(1);
    private @Nullable Call<?> last;
    private volatile boolean ending;
    private boolean closed;

    /** The one that began to run last; each knows the one before it. */
    private @Nullable Call<?> running;

    private int runs;

    /** The thread that became idle last; each knows the one before it. */
    private @Nullable Worker idle;

    /** How many calls have ended, but those who wait for them are being told; falls without the lock. */
    private final AtomicInteger telling = new AtomicInteger();

    /** @param concurrent how many calls may run at once */
    Roster(int concurrent, GuardLimits limits) {
        this.concurrent = concurrent;
        this.limits = limits;
        this.breaker = new Breaker(limits.circuit());
    }

    Breaker breaker() {
        return breaker;
    }

    /** Why no call is taken now; the circuit counts on a call that is. */
    @Nullable
    Refusal refusal() {
        if (ending) {
            return Refusal.CLOSED;
        }
        if (stuck() != null) {
            return Refusal.QUARANTINED;
        }
        if (waiting.size() >= limits.calls().waiting()) {
            return Refusal.QUEUE_FULL;
        }
        return breaker.permits(System::nanoTime) ? null : Refusal.CIRCUIT_OPEN;
    }

    /** Adds a call to those that run, or else to those that wait; true if it may begin. */
    boolean enter(Call<?> call) {
        if (waiting.isEmpty() && runs < concurrent) {
            run(call);
            return true;
        }
        waiting.add(call);
        return false;
    }

    /** From now on nothing but the last call is begun; gives those that waited, taken back. */
    List<Call<?>> end() {
        ending = true;
        return withdrawn();
    }

    /** As {@link #end}; threads that become idle from now on are to be sent away. */
    List<Call<?>> close() {
        closed = true;
        return end();
    }

    boolean isClosed() {
        return closed;
    }

    /** Needs no lock. */
    boolean isEnding() {
        return ending;
    }

    /** Keeps the last call until nothing else runs; true if it may begin now. */
    boolean enterLast(Call<?> call) {
        if (runs == 0 && telling.get() == 0) {
            run(call);
            return true;
        }
        last = call;
        return false;
    }

    /** The last call, taken out if it has not begun. */
    @Nullable
    Call<?> takeLast() {
        Call<?> waits = last;
        last = null;
        return waits;
    }

    /** The next call that may begin, moved to the running ones. */
    @Nullable
    Call<?> take() {
        Call<?> next = null;
        if (last != null) {
            if (runs == 0 && telling.get() == 0) {
                next = takeLast();
            }
        } else if (runs < concurrent) {
            next = waiting.poll();
        }
        if (next != null) {
            run(next);
        }
        return next;
    }

    private void run(Call<?> call) {
        call.before = running;
        running = call;
        runs++;
    }

    /** A call runs no more, if it did. */
    void left(Call<?> call) {
        Call<?> later = null;
        Call<?> found = running;
        while (found != null && found != call) {
            later = found;
            found = found.before;
        }
        if (found == null) {
            return;
        }
        if (later == null) {
            running = call.before;
        } else {
            later.before = call.before;
        }
        call.before = null;
        runs--;
    }

    /** A call has ended; whoever waits for it is told next, and then comes {@link #told}. */
    void telling(Call<?> call) {
        left(call);
        telling.incrementAndGet();
    }

    /** Needs no lock; after this {@link #isEnding} is to be asked. */
    void told() {
        telling.decrementAndGet();
    }

    /** A call does not come back. */
    void abandon(Call<?> call) {
        abandoned.add(call);
    }

    /** Its thread is back after all; false if it was not left behind. */
    boolean back(Call<?> call) {
        return abandoned.remove(call);
    }

    /** All calls that have not begun, taken back; but the last. */
    List<Call<?>> withdrawn() {
        List<Call<?>> taken = new ArrayList<>(waiting);
        waiting.clear();
        for (Call<?> call : running()) {
            if (call.withdraw()) {
                left(call);
                taken.add(call);
            }
        }
        return taken;
    }

    /** The first of the calls that do not come back, if there are as many as may be. */
    @Nullable
    Call<?> stuck() {
        return abandoned.size() < limits.calls().abandoned() ? null : abandoned.get(0);
    }

    /** Those that run, in the order in which they began. */
    List<Call<?>> running() {
        Deque<Call<?>> found = new ArrayDeque<>(runs + 1);
        for (Call<?> call = running; call != null; call = call.before) {
            found.addFirst(call);
        }
        return List.copyOf(found);
    }

    /** A thread has nothing to do. */
    void rest(Worker worker) {
        worker.before = idle;
        idle = worker;
    }

    /** The thread that became idle last, taken out. */
    @Nullable
    Worker takeIdle() {
        Worker found = idle;
        if (found != null) {
            idle = found.before;
            found.before = null;
        }
        return found;
    }

    /** Takes one of the idle threads out; false if it is none of them any more. */
    boolean retire(Worker worker) {
        Worker later = null;
        Worker found = idle;
        while (found != null && found != worker) {
            later = found;
            found = found.before;
        }
        if (found == null) {
            return false;
        }
        if (later == null) {
            idle = worker.before;
        } else {
            later.before = worker.before;
        }
        worker.before = null;
        return true;
    }

    List<Worker> idle() {
        List<Worker> found = new ArrayList<>();
        for (Worker worker = idle; worker != null; worker = worker.before) {
            found.add(worker);
        }
        return found;
    }

    List<Call<?>> abandoned() {
        return List.copyOf(abandoned);
    }

    int runs() {
        return runs;
    }

    int waits() {
        return waiting.size();
    }

    int behind() {
        return abandoned.size();
    }
}
