package org.citykit.plugins.anniversaries;

import static org.citykit.plugins.anniversaries.Registry.LONDON;
import static org.citykit.plugins.anniversaries.Registry.PRESS;
import static org.citykit.plugins.anniversaries.Registry.SEOUL;
import static org.citykit.plugins.anniversaries.Registry.TEHRAN;
import static org.citykit.plugins.anniversaries.Registry.agreement;
import static org.citykit.plugins.anniversaries.Registry.date;
import static org.citykit.plugins.anniversaries.Registry.since;
import static org.citykit.plugins.anniversaries.Registry.step;
import static org.citykit.plugins.anniversaries.Registry.undated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CalendarSystem;
import org.citykit.api.CityRef;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Outcome;
import org.citykit.api.PartialDate;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Recurrence;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.events.CalendarSnapshot;
import org.citykit.events.EventIndex;
import org.junit.jupiter.api.Test;

class AnniversarySourceTests {
    private static final PartialDate SIGNED = PartialDate.of(1962, 5, 16);

    @Test
    void aDateThatNoCalendarHasIsReportedAndItsNeighboursStay() throws Exception {
        Registry registry = Registry.of(
                agreement("bad", TEHRAN, LONDON, since(date(CalendarSystem.PERSIAN, 1404, 12, 30))),
                agreement("good", TEHRAN, SEOUL, since(SIGNED)));

        assertEquals(Set.of("good/1962-05-16"), registry.events().keySet());
        assertEquals("agreement bad", registry.defects().get(0).where());
        assertTrue(registry.defects().get(0).reason().contains("1404-12-30 (persian)"));
    }

    @Test
    void agreementsThatAreNotInForceHaveNoAnniversary() throws Exception {
        Agreement ended = Agreement.builder("seoul", AgreementKind.SISTER)
                .parties(TEHRAN, SEOUL)
                .statements(since(SIGNED))
                .lifecycle(List.of(
                        step(LifecycleState.SIGNED, SIGNED), step(LifecycleState.ENDED, PartialDate.year(1990))))
                .build();

        assertEquals(Map.of(), Registry.of(ended).events());
    }

    @Test
    void agreementsWithoutADateHaveNoAnniversary() throws Exception {
        assertEquals(
                Map.of(),
                Registry.of(agreement("seoul", TEHRAN, SEOUL, undated())).events());
    }

    @Test
    void aYearAloneCanBeSkipped() throws Exception {
        Registry registry = Registry.of(agreement("london", TEHRAN, LONDON, since(PartialDate.year(1993))))
                .settings(settings(Optional.of(AnniversarySettings.YearOnly.SKIP), Set.of(), List.of()));

        assertEquals(Map.of(), registry.events());
    }

    @Test
    void aSettingThatIsNoCityIsRefused() {
        InvalidValueException refused = assertThrows(
                InvalidValueException.class, () -> settings(Optional.empty(), Set.of(), List.of("Tehran")));

        assertEquals("cities[0]", refused.field());
    }

    @Test
    void aSigningDayComesEveryYearWithoutTheDayItself() throws Exception {
        CalendarEvent event =
                Registry.of(agreement("seoul", TEHRAN, SEOUL, since(SIGNED))).event("seoul/1962-05-16");

        LocalDate day = LocalDate.of(1962, 5, 16);
        assertEquals(EventKind.ANNIVERSARY, event.kind());
        assertEquals(new EventTime.AllDay(day, day.plusDays(1)), event.when());
        assertEquals(
                new Recurrence(List.of("FREQ=YEARLY"), List.of(), List.of(day.atStartOfDay())),
                event.recurrence().orElseThrow());
        assertEquals(List.of("seoul"), event.agreements());
        assertEquals(Registry.CITY, event.provenance().orElseThrow());
        assertEquals(List.of(LocalDate.of(1963, 5, 16)), days(event, 1961, 1964));
    }

    @Test
    void aPersianDateRecursInThePersianCalendar() throws Exception {
        CalendarEvent event = Registry.of(
                        agreement("seoul", TEHRAN, SEOUL, since(date(CalendarSystem.PERSIAN, 1402, 1, 1))))
                .event("seoul/persian-1402-01-01");

        assertEquals(
                List.of("RSCALE=PERSIAN;FREQ=YEARLY"),
                event.recurrence().orElseThrow().rules());
        assertEquals(
                List.of(LocalDate.of(2024, 3, 20), LocalDate.of(2025, 3, 21), LocalDate.of(2026, 3, 21)),
                days(event, 2023, 2027));
    }

