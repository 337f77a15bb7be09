package org.citykit.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.GeoPoint;
import org.citykit.api.Item;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.Phase;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.twinning.Network;
import org.citykit.runtime.Domain;

/** Items of the kit's own. */
final class Samples {
    private static final Instant SENT = Instant.parse("2026-05-01T08:55:00Z");
    private static final Text OFFICE = Text.of("en", "Crisis office").and("fa", "ستاد بحران");

    private Samples() {}

    /** Something to save in an editable source. */
    static Item of(Domain domain) {
        return switch (domain) {
            case TWINNING ->
                new Network(
                        "testkit-sample",
                        Text.of("en", "Sample network"),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Provenance.of(OFFICE));
            case EVENTS ->
                CalendarEvent.of("testkit-sample")
                        .kind(EventKind.OTHER)
                        .title(Text.of("en", "Sample event"))
                        .on(LocalDate.of(2026, 5, 2));
            case CRISIS ->
                new Playbook(
                        "testkit-sample",
                        EmergencyType.OTHER,
                        Text.of("en", "Sample playbook"),
                        Text.of("en", "None"),
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Provenance.of(OFFICE));
            case CHANNEL -> alert();
        };
    }

    /** A first, real alert. */
    static Alert alert() {
        return alert("testkit-1", Alert.Nature.ACTUAL, Alert.Message.ALERT, "Flood on the river");
    }

    /** An exercise with the words of {@link #alert}. */
    static Alert exercise() {
        return alert("testkit-1", Alert.Nature.EXERCISE, Alert.Message.ALERT, "Flood on the river");
    }

    /** An alert; all but the first kind refer to {@link #alert}. */
    static Alert alert(String id, Alert.Nature nature, Alert.Message message, String headline) {
        return new Alert(
                id,
                nature,
                message,
                EmergencyType.FLOOD,
                message == Alert.Message.ALL_CLEAR ? Phase.ALL_CLEAR : Phase.FIRST_MESSAGE,
                Audience.RESIDENTS,
                new Hazard(Hazard.Urgency.IMMEDIATE, Hazard.Severity.SEVERE, Hazard.Certainty.OBSERVED),
                Text.of("en", headline).and("fa", "سیل در رودخانه").and("ar", "فيضان في النهر"),
                Text.of("en", "The river has left its bed.")
                        .and("fa", "رودخانه از بستر خود بیرون زده است.")
                        .and("ar", "خرج النهر عن مجراه."),
                Text.of("en", "Go to higher ground.")
                        .and("fa", "به جای بلندتر بروید.")
                        .and("ar", "اتجهوا إلى مكان مرتفع."),
                List.of(new Area(Text.of("en", "Old town"), List.of(), Optional.of(new GeoPoint(35.68, 51.42)), 1.5)),
                SENT,
                SENT.plus(Duration.ofHours(6)),
                OFFICE,
                Optional.empty(),
                message == Alert.Message.ALERT ? List.of() : List.of("testkit-1"),
                "");
    }
}
