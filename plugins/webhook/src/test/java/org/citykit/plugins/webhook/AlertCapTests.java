package org.citykit.plugins.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.EmergencyType;
import org.citykit.api.crisis.Receipt;
import org.citykit.cap.AlertStatus;
import org.citykit.cap.Info;
import org.citykit.cap.MessageType;
import org.citykit.cap.ResponseType;
import org.citykit.cap.Scope;
import org.citykit.cap.Urgency;
import org.citykit.cap.check.CapCheck;
import org.citykit.cap.xml.CapReader;
import org.junit.jupiter.api.Test;

class AlertCapTests {
    @Test
    void whatCapForbidsIsRefusedWithItsRule() throws Exception {
        Receiver receiver = receiver();

        Receipt receipt =
                receiver.deliver(Alerts.alert("flood-1", Alert.Nature.ACTUAL, Alert.Message.ALERT, "Flood \uFFFE"));

        assertEquals(Receipt.State.REFUSED, receipt.state());
        assertTrue(receipt.note().contains("U+fffe"), receipt.note());
        assertEquals(List.of(), receiver.requests());
    }

    @Test
    void anExerciseIsMarkedAndForItsParticipantsOnly() throws Exception {
        org.citykit.cap.Alert cap = sent(receiver(), Alerts.exercise());

        assertEquals(AlertStatus.EXERCISE, cap.status());
        assertEquals(Scope.RESTRICTED, cap.scope());
        assertEquals(Optional.of("Exercise: سیل"), cap.note());
    }

    @Test
    void whatFollowsSomethingThatReceiversWereNeverToldIsTheirFirst() throws Exception {
        for (Alert.Message message : List.of(Alert.Message.UPDATE, Alert.Message.ALL_CLEAR, Alert.Message.CANCEL)) {
            org.citykit.cap.Alert cap = sent(receiver(), Alerts.following("flood-2", message, "flood-1"));

            assertEquals(MessageType.ALERT, cap.messageType());
            assertEquals(List.of(), cap.references());
        }
    }

    @Test
    void anUpdateRefersToWhatWentThroughTheChannelBefore() throws Exception {
        Receiver receiver = receiver();
        receiver.deliver(Alerts.first());

        org.citykit.cap.Alert cap = sent(receiver, Alerts.following("flood-2", Alert.Message.UPDATE, "flood-1"));

        assertEquals(MessageType.UPDATE, cap.messageType());
        assertEquals(
                "alerts.tehran.example,flood-1,2026-05-01T12:25:00+03:30",
                cap.references().get(0).text());
    }

    @Test
    void aCancellationRefersToAnAlertInForce() throws Exception {
        Receiver receiver =
                new Receiver(Alerts.first()).format(WebhookSettings.Format.CAP).answers(200);

        org.citykit.cap.Alert cap = sent(receiver, Alerts.following("flood-2", Alert.Message.CANCEL, "flood-1"));

        assertEquals(MessageType.CANCEL, cap.messageType());
        assertEquals(1, cap.references().size());
        assertEquals(List.of(ResponseType.NONE), cap.infos().get(0).responseTypes());
    }

    @Test
    void anAllClearIsAnUpdateThatSaysTheDangerIsPast() throws Exception {
        Receiver receiver = receiver();
        receiver.deliver(Alerts.first());

        Info info = sent(receiver, Alerts.following("flood-2", Alert.Message.ALL_CLEAR, "flood-1"))
                .infos()
                .get(0);

        assertEquals(List.of(ResponseType.ALL_CLEAR), info.responseTypes());
        assertEquals(Urgency.PAST, info.urgency());
    }

    @Test
    void anAlertThatWasRefusedIsNotReferredTo() throws Exception {
        Receiver receiver =
                new Receiver().format(WebhookSettings.Format.CAP).answers(422).answers(200);
        receiver.deliver(Alerts.first());

        org.citykit.cap.Alert cap = sent(receiver, Alerts.following("flood-2", Alert.Message.UPDATE, "flood-1"));

        assertEquals(MessageType.ALERT, cap.messageType());
    }

    @Test
    void everyLanguageIsABlockOfInformation() throws Exception {
        org.citykit.cap.Alert cap = sent(receiver(), Alerts.first());

        assertEquals(
                List.of("fa", "en"),
                cap.infos().stream().map(Info::languageOrDefault).toList());
        Info english = cap.infos().get(1);
        assertEquals("Air pollution", english.event());
        assertEquals(Optional.of("Call +98 21."), english.description());
        assertEquals(Optional.of("Go up."), english.instruction());
        assertEquals(Optional.of("Crisis office"), english.senderName());
        assertEquals(2, english.areas().size());
        assertEquals("35.68,51.42 1.5", english.areas().get(0).circles().get(0).text());
        assertEquals(4, english.areas().get(1).polygons().get(0).points().size());
    }

    @Test
    void everyEmergencyIsALegalMessage() throws Exception {
        for (EmergencyType emergency : EmergencyType.values()) {
            assertFalse(EmergencyWords.categories(emergency).isEmpty());
        }
        assertEquals(List.of(), CapCheck.check(sent(receiver(), Alerts.first())));
    }

    private static Receiver receiver() {
        return new Receiver().format(WebhookSettings.Format.CAP).answers(200);
    }

    /** What the receiver reads in the last request. */
    private static org.citykit.cap.Alert sent(Receiver receiver, Alert alert) throws Exception {
        Receipt receipt = receiver.deliver(alert);
        assertEquals(Receipt.State.DELIVERED, receipt.state(), receipt::note);
        byte[] body = receiver.requests().get(receiver.requests().size() - 1).body();
        return new CapReader().read(body).alert().orElseThrow();
    }
}
