package org.citykit.runtime.guard;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.telemetry.CallOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One call of vendor code, from the request to its end. Its phase moves by compare-and-set alone, so that an interrupt
 * that is meant for it never reaches the next call of its thread. Thread-safe.
 *
 * @param <T> what it gives
 */
final class Call<T> {
    /** Where a call is. */
    private enum Phase {
        WAITING,
        RUNNING,
        /** Past its deadline; its thread is being interrupted. */
        INTERRUPTING,
        /** Interrupted; it may still come back. */
        EXPIRED,
        /** Given up; its thread still runs. */
        ABANDONED,
        ENDED
    }

    private static final VarHandle PHASE;
    private static final VarHandle ADMITTED;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            PHASE = own.findVarHandle(Call.class, "phase", Phase.class);
            ADMITTED = own.findVarHandle(Call.class, "admitted", boolean.class);
        } catch (ReflectiveOperationException absent) {
            throw new ExceptionInInitializerError(absent);
        }
    }

    final String what;
    final ClassLoader loader;
    final CompletableFuture<Guarded<T>> end = new CompletableFuture<>();
    private final Dispatch dispatch;
    private final Duration limit;
    private final ErrorCode otherwise;
    private final Callable<? extends @Nullable T> body;
    private volatile Phase phase = Phase.WAITING;
    private volatile boolean admitted;

    /** Begins at once; written before it is shown to anybody. */
    boolean urgent;

    /** The circuit knows of it; written before it is shown to anybody. */
    boolean permitted;

    /** Its thread is back although it was given up; guarded by the roster's monitor. */
    boolean back;

    /** The running call that began before it; belongs to the roster. */
    @Nullable
    Call<?> before;

    private long latest;

    /** Written once by its thread, before it is shown in its worker. */
    private @Nullable Thread runner;

    private long begun;
    private long deadline;

    /** An earlier deadline, or the end of the grace time; 0 if there is none. */
    private volatile long moved;

    Call(
            Dispatch dispatch,
            String what,
            ClassLoader loader,
            Duration limit,
            ErrorCode otherwise,
            Callable<? extends @Nullable T> body) {
        this.dispatch = dispatch;
        this.what = what;
        this.loader = loader;
        this.limit = limit;
        this.otherwise = otherwise;
        this.body = body;
    }

    /** It must end by then, in the time of {@link System#nanoTime}; to be said before it is shown to anybody. */
    void latest(long end) {
        latest = end;
    }

    /** It holds one of the places of {@link Admission} now. */
    void admit() {
        admitted = true;
    }

    /** Gives its place to the next, if it holds one. */
    void makeRoom() {
        if (admitted && ADMITTED.compareAndSet(this, true, false)) {
            dispatch.deadlines().admission().leave();
        }
    }

    /** It did not begin; whoever admitted it has its place. */
    void makeRoomQuietly() {
        admitted = false;
    }

    /** Hands it to a worker; false if it is no longer wanted. */
    boolean begin() {
        return dispatch.begin(this);
    }

    boolean waits() {
        return phase == Phase.WAITING;
    }

    /** Takes it back before it runs; false if it runs already. */
    boolean withdraw() {
        return move(Phase.WAITING, Phase.ENDED);
    }

    /** Ends it without having been called. */
    void fail(Guarded.Failed<?> failed) {
        end.complete(failed.as());
    }

    /** Ends it without having been called. */
    void fail(ErrorCode code, String reason) {
        fail(new Guarded.Failed<T>(code, reason, List.of()));
    }

    /** Its thread begins with it; false if it was withdrawn. */
    boolean started() {
        runner = Thread.currentThread();
        long now = System.nanoTime();
        long own = now + limit.toNanos();
        long least = now + grace();
        begun = now;
        deadline = latest == 0 ? own : least - latest > 0 ? least : latest;
        return move(Phase.WAITING, Phase.RUNNING);
    }

    /** Calls the vendor's code and puts whatever comes of it into words; never throws. */
    Guarded<T> attempt() {
        try {
            T value = body.call();
            return value == null
                    ? new Guarded.Failed<>(
                            RuntimeError.CONTRACT_BROKEN, what + " returned null; it must return a value.", List.of())
                    : new Guarded.Done<>(value);
        } catch (Throwable thrown) { // vendor code may throw anything; nothing of it may leave this thread
            return ThrownReport.of(thrown, otherwise, what);
        }
    }

    /**
     * Its thread is back.
     *
     * @return how that is seen from outside: {@code ABANDONED} if nobody waits for it any more
     */
    CallOutcome finished(Guarded<T> result) {
        if (move(Phase.RUNNING, Phase.ENDED)) {
            return result instanceof Guarded.Done ? CallOutcome.DONE : CallOutcome.FAILED;
        }
        while (phase == Phase.INTERRUPTING) {
            Thread.onSpinWait();
        }
        return move(Phase.EXPIRED, Phase.ENDED) ? CallOutcome.LATE : CallOutcome.ABANDONED;
    }

    /** Its thread ends without having come back; false if it was given up before. */
    boolean lost() {
        Phase now = phase;
        while (now != Phase.ABANDONED && !move(now, Phase.ENDED)) {
            now = phase;
        }
        return now != Phase.ABANDONED;
    }

    /** Looks whether its time is over. */
    void watch(long now) {
        if (now - begun >= dispatch.deadlines().slice()) {
            makeRoom();
        }
        long end = moved;
        if (now - (end == 0 ? deadline : end) < 0) {
            return;
        }
        Phase seen = phase;
        if (seen == Phase.RUNNING) {
            expire();
        } else if (seen == Phase.EXPIRED && move(Phase.EXPIRED, Phase.ABANDONED)) {
            dispatch.abandoned(this);
        }
    }

    /** Brings its deadline forward. */
    void hurry(Duration left) {
        if (left.isZero()) {
            expire();
            return;
        }
        long earlier = System.nanoTime() + left.toNanos();
        if (phase == Phase.RUNNING && deadline - earlier > 0) {
            moved = earlier;
        }
    }

    /** How long it has run, in nanoseconds. */
    long took(long now) {
        return now - begun;
    }

    /** True if it took so much of its limit that it counts as slow. */
    boolean slow(long took, double share) {
        return took >= limit.toNanos() * share;
    }

    /** Why the module takes no calls while this one does not come back. */
    Guarded.Failed<Object> quarantine() {
        return new Guarded.Failed<>(
                RuntimeError.MODULE_QUARANTINED,
                "set aside: an earlier " + what + " still runs, although it was interrupted after " + limit.toMillis()
                        + " ms. Tell the vendor; the stack shows where it hangs.",
                stack());
    }

    /** How an abandoned call ends for whoever waits for it. */
    Guarded.Failed<T> late() {
        return new Guarded.Failed<>(
                RuntimeError.DEADLINE_EXCEEDED,
                what + " took longer than " + limit.toMillis() + " ms and did not end when interrupted.",
                stack());
    }

    /** Where its thread stands now. */
    List<String> stack() {
        Thread thread = runner;
        return thread == null ? List.of() : ThrownReport.lines(thread.getStackTrace());
    }

    /** Interrupts a thread that was given up once more. */
    void interruptAgain() {
        boolean runsOn = phase == Phase.ABANDONED;
        Thread thread = runner;
        if (runsOn && thread != null) {
            thread.interrupt();
        }
    }

    private void expire() {
        if (move(Phase.RUNNING, Phase.INTERRUPTING)) {
            Thread thread = runner;
            if (thread != null) {
                thread.interrupt();
            }
            moved = System.nanoTime() + grace();
            phase = Phase.EXPIRED;
        }
    }

    private boolean move(Phase from, Phase to) {
        return PHASE.compareAndSet(this, from, to);
    }

    private long grace() {
        return dispatch.deadlines().limits().calls().grace().toNanos();
    }
}
