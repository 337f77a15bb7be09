package org.citykit.plugins.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Audience;
import org.citykit.api.GeoPoint;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.Phase;

/** Alerts of a city whose river rises. */
final class Alerts {
    private static final Instant SENT = Instant.parse("2026-05-01T08:55:00.123Z");
    private static final GeoPoint CENTRE = new GeoPoint(35.68, 51.42);

    private Alerts() {}

    static Alert first() {
        return alert("flood-1", Alert.Nature.ACTUAL, Alert.Message.ALERT, "Flood");
    }

    static Alert exercise() {
        return alert("flood-1", Alert.Nature.EXERCISE, Alert.Message.ALERT, "Flood");
    }

    static Alert following(String id, Alert.Message message, String... references) {
        return alert(id, Alert.Nature.ACTUAL, message, "Flood", references);
    }

    static Alert alert(String id, Alert.Nature nature, Alert.Message message, String headline, String... references) {
        Text both = Text.of("fa", "سیل").and("en", headline);
        return new Alert(
                id,
                nature,
                message,
                EmergencyType.AIR_POLLUTION,
                Phase.FIRST_MESSAGE,
                Audience.OLDER_PEOPLE,
                new Hazard(Hazard.Urgency.IMMEDIATE, Hazard.Severity.SEVERE, Hazard.Certainty.OBSERVED),
                both,
                Text.of("fa", "رودخانه بالا می‌آید.").and("en", "Call \u2066+98 21\u2069."),
                Text.of("fa", "بالا بروید.").and("en", "Go up."),
                List.of(
                        new Area(both, List.of(), Optional.of(CENTRE), 1.5),
                        new Area(
                                both,
                                List.of(CENTRE, new GeoPoint(35.7, 51.42), new GeoPoint(35.7, 51.5), CENTRE),
                                Optional.empty(),
                                0)),
                SENT,
                SENT.plus(Duration.ofHours(6)),
                Text.of("en", "Crisis office"),
                Optional.of(URI.create("https://tehran.example/alerts/flood-1")),
                List.of(references),
                "flood");
    }
}
