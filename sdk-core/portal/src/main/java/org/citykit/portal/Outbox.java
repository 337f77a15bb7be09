package org.citykit.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.citykit.api.CityKitException;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.crisis.ChannelText;
import org.citykit.runtime.Handover;
import org.citykit.runtime.Problem;
import org.citykit.runtime.supervision.PluginRuntime;
import org.citykit.store.Delivery;
import org.citykit.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries alerts from the store to their channels, again and again until each channel has taken or refused it. What is
 * still to be carried survives a crash.
 *
 * <p>One thread of its own looks into the outbox; channels run on the threads of their modules.
 */
final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 10;
    private static final int AT_ONCE = 100;

    private final Store store;
    private final PluginRuntime runtime;
    private final Clock clock;
    private final Runnable eachRound;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread;

    /** @param eachRound run at each look into the outbox; must be short */
    Outbox(Store store, PluginRuntime runtime, Clock clock, Runnable eachRound) {
        this.store = store;
        this.runtime = runtime;
        this.clock = clock;
        this.eachRound = eachRound;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "citykit-outbox");
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var unwatched =
                thread.scheduleWithFixedDelay(this::look, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
        assert unwatched != null;
    }

    /** Looks into the outbox at once. */
    void hurry() {
        after(Duration.ZERO, this::look);
    }

    /** Does something on the outbox's thread a little later. */
    void after(Duration pause, Runnable task) {
        try {
            var unwatched = thread.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
            assert unwatched != null;
        } catch (RejectedExecutionException closing) {
            LOG.debug("The portal is closing; what is in the outbox stays there.");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            eachRound.run();
            store.deliveries().due(clock.instant(), AT_ONCE).forEach(this::carry);
        } catch (RuntimeException failed) { // the next round tries again; nothing is lost
            LOG.error("The outbox could not be looked into.", failed);
        }
    }

    private void carry(Delivery delivery) {
        Optional<Alert> alert = store.alerts().find(delivery.alert());
        if (alert.isEmpty() || !underWay.add(delivery.key())) {
            return;
        }
        runtime.deliver(delivery.module(), fitting(delivery.module(), alert.get()), delivery.key())
                .thenAccept(end -> carried(delivery, end))
                .exceptionally(unforeseen -> {
                    underWay.remove(delivery.key());
                    LOG.error("The outbox could not note how delivery {} ended.", delivery.key(), unforeseen);
                    return null;
                });
    }

    /** The alert without marks for the direction of text, if the channel cannot show them. */
    private Alert fitting(String module, Alert alert) {
        ChannelLimits limits = runtime.channels().get(module);
        return limits != null && limits.richText() ? alert : ChannelText.plain(alert);
    }

    private void carried(Delivery delivery, Handover end) {
        try {
            if (end.receipt().isPresent()) {
                store.deliveries().succeeded(delivery.key(), end.receipt().get());
            } else {
                failed(delivery, end.problem().map(Problem::message).orElse(""));
            }
        } catch (CityKitException notNoted) {
            LOG.error("The outbox could not note how delivery {} ended; it is tried again.", delivery.key(), notNoted);
        } finally {
            underWay.remove(delivery.key());
        }
    }

    private void failed(Delivery delivery, String reason) {
        int attempts = delivery.attempts() + 1;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        Duration next = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        LOG.warn("Module '{}' could not carry alert {}: {}", delivery.module(), delivery.alert(), reason);
        store.deliveries().failed(delivery.key(), reason, clock.instant().plus(next), attempts);
    }
}