    @Test
    void anIslamicDateRecursInTheIslamicCalendar() throws Exception {
        CalendarEvent event = Registry.of(
                        agreement("seoul", TEHRAN, SEOUL, since(date(CalendarSystem.ISLAMIC_UMALQURA, 1445, 1, 1))))
                .event("seoul/islamic-umalqura-1445-01-01");

        assertEquals(
                List.of("RSCALE=ISLAMIC-UMALQURA;FREQ=YEARLY"),
                event.recurrence().orElseThrow().rules());
        assertEquals(List.of(LocalDate.of(2024, 7, 7), LocalDate.of(2025, 6, 26)), days(event, 2023, 2026));
    }

    @Test
    void theTwentyNinthOfFebruaryIsKeptOnTheDayBefore() throws Exception {
        CalendarEvent event = Registry.of(agreement("seoul", TEHRAN, SEOUL, since(PartialDate.of(2024, 2, 29))))
                .event("seoul/2024-02-29");

        assertEquals(List.of(LocalDate.of(2025, 2, 28), LocalDate.of(2026, 2, 28)), days(event, 2024, 2027));
    }

    @Test
    void aYearAloneIsKeptInItsJubileeYears() throws Exception {
        Map<String, CalendarEvent> events = Registry.of(
                        agreement("london", TEHRAN, LONDON, since(PartialDate.year(1993))))
                .events();

        assertEquals(16, events.size());
        CalendarEvent twentyFive = events.get("london/1993/25");
        assertEquals(new EventTime.AllDay(LocalDate.of(2018, 1, 1), LocalDate.of(2019, 1, 1)), twentyFive.when());
        assertTrue(twentyFive.recurrence().isEmpty());
        assertFalse(events.containsKey("london/1993/33"));
    }

    @Test
    void aPersianYearIsKeptFromNowruzToNowruz() throws Exception {
        CalendarEvent event = Registry.of(
                        agreement("london", TEHRAN, LONDON, since(date(CalendarSystem.PERSIAN, 1372, 0, 0))))
                .event("london/persian-1372/30");

        assertEquals(new EventTime.AllDay(LocalDate.of(2023, 3, 21), LocalDate.of(2024, 3, 20)), event.when());
    }

    @Test
    void aMonthIsKeptAsThatMonth() throws Exception {
        CalendarEvent event = Registry.of(
                        agreement("london", TEHRAN, LONDON, since(date(CalendarSystem.GREGORIAN, 1996, 2, 0))))
                .event("london/1996-02/20");

        assertEquals(new EventTime.AllDay(LocalDate.of(2016, 2, 1), LocalDate.of(2016, 3, 1)), event.when());
    }

    @Test
    void jubileesBeyondTheCalendarAreLeftOut() throws Exception {
        Map<String, CalendarEvent> events = Registry.of(
                        agreement("london", TEHRAN, LONDON, since(date(CalendarSystem.ISLAMIC_UMALQURA, 1445, 0, 0))))
                .events();

        assertTrue(events.containsKey("london/islamic-umalqura-1445/150"));
        assertFalse(events.containsKey("london/islamic-umalqura-1445/175"));
    }

    @Test
    void datesThatExcludeEachOtherAllStayWithTheirSources() throws Exception {
        Map<String, CalendarEvent> events = Registry.of(agreement(
                        "london",
                        TEHRAN,
                        LONDON,
                        since(PartialDate.of(1993, 4, 16)),
                        since(PartialDate.of(1994, 4, 16), PRESS)))
                .events();

        assertEquals(Set.of("london/1993-04-16", "london/1994-04-16"), events.keySet());
        String first = english(events.get("london/1993-04-16"));
        String second = english(events.get("london/1994-04-16"));
        assertEquals("Since 16 April 1993, according to City of Tehran. Other sources give another date.", first);
        assertEquals("Since 16 April 1994, according to Press. Other sources give another date.", second);
    }

    @Test
    void aYearAndADayWithinItAreOneDate() throws Exception {
        Map<String, CalendarEvent> events = Registry.of(agreement(
                        "london",
                        TEHRAN,
                        LONDON,
                        since(PartialDate.year(1993), PRESS),
                        since(date(CalendarSystem.PERSIAN, 1372, 0, 0), PRESS),
                        since(PartialDate.of(1993, 4, 16))))
                .events();

        assertEquals(Set.of("london/1993-04-16"), events.keySet());
        assertEquals(
                "Since 16 April 1993, according to City of Tehran; Press.", english(events.get("london/1993-04-16")));
    }

