package org.citykit.crisis;

import org.citykit.api.crisis.Alert;

/**
 * An alert that is an exercise; nothing that delivers takes this type.
 *
 * @param alert of nature {@link Alert.Nature#EXERCISE}
 */
public record ExerciseAlert(Alert alert) {
    public ExerciseAlert {
        if (Given.present("alert", alert).nature() != Alert.Nature.EXERCISE) {
            throw CrisisException.of(
                    CrisisError.EXERCISE_MIXED, "alert", "\"" + alert.id() + "\" is real and no exercise.");
        }
    }
}
