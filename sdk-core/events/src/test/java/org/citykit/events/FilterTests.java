package org.citykit.events;

import static org.citykit.events.Calendars.calendar;
import static org.citykit.events.Calendars.day;
import static org.citykit.events.Calendars.evening;
import static org.citykit.events.Calendars.ids;
import static org.citykit.events.Calendars.index;
import static org.citykit.events.Calendars.place;
import static org.citykit.events.Calendars.titled;
import static org.citykit.events.Calendars.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citykit.api.Audience;
import org.citykit.api.GeoPoint;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.Recurrence;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.events.EventFacets.PlaceCount;
import org.junit.jupiter.api.Test;

class FilterTests {
    private static final List<EventKind> KINDS = List.of(EventKind.values());
    private static final List<Audience> AUDIENCES = List.of(Audience.values());
    private static final Locale FA = Locale.forLanguageTag("fa");
    private static final Locale AR = Locale.forLanguageTag("ar");
    private static final Locale EN = Locale.ENGLISH;

    @Test
    void aDistanceOutsideItsRangeIsRefused() {
        GeoPoint azadi = new GeoPoint(35.6997, 51.3380);

        assertThrows(InvalidValueException.class, () -> new Surroundings(azadi, 0));
        assertThrows(InvalidValueException.class, () -> new Surroundings(azadi, Double.NaN));
        assertThrows(InvalidValueException.class, () -> new Surroundings(azadi, 30_000_000));
    }

    @Test
    void moreThanAThousandValuesAreRefused() {
        Set<String> many = IntStream.range(0, 1_001).mapToObj(i -> "m" + i).collect(Collectors.toSet());

        InvalidValueException refused = assertThrows(
                InvalidValueException.class, () -> EventFilter.all().fromModules(many));

        assertEquals("modules", refused.field());
    }

    @Test
    void whatIsNearAPointIsFoundAcrossTheDateLineToo() {
        EventIndex index = index(
                CalendarEvent.of("near").place(place("Azadi", 35.6997, 51.3380)).on(day(3, 1)),
                CalendarEvent.of("far").place(place("Karaj", 35.8400, 50.9391)).on(day(3, 2)),
                CalendarEvent.of("west").place(place("Taveuni", -16.9, 179.99)).on(day(3, 3)),
                CalendarEvent.of("nowhere").on(day(3, 4)));

        assertEquals(List.of("near"), ids(year(index).near(new Surroundings(new GeoPoint(35.70, 51.34), 5_000))));
        assertEquals(
                List.of("near", "far"), ids(year(index).near(new Surroundings(new GeoPoint(35.70, 51.34), 50_000))));
        assertEquals(List.of("west"), ids(year(index).near(new Surroundings(new GeoPoint(-16.9, -179.99), 5_000))));
    }

    @Test
    void whatIsForEveryoneIsForEachAudience() {
        EventIndex index = index(
                CalendarEvent.of("all").on(day(3, 1)),
                CalendarEvent.of("everyone").audiences(Audience.EVERYONE).on(day(3, 2)),
                CalendarEvent.of("youth").audiences(Audience.YOUTH).on(day(3, 3)),
                CalendarEvent.of("staff").audiences(Audience.STAFF).on(day(3, 4)));

        assertEquals(List.of("all", "everyone", "youth"), ids(year(index).forAudience(Audience.YOUTH)));
        assertEquals(
                Map.of(Audience.EVERYONE, 2, Audience.YOUTH, 3, Audience.STAFF, 3),
                year(index).facets().audiences());
    }

    @Test
    void aLanguageIsThatInWhichAnEventIsHeldOrElseTold() {
        EventIndex index = index(
                titled("told", "Tour").on(day(3, 1)),
                titled("held", "Tour")
                        .languages(List.of(Locale.forLanguageTag("ar-IQ")))
                        .on(day(3, 2)),
                CalendarEvent.of("both")
                        .title(Text.of("fa", "گردش").and("en", "Tour"))
                        .on(day(3, 3)),
                CalendarEvent.of("unknown").title(Text.of("Tour")).on(day(3, 4)));

        assertEquals(List.of("held"), ids(year(index).inLanguages(List.of(AR))));
        assertEquals(List.of("told", "both"), ids(year(index).inLanguages(List.of(Locale.UK))));
        assertEquals(Map.of(EN, 2, AR, 1, FA, 1), year(index).facets().languages());
    }

