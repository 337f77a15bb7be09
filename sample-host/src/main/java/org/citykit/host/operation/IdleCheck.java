package org.citykit.host.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.citykit.runtime.unload.Unloading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks what became of plugins that were replaced, once nobody has read anything for a while: the collection of garbage
 * that it takes then delays no reader. A plugin of which nothing can be said is looked at a few times and then left
 * alone. Confined, but for {@link #close}.
 */
public final class IdleCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IdleCheck.class);
    private static final int MOST_LOOKS = 3;

    private final LongSupplier reads;
    private final Supplier<List<Unloading>> known;
    private final Supplier<List<Unloading>> check;
    private final Map<Released, Integer> looks = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "citykit-idle-check");
        thread.setDaemon(true);
        return thread;
    });
    private long before = -1;

    private record Released(String plugin, String sha256, Instant at) {
        static Released of(Unloading one) {
            return new Released(one.plugin(), one.sha256(), one.releasedAt());
        }
    }

    /**
     * A check that has not begun.
     *
     * @param reads how often something was read so far
     * @param known what became of each plugin as far as it is known; costs nothing
     * @param check finds out; stops everybody for moments
     */
    public IdleCheck(LongSupplier reads, Supplier<List<Unloading>> known, Supplier<List<Unloading>> check) {
        this.reads = reads;
        this.known = known;
        this.check = check;
    }

    /** Looks whether anybody reads, every so often. */
    public IdleCheck every(Duration pause) {
        Future<?> unused =
                timer.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** One look: checks if nobody has read anything since the last one, and a plugin waits for it. */
    void look() {
        try {
            long now = reads.getAsLong();
            boolean quiet = now == before;
            before = now;
            Set<Released> pending = known.get().stream()
                    .filter(IdleCheck::isPending)
                    .map(Released::of)
                    .collect(Collectors.toSet());
            looks.keySet().retainAll(pending);
            pending.removeIf(one -> looks.getOrDefault(one, 0) >= MOST_LOOKS);
            if (quiet && !pending.isEmpty()) {
                pending.forEach(one -> looks.merge(one, 1, Integer::sum));
                check.get().stream()
                        .filter(one -> !isPending(one) && pending.contains(Released.of(one)))
                        .forEach(IdleCheck::tell);
            }
        } catch (RuntimeException failed) {
            LOG.warn("What became of replaced plugins could not be looked at.", failed);
        }
    }

    private static boolean isPending(Unloading one) {
        return one.state() == Unloading.State.PENDING;
    }

    private static void tell(Unloading one) {
        one.problem()
                .ifPresentOrElse(
                        pinned -> LOG.warn("{}", pinned),
                        () -> LOG.info("Plugin '{}' {} has left the memory.", one.plugin(), one.version()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
