package org.citykit.crisis;

import org.citykit.api.crisis.Alert;

/**
 * An alert that is real; only this type is planned for channels.
 *
 * @param alert of nature {@link Alert.Nature#ACTUAL}
 */
public record LiveAlert(Alert alert) {
    public LiveAlert {
        if (Given.present("alert", alert).nature() != Alert.Nature.ACTUAL) {
            throw CrisisException.of(
                    CrisisError.EXERCISE_MIXED,
                    "alert",
                    "\"" + alert.id() + "\" is an exercise and must reach nobody.");
        }
    }
}
