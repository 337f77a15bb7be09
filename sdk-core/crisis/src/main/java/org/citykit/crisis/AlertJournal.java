package org.citykit.crisis;

import java.util.List;
import org.citykit.api.crisis.Alert;

/**
 * Where alerts are kept; implemented by the portal with its store.
 *
 * <p>Called by one thread at a time for each desk. A call may block, and returns only when what it was given will survive
 * a crash. What it throws keeps the alert from being published and reaches the caller of the desk.
 */
public interface AlertJournal {
    /**
     * Keeps an alert together with its deliveries, all or nothing.
     *
     * @param alert with a new id
     * @param modules ids of the channel modules that are to carry it
     */
    void append(LiveAlert alert, List<String> modules);

    /** Keeps an exercise, which no channel carries. */
    void append(ExerciseAlert exercise);

    /** Every alert and exercise that was ever appended, the earliest first. */
    List<Alert> all();

    /** Ids of the channel modules that an alert was planned for; empty for an unknown id. */
    List<String> modulesOf(String alertId);
}
