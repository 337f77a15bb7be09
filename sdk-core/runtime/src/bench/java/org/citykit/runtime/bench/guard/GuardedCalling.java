package org.citykit.runtime.bench.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.guard.Deadlines;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A method that does next to nothing, called on another thread and waited for, by each contender. Threads are started by
 * the first call, so that a JVM has those of one contender alone. Not final, because JMH extends it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class GuardedCalling {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ExecutorService pool = Executors.newFixedThreadPool(1, daemons());
    private final Deadlines deadlines = new Deadlines();
    private final Guard guard = new Guard("bench", deadlines);
    private final ClassLoader loader = GuardedCalling.class.getClassLoader();
    private final Callable<Long> resilient = resilient();

    private long work;

    private Callable<Long> resilient() {
        TimeLimiter limiter =
                TimeLimiter.of(TimeLimiterConfig.custom().timeoutDuration(LIMIT).build());
        Callable<Long> timed = limiter.decorateFutureSupplier(() -> pool.submit(this::work));
        Bulkhead bulkhead = Bulkhead.ofDefaults("bench");
        return CircuitBreaker.ofDefaults("bench").decorateCallable(Bulkhead.decorateCallable(bulkhead, timed));
    }

    @Benchmark
    public long citykit() throws Exception {
        Guarded<Long> end = guard.<Long>call("fetch", loader, LIMIT, RuntimeError.FETCH_FAILED, this::work)
                .get(); // the guard ends it in time
        return ((Guarded.Done<Long>) end).value();
    }

    @Benchmark
    public long executor() throws Exception {
        return pool.submit(this::work).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Benchmark
    public long resilience4j() throws Exception {
        return resilient.call();
    }

    @TearDown
    public void close() {
        guard.close();
        deadlines.close();
        pool.shutdownNow();
    }

    private long work() {
        return ++work;
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "bench-peer");
            thread.setDaemon(true);
            return thread;
        };
    }
}
