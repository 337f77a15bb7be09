package org.citykit.api.twinning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.CityRef;
import org.citykit.api.InvalidValueException;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.junit.jupiter.api.Test;

class AgreementTests {
    private static final Provenance S4 = Provenance.of(Text.of("S4"));
    private static final Party TEHRAN = Party.of(CityRef.parse("wikidata:Q3616"), Text.of("fa", "تهران"));
    private static final Party SEOUL = Party.of(CityRef.parse("wikidata:Q8684"), Text.of("fa", "سئول"));

    @Test
    void oneSideAloneMakesNoAgreement() {
        assertThrows(InvalidValueException.class, () -> begun().parties(TEHRAN).build());
    }

    @Test
    void nobodyIsTwinnedWithThemselves() {
        InvalidValueException refused = assertThrows(
                InvalidValueException.class,
                () -> begun().parties(TEHRAN, TEHRAN).build());

        assertTrue(refused.getMessage().contains("wikidata:Q3616"), refused.getMessage());
    }

    @Test
    void anAgreementThatNobodyStatesIsRefused() {
        assertThrows(InvalidValueException.class, () -> begun().statements().build());
    }

    @Test
    void aWeightIsAPercentage() {
        assertThrows(
                InvalidValueException.class,
                () -> begun().dimensions(Map.of(Dimension.CULTURE, 101)).build());
    }

    @Test
    void whereItStandsIsItsLastStepOrElseWhatItsStatementsSay() {
        Agreement signed = begun().build();
        Agreement over = begun().statements(statement(Optional.of(PartialDate.year(1979))))
                .build();
        Agreement dormant = begun().lifecycle(List.of(step(LifecycleState.ACTIVE), step(LifecycleState.DORMANT)))
                .build();

        assertEquals(LifecycleState.SIGNED, signed.state());
        assertEquals(LifecycleState.ENDED, over.state());
        assertEquals(LifecycleState.DORMANT, dormant.state());
    }

    @Test
    void contradictingStatementsStandSideBySide() {
        Agreement agreement = begun().statements(
                        statement(Optional.empty()), statement(Optional.of(PartialDate.year(1979))))
                .build();

        assertEquals(2, agreement.statements().size());
        assertEquals(LifecycleState.SIGNED, agreement.state());
    }

    @Test
    void listsAreCopiedAndNeverHoldNull() {
        List<Statement> given = new ArrayList<>(List.of(statement(Optional.empty())));
        Agreement agreement = begun().statements(given).build();

        given.clear();

        assertEquals(1, agreement.statements().size());
    }

    private static Agreement.Builder begun() {
        return Agreement.builder("tehran-seoul", AgreementKind.SISTER)
                .parties(TEHRAN, SEOUL)
                .statements(statement(Optional.empty()));
    }

    private static Statement statement(Optional<PartialDate> until) {
        return new Statement(
                "", AgreementKind.SISTER, Optional.of(PartialDate.year(1963)), until, Optional.empty(), S4);
    }

    private static LifecycleStep step(LifecycleState state) {
        return new LifecycleStep(state, Optional.empty(), Optional.empty(), ReasonCode.UNSTATED, Optional.empty(), S4);
    }
}