    @Test
    void theStepOfSigningIsADateToo() throws Exception {
        Agreement signed = Agreement.builder("seoul", AgreementKind.SISTER)
                .parties(TEHRAN, SEOUL)
                .statements(undated())
                .lifecycle(List.of(
                        step(LifecycleState.PROPOSED, PartialDate.of(1960, 1, 1)), step(LifecycleState.SIGNED, SIGNED)))
                .build();

        assertEquals(Set.of("seoul/1962-05-16"), Registry.of(signed).events().keySet());
    }

    @Test
    void whatTwoRegistriesHoldIsOneAnniversary() throws Exception {
        Map<String, CalendarEvent> events = Registry.of(
                        agreement("ours", TEHRAN, SEOUL, since(SIGNED)),
                        Agreement.builder("theirs", AgreementKind.TWIN)
                                .parties(SEOUL, TEHRAN)
                                .statements(since(PartialDate.year(1962), PRESS))
                                .build())
                .events();

        assertEquals(Set.of("ours/1962-05-16"), events.keySet());
        assertEquals(List.of("ours", "theirs"), events.get("ours/1962-05-16").agreements());
    }

    @Test
    void oneCityUnderTwoReferencesIsOne() throws Exception {
        CityRef geonames = CityRef.parse("geonames:1835848");
        Map<String, CalendarEvent> events = Registry.of(
                        agreement("ours", TEHRAN, SEOUL, since(SIGNED)),
                        agreement(
                                "theirs",
                                TEHRAN,
                                org.citykit.api.twinning.Party.of(geonames, Text.of("en", "Seoul")),
                                since(SIGNED, PRESS)),
                        Registry.city("Q8684", Text.of("en", "Seoul"), geonames))
                .events();

        assertEquals(Set.of("ours/1962-05-16"), events.keySet());
    }

    @Test
    void oneIdInTwoRegistriesLosesNothing() throws Exception {
        Map<String, CalendarEvent> events = Registry.of(
                        agreement("1", TEHRAN, SEOUL, since(SIGNED)), agreement("1", TEHRAN, LONDON, since(SIGNED)))
                .events();

        assertEquals(2, events.size());
    }

    @Test
    void onlyTheKindsAndCitiesInTheSettingsCount() throws Exception {
        Registry registry = Registry.of(
                agreement("seoul", TEHRAN, SEOUL, since(SIGNED)), agreement("other", LONDON, SEOUL, since(SIGNED)));

        registry.settings(settings(Optional.empty(), Set.of(), List.of("wikidata:Q3616")));
        assertEquals(Set.of("seoul/1962-05-16"), registry.events().keySet());

        registry.settings(settings(Optional.empty(), Set.of(AgreementKind.FRIENDSHIP), List.of()));
        assertEquals(Set.of(), registry.events().keySet());
    }

    @Test
    void nothingIsMadeAnewWhileTheRegistriesStayAsTheyAre() throws Exception {
        Registry registry = Registry.of(agreement("seoul", TEHRAN, SEOUL, since(SIGNED)));
        Outcome.Snapshot first =
                assertInstanceOf(Outcome.Snapshot.class, registry.fetch(org.citykit.api.Cursor.start()));

        assertInstanceOf(Outcome.NothingNew.class, registry.fetch(first.next()));
        registry.add(Registry.city("Q8684", Text.of("fa", "سئول")));
        assertInstanceOf(Outcome.Snapshot.class, registry.fetch(first.next()));
    }

    private static AnniversarySettings settings(
            Optional<AnniversarySettings.YearOnly> yearOnly, Set<AgreementKind> kinds, List<String> cities) {
        return new AnniversarySettings(
                yearOnly, Set.of(AnniversarySettings.Show.ANNIVERSARIES), Optional.of(0), kinds, cities);
    }

    private static String english(CalendarEvent event) {
        return event.description().orElseThrow().texts().get("en");
    }

    private static List<LocalDate> days(CalendarEvent event, int from, int to) {
        EventIndex index =
                EventIndex.of(List.of(new CalendarSnapshot("m", new Revision("1"), List.of(event))), ZoneId.of("UTC"));
        return index.between(LocalDate.of(from, 1, 1), LocalDate.of(to, 1, 1)).list().stream()
                .map(occurrence -> occurrence.start().toLocalDate())
                .toList();
    }
}