    @Test
    void agreementsStatusesAndTagsNarrow() {
        EventIndex index = index(
                CalendarEvent.of("visit").agreements(List.of("seoul")).on(day(3, 1)),
                CalendarEvent.of("off").status(EventStatus.CANCELLED).on(day(3, 2)),
                CalendarEvent.of("fair").tags(List.of("Books", "کتاب")).on(day(3, 3)));

        assertEquals(List.of("visit"), ids(year(index).ofAgreements(List.of("seoul", "london"))));
        assertEquals(
                List.of("off"), ids(year(index).where(EventFilter.all().withStatus(List.of(EventStatus.CANCELLED)))));
        assertEquals(List.of("fair"), ids(year(index).where(EventFilter.all().tagged(List.of("BOOKS")))));
        assertEquals(List.of("fair"), ids(year(index).matching("كتاب")), "a tag is searched like a title");
    }

    @Test
    void aFacetIsCountedWithAllFiltersButItsOwn() {
        EventIndex index = index(
                CalendarEvent.of("a")
                        .kind(EventKind.FESTIVAL)
                        .place(place("Park"))
                        .on(day(3, 1)),
                CalendarEvent.of("b")
                        .kind(EventKind.FESTIVAL)
                        .place(place("Hall"))
                        .on(day(3, 2)),
                CalendarEvent.of("c").kind(EventKind.SPORT).place(place("Park")).on(day(3, 3)),
                CalendarEvent.of("d")
                        .kind(EventKind.TRAINING)
                        .place(place("Hall"))
                        .on(day(3, 4)));

        EventFacets facets =
                year(index).ofKind(EventKind.FESTIVAL).atPlaces(List.of("park")).facets();

        assertEquals(Map.of(EventKind.FESTIVAL, 1, EventKind.SPORT, 1), facets.kinds());
        assertEquals(
                Map.of("Park", 1, "Hall", 1),
                facets.places().stream()
                        .collect(Collectors.toMap(place -> place.name().original(), PlaceCount::count)));
        assertEquals(Map.of("town", 1), facets.modules());
    }

    @Test
    void choosingAValueGivesAsManyAsItsFacetSaid() {
        EventIndex index = index(some(60));
        OccurrenceQuery query = year(index).matching("tour");
        EventFacets facets = query.facets();

        facets.kinds()
                .forEach((kind, count) ->
                        assertEquals(count, query.ofKind(kind).find().total(), kind.name()));
        facets.places()
                .forEach(place -> assertEquals(
                        place.count(),
                        query.atPlaces(List.of(place.key())).find().total(),
                        place.key()));
        facets.audiences()
                .forEach((audience, count) ->
                        assertEquals(count, query.forAudience(audience).find().total(), audience.name()));
        facets.languages()
                .forEach((language, count) -> assertEquals(
                        count, query.inLanguages(List.of(language)).find().total(), language.toString()));
        assertTrue(facets.kinds().size() > 3
                && facets.places().size() > 3
                && facets.audiences().size() > 3);
    }

    @Test
    void recurrenceAndWordsAreFoundTogether() {
        EventIndex index = index(
                evening(titled("market", "Night market").recurrence(Recurrence.of("FREQ=WEEKLY;COUNT=10")), 3, 1),
                evening(
                        titled("moved", "Night market in the hall")
                                .replaces(new ReplacedOccurrence("market", LocalDateTime.of(2026, 3, 8, 18, 0), false)),
                        3,
                        9),
                evening(titled("concert", "Concert").recurrence(Recurrence.of("FREQ=WEEKLY;COUNT=10")), 3, 1));
        OccurrenceQuery march = index.between(day(3, 1), day(4, 1));

        assertEquals(5, march.matching("market").find().total());
        assertEquals(List.of("moved"), ids(march.matching("market hall")));
        assertEquals(List.of("town.market", "town.moved"), ids(march.matching("market").events().stream()));
        assertEquals(
                List.of("town.market", "town.moved"),
                ids(index.entries(EventFilter.all().matching("market")).stream()));
    }

