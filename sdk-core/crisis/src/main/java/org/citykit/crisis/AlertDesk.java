package org.citykit.crisis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.citykit.api.crisis.Alert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where real alerts are published, updated, corrected, cancelled and cleared. Exercises have a desk of their own, {@link
 * #exercises}.
 *
 * <p>A draft is filled in, checked in every language of the portal, held against the rules of CAP 1.2 and the limits of
 * the channels that are to carry it, kept in the journal together with its deliveries, and then stands on the board. If
 * anything is wrong nothing of this happens, and {@link CrisisException} says everything that is.
 *
 * <p>Thread-safe: one call at a time changes anything; {@link #board} never waits. Calls that publish block on the
 * journal: do not make them on an event loop.
 */
public final class AlertDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);

    private final DeskPorts ports;
    private final ReentrantLock lock = new ReentrantLock();
    private final Ledger live;
    private final Ledger drilled;
    private final ExerciseDesk exercises;
    private final List<Consumer<AlertBoard>> listeners = new CopyOnWriteArrayList<>();
    private volatile AlertBoard board;

    private AlertDesk(DeskPorts ports) {
        List<Alert> journal = List.copyOf(ports.journal().all());
        Instant now = ports.clock().instant();
        this.ports = ports;
        this.live = new Ledger(ports, Alert.Nature.ACTUAL, Chains.of(journal, Alert.Nature.ACTUAL, now));
        this.drilled = new Ledger(ports, Alert.Nature.EXERCISE, Chains.of(journal, Alert.Nature.EXERCISE, now));
        this.exercises = new ExerciseDesk(ports.journal(), drilled, lock, this::isTaken);
        this.board = new AlertBoard(live.chains());
    }

    /** Opens the desk with what the journal holds. */
    public static AlertDesk open(DeskPorts ports) {
        return new AlertDesk(Given.present("ports", ports));
    }

    /** Publishes a first alert. */
    public LiveAlert publish(Draft draft) {
        return announce(Announcement.PUBLISH, Optional.empty(), draft);
    }

    /** Replaces an alert in force by one that says how things are now. */
    public LiveAlert update(String alertId, Draft draft) {
        return announce(Announcement.UPDATE, Optional.of(alertId), draft);
    }

    /** Replaces an alert in force that said something wrong; takes messages of {@link org.citykit.api.crisis.Phase#CORRECTION}. */
    public LiveAlert correct(String alertId, Draft draft) {
        return announce(Announcement.CORRECT, Optional.of(alertId), draft);
    }

    /** Takes an alert in force back, for example one that should never have been published. */
    public LiveAlert cancel(String alertId, Draft draft) {
        return announce(Announcement.CANCEL, Optional.of(alertId), draft);
    }

    /** Says that the danger of an alert in force is over. */
    public LiveAlert allClear(String alertId, Draft draft) {
        return announce(Announcement.CLEAR, Optional.of(alertId), draft);
    }

    /** Where exercises are held. */
    public ExerciseDesk exercises() {
        return exercises;
    }

    /** All real alerts, as of now. */
    public AlertBoard board() {
        AlertBoard current = board;
        Instant now = ports.clock().instant();
        return current.nextExpiry().filter(expiry -> !expiry.isAfter(now)).isPresent()
                ? new AlertBoard(current.chains().at(now))
                : current;
    }

    /**
     * Tells the listeners if an alert has expired since they were last told. To be called at {@link
     * AlertBoard#nextExpiry}, or every few seconds.
     */
    public void refresh() {
        lock.lock();
        try {
            AlertBoard fresh = board();
            if (!fresh.revision().equals(board.revision())) {
                show(fresh);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Has a listener told of each new board, in order, by the thread that changed it; it must return at once. What it
     * throws is logged and changes nothing.
     *
     * @return stops it
     */
    public AutoCloseable onChange(Consumer<AlertBoard> listener) {
        listeners.add(Given.present("listener", listener));
        return () -> listeners.remove(listener);
    }

    private LiveAlert announce(Announcement announcement, Optional<String> previous, Draft draft) {
        lock.lock();
        try {
            Composition said = live.compose(draft);
            LiveAlert alert = new LiveAlert(live.make(announcement, previous, draft, said, this::isTaken));
            List<String> modules = plan(alert.alert(), draft, said);
            live.keep(alert.alert(), kept -> ports.journal().append(alert, modules));
            show(new AlertBoard(live.chains()));
            return alert;
        } finally {
            lock.unlock();
        }
    }

    /** The channels that the message is written for, and those that carried what it follows. */
    private List<String> plan(Alert alert, Draft draft, Composition said) {
        Set<String> before = new LinkedHashSet<>();
        alert.references().forEach(id -> before.addAll(ports.journal().modulesOf(id)));
        List<ChannelModule> open = List.copyOf(ports.channels().get());
        List<ChannelModule> fitting = said.fitting(open);
        List<CrisisProblem> problems = new ArrayList<>();
        List<String> modules = new ArrayList<>();
        for (ChannelModule channel : open) {
            boolean wanted = fitting.contains(channel) || before.contains(channel.module());
            if (wanted && !draft.withoutChannels().contains(channel.module())) {
                modules.add(channel.module());
                ChannelText.misfit(said.rendering(), channel.limits())
                        .ifPresent(misfit -> problems.add(new CrisisProblem(
                                CrisisError.TEXT_TOO_LONG,
                                "wording",
                                misfit + " the channel '" + channel.module()
                                        + "'. Shorten it, or publish without that channel.")));
            }
        }
        if (!problems.isEmpty()) {
            throw CrisisException.of(problems);
        }
        return List.copyOf(modules);
    }

    private void show(AlertBoard fresh) {
        board = fresh;
        for (Consumer<AlertBoard> listener : listeners) {
            try {
                listener.accept(fresh);
            } catch (RuntimeException failed) { // the alert is out already; a listener cannot take it back
                LOG.error("A listener of the alert board failed; the alerts stand as they are.", failed);
            }
        }
    }

    private boolean isTaken(String id) {
        return live.chains().find(id).isPresent() || drilled.chains().find(id).isPresent();
    }
}
