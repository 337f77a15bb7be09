package org.citykit.runtime.guard;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.citykit.runtime.telemetry.CallOutcome;
import org.citykit.runtime.telemetry.CallSpan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A platform thread of one module. It runs calls of that module alone and ends with it, so that nothing that a plugin
 * leaves on its thread meets another module or outlives the plugin; a thread that was given up ends as soon as it comes
 * back. What a call can change on the thread itself is put right after every call.
 */
@SuppressWarnings("ThreadPriorityCheck") // it is put back to normal, no more
final class Worker implements Runnable, Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final String MODULE = "module";
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
    private static final VarHandle GIVEN;
    private static final VarHandle CURRENT;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            GIVEN = own.findVarHandle(Worker.class, "given", Call.class);
            CURRENT = own.findVarHandle(Worker.class, "current", Call.class);
        } catch (ReflectiveOperationException absent) {
            throw new ExceptionInInitializerError(absent);
        }
    }

    private final Dispatch dispatch;
    private final Deadlines deadlines;
    private final String name;
    private final Thread thread;

    /** What it is to run next. Nobody gives another before that one has ended. */
    private volatile @Nullable Call<?> given;

    private volatile @Nullable Call<?> current;
    private volatile boolean leaving;

    /** Written by its thread alone, and seen by others with {@link #current}. */
    private long calls;

    /** Belongs to the thread of the watchdog. */
    private long callsSeen = -1;

    /** Belongs to the thread of the watchdog. */
    private long callsLooked;

    /** The thread that became idle before it; belongs to the roster. */
    @Nullable
    Worker before;

    /** What it has taken and not yet told the end of. */
    private @Nullable Call<?> held;

    /** Made, but not started, with its first call. */
    Worker(Dispatch dispatch, Call<?> first) {
        this.dispatch = dispatch;
        this.deadlines = dispatch.deadlines();
        this.given = first;
        this.name = "citykit-module-" + dispatch.module();
        this.thread = new Thread(null, this, name, 0, false);
        thread.setDaemon(true);
        thread.setPriority(Thread.NORM_PRIORITY);
        thread.setContextClassLoader(PLATFORM);
        thread.setUncaughtExceptionHandler(this);
    }

    void start() {
        thread.start();
    }

    /** Hands it a call while it is idle. */
    void give(Call<?> call) {
        given = call;
        LockSupport.unpark(thread);
    }

    /** Ends it once it is idle. */
    void leave() {
        leaving = true;
        LockSupport.unpark(thread);
    }

    /** What it runs now. */
    @Nullable
    Call<?> current() {
        return current;
    }

    @Override
    public void run() {
        deadlines.watchdog().add(this);
        nameInLog();
        try {
            Call<?> call = await();
            while (call != null && perform(call)) {
                call = await();
            }
        } finally {
            deadlines.watchdog().remove(this);
            Call<?> unfinished = held;
            if (unfinished != null) {
                current = null;
                dispatch.died(unfinished);
            }
        }
    }

    @Override
    public void uncaughtException(Thread stopped, Throwable thrown) {
        LOG.debug("{} was stopped", name);
    }

    /** The next call, or null when it is time to end. */
    private @Nullable Call<?> await() {
        Call<?> call = given;
        if (call == null) {
            boolean crowded = !deadlines.idle(1);
            try {
                call = crowded && dispatch.retire(this) ? null : awaitGiven();
            } finally {
                deadlines.idle(-1);
            }
        }
        GIVEN.setRelease(this, null);
        return call;
    }

    private @Nullable Call<?> awaitGiven() {
        while (true) {
            Call<?> call = given;
            if (call != null) {
                return call;
            }
            if (leaving && dispatch.retire(this)) {
                return null;
            }
            LockSupport.park(this); // the watchdog sends it away when it has been idle for long
            if (Thread.interrupted()) {
                LOG.debug("{} was interrupted by somebody else", name);
            }
        }
    }

    /** True if a call has begun since this was last asked; to be asked after {@link #current}. */
    boolean hasBegunAnother() {
        long now = calls;
        boolean another = now != callsLooked;
        callsLooked = now;
        return another;
    }

    /** Sends it away if it has had no call since this was last asked. */
    void leaveIfUnused() {
        boolean free = current == null;
        long now = calls;
        if (free && now == callsSeen) {
            leave();
        }
        callsSeen = now;
    }

    /** Runs a call; false if the thread must end, because its call was given up meanwhile. */
    private <T> boolean perform(Call<T> call) {
        if (!call.started()) {
            dispatch.skipped(call, this);
            return true;
        }
        held = call;
        calls++;
        current = call;
        deadlines.watchdog().armed();
        CallSpan span = deadlines.telemetry().call(dispatch.module(), call.what);
        thread.setContextClassLoader(call.loader);
        Guarded<T> result = call.attempt();
        CallOutcome outcome = call.finished(result);
        CURRENT.setRelease(this, null); // whoever sees it a little later finds a call that has ended
        putRight();
        span.end(outcome);
        if (outcome == CallOutcome.ABANDONED) {
            held = null;
            dispatch.cameBack(call);
            return false;
        }
        dispatch.ended(call, this, result, outcome);
        held = null;
        return true;
    }

    /** What a plugin adds to the context of the log stays with its module, as this thread does. */
    private void nameInLog() {
        MDC.clear();
        MDC.put(MODULE, dispatch.module());
    }

    private void putRight() {
        if (!dispatch.module().equals(MDC.get(MODULE))) {
            nameInLog();
        }
        thread.setContextClassLoader(PLATFORM);
        if (!thread.getName().equals(name)) {
            thread.setName(name);
        }
        if (thread.getPriority() != Thread.NORM_PRIORITY) {
            thread.setPriority(Thread.NORM_PRIORITY);
        }
        if (thread.getUncaughtExceptionHandler() != this) {
            thread.setUncaughtExceptionHandler(this);
        }
        if (Thread.interrupted()) {
            LOG.trace("an interrupt ends with its call");
        }
    }
}