    @Test
    void pagesAreCutFromOneOrderAndHaveNoCap() {
        EventIndex index = index(some(500));
        List<Occurrence> all = year(index).list();
        List<Occurrence> paged = new ArrayList<>();
        for (int offset = 0; offset < all.size(); offset += 977) {
            Occurrences page = year(index).page(offset, 977).find();
            assertEquals(all.size(), page.total());
            paged.addAll(page.occurrences());
        }

        assertTrue(all.size() > 12_000, "only " + all.size());
        assertEquals(all, paged);
    }

    @Test
    void aLongWindowHoldsWhatItsMonthsHold() {
        EventIndex index = index(some(40));
        LocalDate first = LocalDate.of(2024, 1, 1);
        List<Occurrence> months = new ArrayList<>();
        for (int month = 0; month < 60; month++) {
            LocalDate from = first.plusMonths(month);
            index.between(from, from.plusMonths(1)).list().stream()
                    .filter(one -> !one.start().toLocalDate().isBefore(from))
                    .forEach(months::add);
        }

        List<Occurrence> whole = index.between(first, first.plusYears(5)).list();

        assertEquals(whole, months);
    }

    @Test
    void oneThatAsksForTooMuchCostsNobodyElse() {
        CalendarEvent[] events = new CalendarEvent[41];
        for (int i = 0; i < 40; i++) {
            events[i] = evening(CalendarEvent.of("weekly" + i).recurrence(Recurrence.of("FREQ=WEEKLY")), 3, 1);
        }
        events[40] = evening(CalendarEvent.of("flood").recurrence(Recurrence.of("FREQ=SECONDLY")), 3, 1);

        Occurrences found = index(events).between(day(3, 1), day(4, 1)).find();

        Set<String> seen = new TreeSet<>();
        found.occurrences().forEach(one -> seen.add(one.event().id()));
        assertTrue(found.truncated());
        assertEquals(41, seen.size());
    }

    @Test
    void whatIsKeptOfManyWindowsIsBounded() {
        CalendarEvent[] events = new CalendarEvent[1_500];
        for (int i = 0; i < events.length; i++) {
            events[i] = evening(CalendarEvent.of("daily" + i).recurrence(Recurrence.of("FREQ=DAILY")), 1, 1);
        }
        EventIndex index = index(events);

        for (int month = 0; month < 48; month++) {
            LocalDate from = day(2, 1).plusMonths(month);
            assertEquals(
                    events.length * from.lengthOfMonth(),
                    index.between(from, from.plusMonths(1)).limit(0).find().total());
        }

        assertTrue(index.kept() > 500_000 && index.kept() <= 1_000_000, "kept " + index.kept());
    }

    @Test
    void modulesAreCountedInTheOrderOfThePortal() {
        EventIndex index = index(
                calendar("z", CalendarEvent.of("a").on(day(3, 1))),
                calendar(
                        "a",
                        CalendarEvent.of("b").on(day(3, 2)),
                        CalendarEvent.of("c").on(day(3, 3))));

        assertEquals(
                List.of("z", "a"), List.copyOf(year(index).facets().modules().keySet()));
        assertEquals(List.of("b", "c"), ids(year(index).from("a")));
    }

    /** Events of many kinds, places, audiences and languages, every other one recurring. */
    private static CalendarEvent[] some(int count) {
        CalendarEvent[] events = new CalendarEvent[count];
        for (int i = 0; i < count; i++) {
            CalendarEvent.Draft draft = CalendarEvent.of("e" + i)
                    .kind(KINDS.get(i % 7))
                    .title(i % 3 == 0 ? Text.of("fa", "گردش tour " + i) : Text.of("en", "Tour " + i))
                    .place(place("Place " + i % 11))
                    .audiences(AUDIENCES.get(i % 5));
            if (i % 2 == 0) {
                draft.recurrence(Recurrence.of(i % 4 == 0 ? "FREQ=DAILY" : "FREQ=WEEKLY;BYDAY=MO,TH"));
            }
            events[i] = i % 5 == 0 ? draft.on(day(1, 1 + i % 28)) : evening(draft, 1, 1 + i % 28);
        }
        return events;
    }
}
