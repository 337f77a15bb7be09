package org.citykit.crisis;

import java.util.List;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Phase;

/** What somebody at the desk does, what it makes of an alert, and which messages are written for it. */
enum Announcement {
    PUBLISH(Alert.Message.ALERT),
    UPDATE(Alert.Message.UPDATE),
    CORRECT(Alert.Message.UPDATE),
    CANCEL(Alert.Message.CANCEL),
    CLEAR(Alert.Message.ALL_CLEAR);

    private final Alert.Message message;

    Announcement(Alert.Message message) {
        this.message = message;
    }

    Alert.Message message() {
        return message;
    }

    List<Phase> phases() {
        return switch (this) {
            case PUBLISH ->
                List.of(Phase.PREPARE, Phase.FIRST_MESSAGE, Phase.CORRECTION, Phase.ALL_CLEAR, Phase.RECOVERY);
            case UPDATE -> List.of(Phase.UPDATE, Phase.RECOVERY);
            case CORRECT -> List.of(Phase.CORRECTION);
            case CANCEL -> List.of(Phase.CORRECTION, Phase.ALL_CLEAR);
            case CLEAR -> List.of(Phase.ALL_CLEAR);
        };
    }
}
