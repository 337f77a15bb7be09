package org.citykit.plugins.anniversaries;

import static org.citykit.plugins.anniversaries.Registry.CITY;
import static org.citykit.plugins.anniversaries.Registry.SEOUL;
import static org.citykit.plugins.anniversaries.Registry.TEHRAN;
import static org.citykit.plugins.anniversaries.Registry.date;
import static org.citykit.plugins.anniversaries.Registry.step;
import static org.citykit.plugins.anniversaries.Registry.undated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventTime;
import org.citykit.api.twinning.Activity;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Field;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.plugins.anniversaries.AnniversarySettings.Show;
import org.junit.jupiter.api.Test;

/** Delegations' visits and what else is done under agreements. */
class ActivityTests {
    private static final Text VISIT = Text.of("en", "Delegation of the city council");

    @Test
    void aDateThatNoCalendarHasIsReported() throws Exception {
        Registry registry = registry(agreement(
                done(VISIT, date(CalendarSystem.PERSIAN, 1404, 12, 30)), done(VISIT, PartialDate.of(2026, 5, 1))));

        assertEquals(1, registry.events().size());
        assertEquals("agreement seoul", registry.defects().get(0).where());
    }

    @Test
    void nothingIsToldOfAYearAloneNorOfNoDateAtAll() throws Exception {
        Activity undated = new Activity(VISIT, Set.of(), Optional.empty(), Optional.empty(), CITY);

        assertEquals(
                Map.of(),
                registry(agreement(done(VISIT, PartialDate.year(2019)), undated))
                        .events());
    }

    @Test
    void nothingIsToldOfARelationThatHasEnded() throws Exception {
        Agreement ended = Agreement.builder("seoul", AgreementKind.SISTER)
                .parties(TEHRAN, SEOUL)
                .statements(undated())
                .lifecycle(List.of(step(LifecycleState.ENDED, PartialDate.year(2020))))
                .activities(List.of(done(VISIT, PartialDate.of(2019, 5, 1))))
                .build();

        assertEquals(Map.of(), registry(ended).events());
    }

    @Test
    void whatLiesFartherAheadThanIsWantedIsLeftForLater() throws Exception {
        assertEquals(
                Map.of(),
                registry(agreement(done(VISIT, PartialDate.of(2199, 5, 1)))).events());
    }

    @Test
    void aDelegationOnADayIsAnEventOfThatDayLinkedToItsAgreement() throws Exception {
        CalendarEvent event = only(agreement(done(VISIT, PartialDate.of(2026, 5, 1))));

        LocalDate day = LocalDate.of(2026, 5, 1);
        assertEquals(EventKind.DELEGATION, event.kind());
        assertEquals(new EventTime.AllDay(day, day.plusDays(1)), event.when());
        assertEquals(List.of("seoul"), event.agreements());
        assertEquals(VISIT, event.title());
        assertEquals(CITY, event.provenance().orElseThrow());
    }

    @Test
    void ofAMonthAloneTheMonthIsTakenAndItIsSaid() throws Exception {
        CalendarEvent event = only(agreement(done(VISIT, date(CalendarSystem.GREGORIAN, 2026, 5, 0))));

        assertEquals(new EventTime.AllDay(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1)), event.when());
        Map<String, String> texts = event.description().orElseThrow().texts();
        assertTrue(texts.getOrDefault("en", "").contains("The day is not known."), texts.toString());
        assertTrue(texts.getOrDefault("fa", "").contains("روز آن معلوم نیست."), texts.toString());
        assertTrue(texts.getOrDefault("ar", "").contains("اليوم غير معروف."), texts.toString());
    }

    @Test
    void visitsAreKnownInEveryLanguageAndOtherThingsByTheirField() throws Exception {
        assertEquals(EventKind.DELEGATION, kind(Text.of("fa", "بازدید شهردار")));
        assertEquals(EventKind.DELEGATION, kind(Text.of("ar", "زيارة وفد البلدية")));
        assertEquals(EventKind.SPORT, kind(Text.of("en", "Friendly match"), Field.SPORT));
        assertEquals(EventKind.OTHER, kind(Text.of("en", "Call for papers"), Field.RESEARCH));
    }

    @Test
    void whatTwoRegistriesTellIsOneEvent() throws Exception {
        Agreement other = Agreement.builder("seoul-2", AgreementKind.TWIN)
                .parties(TEHRAN, SEOUL)
                .statements(undated())
                .activities(List.of(done(VISIT, PartialDate.of(2026, 5, 1))))
                .build();

        Map<String, CalendarEvent> events = registry(agreement(done(VISIT, PartialDate.of(2026, 5, 1))), other)
                .events();

        assertEquals(1, events.size());
        assertEquals(
                List.of("seoul", "seoul-2"), events.values().iterator().next().agreements());
    }

    private static EventKind kind(Text title, Field... fields) throws Exception {
        return only(agreement(new Activity(
                        title, Set.of(fields), Optional.of(PartialDate.of(2026, 5, 1)), Optional.empty(), CITY)))
                .kind();
    }

    private static CalendarEvent only(Agreement agreement) throws Exception {
        Map<String, CalendarEvent> events = registry(agreement).events();
        assertEquals(1, events.size());
        return events.values().iterator().next();
    }

    private static Registry registry(Agreement... agreements) {
        return Registry.of(agreements)
                .settings(new AnniversarySettings(
                        Optional.empty(), Set.of(Show.ACTIVITIES), Optional.empty(), Set.of(), List.of()));
    }

    private static Agreement agreement(Activity... activities) {
        return Agreement.builder("seoul", AgreementKind.SISTER)
                .parties(TEHRAN, SEOUL)
                .statements(undated())
                .activities(List.of(activities))
                .build();
    }

    private static Activity done(Text title, PartialDate at) {
        return new Activity(title, Set.of(), Optional.of(at), Optional.empty(), CITY);
    }
}
