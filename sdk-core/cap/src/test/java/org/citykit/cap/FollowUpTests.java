package org.citykit.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.citykit.cap.check.CapCheck;
import org.junit.jupiter.api.Test;

class FollowUpTests {
    private final Alert first = Samples.alert().build();

    @Test
    void anIdentifierUsedBeforeIsRefused() {
        Alert second = FollowUp.update(first, "b", Samples.SENT.plusHours(1)).build();

        assertEquals(
                FindingCode.REFERENCE_TO_SELF,
                assertThrows(CapValueException.class, () -> FollowUp.cancel(first, first.identifier(), Samples.SENT))
                        .code());
        assertEquals(
                FindingCode.REFERENCE_TO_SELF,
                assertThrows(
                                CapValueException.class,
                                () -> FollowUp.cancel(second, first.identifier(), Samples.SENT.plusHours(2)))
                        .code());
    }

    @Test
    void aFollowUpOlderThanItsMessageIsRefused() {
        CapValueException refusal =
                assertThrows(CapValueException.class, () -> FollowUp.update(first, "b", Samples.SENT.minusSeconds(1)));

        assertEquals(FindingCode.REFERENCE_FROM_LATER, refusal.code());
    }

    @Test
    void aMessageThatCannotBeReferredToIsRefused() {
        Alert odd = Samples.alert().identifier("with space").build();

        assertThrows(CapValueException.class, () -> FollowUp.cancel(odd, "b", Samples.SENT.plusHours(1)));
    }

    @Test
    void anUpdateKeepsTheInformationAndRefersToTheWholeChain() {
        Alert second = FollowUp.update(first, "b", Samples.SENT.plusHours(1)).build();

        Alert third = FollowUp.update(second, "c", Samples.SENT.plusHours(2)).build();

        assertEquals(MessageType.UPDATE, third.messageType());
        assertEquals(List.of(Reference.to(first), Reference.to(second)), third.references());
        assertEquals(first.infos(), third.infos());
    }

    @Test
    void aCancelRepeatsNoOutdatedInstruction() {
        Info info = Samples.info("en", "Run!").instruction("Run north.").build();
        Alert alert = Samples.alert().infos(List.of(info)).build();

        Alert cancel = FollowUp.cancel(alert, "b", Samples.SENT.plusMinutes(3)).build();

        Info said = cancel.infos().get(0);
        assertEquals(MessageType.CANCEL, cancel.messageType());
        assertEquals(List.of(Reference.to(alert)), cancel.references());
        assertEquals(Optional.empty(), said.headline());
        assertEquals(Optional.empty(), said.instruction());
        assertEquals(Optional.empty(), said.expires());
        assertEquals(Urgency.PAST, said.urgency());
        assertEquals(info.areas(), said.areas());
        assertEquals(info.eventCodes(), said.eventCodes());
    }

    @Test
    void anAllClearSaysSoInEveryLanguage() {
        Alert clear = FollowUp.allClear(first, "b", Samples.SENT.plusHours(4)).build();

        assertEquals(MessageType.UPDATE, clear.messageType());
        assertEquals(
                List.of("fa", "en"),
                clear.infos().stream().map(Info::languageOrDefault).toList());
        assertTrue(clear.infos().stream().allMatch(i -> i.responseTypes().equals(List.of(ResponseType.ALL_CLEAR))));
    }

    @Test
    void anExerciseStaysAnExerciseAndEveryFollowUpPassesTheCheck() {
        Alert exercise =
                Samples.alert().status(AlertStatus.EXERCISE).note("Exercise 7").build();

        List<Alert> followUps = List.of(
                FollowUp.update(exercise, "b", Samples.SENT.plusMinutes(1)).build(),
                FollowUp.cancel(exercise, "c", Samples.SENT.plusMinutes(2)).build(),
                FollowUp.allClear(exercise, "d", Samples.SENT.plusMinutes(3)).build());

        for (Alert alert : followUps) {
            assertEquals(AlertStatus.EXERCISE, alert.status());
            assertEquals(List.of(), CapCheck.check(alert));
        }
    }
}
