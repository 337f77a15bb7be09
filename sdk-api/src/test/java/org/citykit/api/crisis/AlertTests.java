package org.citykit.api.crisis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.GeoPoint;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertTests {
    private static final Instant SENT = Instant.parse("2026-03-21T06:00:00Z");
    private static final Text TEXT = Text.of("fa", "متن");

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a<b", "a&b", "a b", ""})
    void anIdThatCapForbidsIsRefused(String id) {
        assertThrows(InvalidValueException.class, () -> alert(id, Alert.Message.ALERT, List.of(), SENT.plusSeconds(1)));
    }

    @Test
    void anUpdateNamesWhatItUpdatesAndAFirstAlertNothing() {
        Instant later = SENT.plusSeconds(60);

        assertThrows(InvalidValueException.class, () -> alert("a", Alert.Message.UPDATE, List.of(), later));
        assertThrows(InvalidValueException.class, () -> alert("a", Alert.Message.ALERT, List.of("b"), later));
        assertEquals(
                List.of("b"),
                alert("a", Alert.Message.CANCEL, List.of("b"), later).references());
    }

    @Test
    void anAlertThatHasExpiredWhenItIsSentIsRefused() {
        assertThrows(InvalidValueException.class, () -> alert("a", Alert.Message.ALERT, List.of(), SENT));
    }

    @Test
    void aBorderEndsWhereItBegins() {
        List<GeoPoint> open = List.of(new GeoPoint(0, 0), new GeoPoint(0, 1), new GeoPoint(1, 1), new GeoPoint(1, 0));

        assertThrows(InvalidValueException.class, () -> new Area(TEXT, open, Optional.empty(), 0));
        assertThrows(InvalidValueException.class, () -> new Area(TEXT, List.of(), Optional.empty(), 1));
    }

    @Test
    void aChoiceHasChoicesAndNothingElseHas() {
        Parameter.Choice choice = new Parameter.Choice("red", TEXT);

        assertThrows(InvalidValueException.class, () -> parameter(Parameter.Type.CHOICE, List.of()));
        assertThrows(InvalidValueException.class, () -> parameter(Parameter.Type.PLACE, List.of(choice)));
        assertThrows(InvalidValueException.class, () -> parameter(Parameter.Type.CHOICE, List.of(choice, choice)));
    }

    @Test
    void aStepForARoleThatNobodyHasIsRefused() {
        Step step = new Step("warn", Phase.FIRST_MESSAGE, TEXT, "speaker", Optional.empty());

        assertThrows(
                InvalidValueException.class,
                () -> new Playbook(
                        "flood",
                        EmergencyType.FLOOD,
                        TEXT,
                        TEXT,
                        Set.of(),
                        List.of(),
                        List.of(step),
                        List.of(),
                        List.of(),
                        Provenance.of(TEXT)));
    }

    private static Parameter parameter(Parameter.Type type, List<Parameter.Choice> choices) {
        return new Parameter("level", type, TEXT, 1, 10, choices, List.of("red"));
    }

    private static Alert alert(String id, Alert.Message message, List<String> references, Instant expires) {
        return new Alert(
                id,
                Alert.Nature.ACTUAL,
                message,
                EmergencyType.FLOOD,
                Phase.FIRST_MESSAGE,
                Audience.EVERYONE,
                new Hazard(Hazard.Urgency.IMMEDIATE, Hazard.Severity.SEVERE, Hazard.Certainty.OBSERVED),
                TEXT,
                TEXT,
                TEXT,
                List.of(Area.of(TEXT)),
                SENT,
                expires,
                TEXT,
                Optional.empty(),
                references,
                "");
    }
}
