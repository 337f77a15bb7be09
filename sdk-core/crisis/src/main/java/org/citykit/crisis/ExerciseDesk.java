package org.citykit.crisis;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.citykit.api.crisis.Alert;

/**
 * Where crises are rehearsed: the same drafts, checks and rules as at {@link AlertDesk}, but what comes out is an {@link
 * ExerciseAlert}. It knows no channels, its alerts never stand on the public board, and it cannot follow a real alert.
 *
 * <p>Thread-safe; calls that publish block on the journal.
 */
public final class ExerciseDesk {
    private final AlertJournal journal;
    private final Ledger ledger;
    private final ReentrantLock lock;
    private final Predicate<String> taken;

    ExerciseDesk(AlertJournal journal, Ledger ledger, ReentrantLock lock, Predicate<String> taken) {
        this.journal = journal;
        this.ledger = ledger;
        this.lock = lock;
        this.taken = taken;
    }

    /** Rehearses a first alert. */
    public ExerciseAlert publish(Draft draft) {
        return announce(Announcement.PUBLISH, Optional.empty(), draft);
    }

    /** Rehearses an update of an exercise in force. */
    public ExerciseAlert update(String exerciseId, Draft draft) {
        return announce(Announcement.UPDATE, Optional.of(exerciseId), draft);
    }

    /** Rehearses a correction of an exercise in force. */
    public ExerciseAlert correct(String exerciseId, Draft draft) {
        return announce(Announcement.CORRECT, Optional.of(exerciseId), draft);
    }

    /** Rehearses a cancellation of an exercise in force. */
    public ExerciseAlert cancel(String exerciseId, Draft draft) {
        return announce(Announcement.CANCEL, Optional.of(exerciseId), draft);
    }

    /** Rehearses an all-clear for an exercise in force. */
    public ExerciseAlert allClear(String exerciseId, Draft draft) {
        return announce(Announcement.CLEAR, Optional.of(exerciseId), draft);
    }

    /** The exercises that hold now, the latest first. */
    public List<ExerciseAlert> inForce() {
        return exercises(ledger.now().inForce(false));
    }

    /** All exercises, the latest first. */
    public List<ExerciseAlert> history() {
        return exercises(ledger.chains().newestFirst());
    }

    /** What has become of an exercise by now. */
    public Optional<AlertState> state(String exerciseId) {
        Chains now = ledger.now();
        return now.find(exerciseId).map(now::state);
    }

    private ExerciseAlert announce(Announcement announcement, Optional<String> previous, Draft draft) {
        lock.lock();
        try {
            ExerciseAlert exercise =
                    new ExerciseAlert(ledger.make(announcement, previous, draft, ledger.compose(draft), taken));
            ledger.keep(exercise.alert(), kept -> journal.append(exercise));
            return exercise;
        } finally {
            lock.unlock();
        }
    }

    private static List<ExerciseAlert> exercises(List<Alert> alerts) {
        return alerts.stream().map(ExerciseAlert::new).toList();
    }
}
