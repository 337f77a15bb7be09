package org.citykit.crisis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Phase;
import org.citykit.cap.AlertStatus;
import org.citykit.cap.Info;
import org.citykit.cap.MessageType;
import org.citykit.cap.ResponseType;
import org.citykit.cap.Scope;
import org.citykit.cap.Urgency;
import org.citykit.cap.xml.CapDocument;
import org.citykit.cap.xml.CapReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapDocumentsTests {
    private final Desk world = new Desk();
    private final AlertDesk desk = world.open();

    @Test
    void anAlertWhoseEarlierOnesAreUnknownIsNotWritten() {
        Alert first = desk.publish(world.first()).alert();
        Alert update = desk.update(first.id(), world.river("update")).alert();

        CrisisException refused = assertThrows(
                CrisisException.class, () -> CapDocuments.of(update, Flood.SETTINGS, id -> Optional.empty()));

        assertEquals(CrisisError.ALERT_NOT_FOUND, refused.code());
    }

    @Test
    void anAlertIsOneBlockForEachLanguage() {
        Draft draft = world.first();
        Alert alert = desk.publish(new Draft(
                        draft.wording(),
                        draft.areas(),
                        draft.expires(),
                        draft.sender(),
                        Optional.of(URI.create("https://tehran.example/flood")),
                        Set.of()))
                .alert();

        org.citykit.cap.Alert cap = read(alert);

        assertEquals(alert.id(), cap.identifier());
        assertEquals("alerts.tehran.example", cap.sender());
        assertEquals(alert.sent(), cap.sent().toInstant());
        assertEquals(AlertStatus.ACTUAL, cap.status());
        assertEquals(MessageType.ALERT, cap.messageType());
        assertEquals(Scope.PUBLIC, cap.scope());
        assertEquals(
                List.of("fa", "ar", "en"),
                cap.infos().stream().map(Info::languageOrDefault).toList());
        assertEquals(
                List.of("سیل", "فيضان", "Flood"),
                cap.infos().stream().map(Info::event).toList());
        Info english = cap.infos().get(2);
        assertEquals(Optional.of("Flood at کن"), english.headline());
        assertEquals(Optional.of("City of Tehran"), english.senderName());
        assertEquals(Optional.of("https://tehran.example/flood"), english.web());
        assertEquals(List.of(ResponseType.EXECUTE), english.responseTypes());
        assertEquals(Urgency.IMMEDIATE, english.urgency());
        assertEquals(
                "35.7,51.2 35.8,51.2 35.8,51.3 35.7,51.2",
                english.areas().get(0).polygons().get(0).text());
        assertEquals("35.75,51.25 4.5", english.areas().get(0).circles().get(0).text());
        assertEquals("Kan", english.areas().get(0).description());
    }

    @Test
    void followUpsNameTheWholeChainWithSenderAndTime() {
        Alert first = desk.publish(world.first()).alert();
        world.clock.pass(Duration.ofMinutes(38));
        Alert update = desk.update(first.id(), world.river("update")).alert();
        Alert clear = desk.allClear(update.id(), world.river("all-clear")).alert();

        org.citykit.cap.Alert cap = read(clear);

        assertEquals(MessageType.UPDATE, cap.messageType());
        assertEquals(
                List.of(
                        "alerts.tehran.example," + first.id() + ",2030-10-09T15:30:00+03:30",
                        "alerts.tehran.example," + update.id() + ",2030-10-09T16:08:00+03:30"),
                cap.references().stream().map(org.citykit.cap.Reference::text).toList());
        assertTrue(cap.infos().stream()
                .allMatch(info -> info.responseTypes().equals(List.of(ResponseType.ALL_CLEAR))
                        && info.urgency() == Urgency.PAST));
    }

    @Test
    void aCancellationTakesBackAndAsksNothing() {
        Alert first = desk.publish(world.first()).alert();
        Alert cancel = desk.cancel(first.id(), world.river("correction")).alert();

        org.citykit.cap.Alert cap = read(cancel);

        assertEquals(MessageType.CANCEL, cap.messageType());
        assertEquals(List.of(ResponseType.NONE), cap.infos().get(0).responseTypes());
        assertEquals(Urgency.PAST, cap.infos().get(0).urgency());
    }

    @Test
    void aCorrectionIsAnUpdateThatAsksToListen() {
        Alert first = desk.publish(world.first()).alert();
        Alert correction = desk.correct(first.id(), world.river("correction")).alert();

        org.citykit.cap.Alert cap = read(correction);

        assertEquals(MessageType.UPDATE, cap.messageType());
        assertEquals(List.of(ResponseType.MONITOR), cap.infos().get(0).responseTypes());
    }

    @Test
    void anExerciseSaysThatItIsOneAndIsNotPublic() {
        ExerciseAlert exercise = desk.exercises().publish(world.first());

        CapDocument document =
                new CapReader().read(CapDocuments.of(exercise.alert(), Flood.SETTINGS, id -> Optional.empty()));

        org.citykit.cap.Alert cap = document.alert().orElseThrow();
        assertEquals(AlertStatus.EXERCISE, cap.status());
        assertEquals(Scope.RESTRICTED, cap.scope());
        assertTrue(cap.note().orElseThrow().startsWith("Exercise: "));
    }

    @Test
    void theTextsArePlain() {
        Alert alert = desk.publish(world.first()).alert();

        String xml = new String(CapDocuments.of(alert, Flood.SETTINGS, desk.board()), StandardCharsets.UTF_8);

        assertFalse(xml.chars().anyMatch(c -> (c >= 0x2066 && c <= 0x2069) || c == 0x202F), xml);
    }

    @Test
    void namesWithAmpersandsAndQuotesArriveAsTheyAre() {
        Map<String, String> parameters = new HashMap<>(Flood.first());
        parameters.put("river", "St. John's & \"Co\"");
        Alert alert = desk.publish(world.draft(new Wording.Prepared(Flood.ID, "first", parameters)))
                .alert();

        assertEquals(
                Optional.of("Flood at St. John's & \"Co\""),
                read(alert).infos().get(2).headline());
    }

    @Test
    void theSameAlertGivesTheSameBytes() {
        Alert alert = desk.publish(world.first()).alert();

        assertArrayEquals(
                CapDocuments.of(alert, Flood.SETTINGS, desk.board()),
                CapDocuments.of(alert, Flood.SETTINGS, desk.board()));
    }

    @ParameterizedTest
    @EnumSource
    void everyEmergencyCanBeWrittenWithoutFindings(EmergencyType emergency) {
        Alert alert = desk.publish(world.free(Phase.FIRST_MESSAGE, emergency)).alert();

        CapDocument document = new CapReader().read(CapDocuments.of(alert, Flood.SETTINGS, desk.board()));

        assertEquals(List.of(), document.findings());
    }

    private org.citykit.cap.Alert read(Alert alert) {
        CapDocument document = new CapReader().read(CapDocuments.of(alert, Flood.SETTINGS, desk.board()));
        assertEquals(List.of(), document.errors());
        return document.alert().orElseThrow();
    }
}
