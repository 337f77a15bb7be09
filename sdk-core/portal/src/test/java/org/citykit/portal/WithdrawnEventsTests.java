package org.citykit.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citykit.api.CalendarSystem;
import org.citykit.api.Cursor;
import org.citykit.api.Item;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.events.EventIndex;
import org.citykit.events.WithdrawnEvent;
import org.citykit.runtime.Domain;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.PortalSettings;
import org.citykit.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawnEventsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 21);
    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    Path folder;

    private Store store;
    private HeldModules held;

    @BeforeEach
    void open() {
        store = Store.open(folder);
        held = new HeldModules(store.snapshots());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsSaidAgainChangesNothing() {
        assertTrue(held.keep(calendar(FIRST, event("a"), event("b"))));
        EventIndex before = index();

        assertFalse(held.keep(calendar(LATER, event("a"), event("b"))));
        assertEquals(before.revision(), index().revision());
    }

    @Test
    void whatIsGoneIsToldWithItsDateAndOutlivesARestart() {
        held.keep(calendar(FIRST, event("a"), event("b")));
        held.keep(calendar(LATER, event("a")));
        store.close();
        open();
        held.load(List.of("city"));

        WithdrawnEvent gone = index().withdrawn("city.b").orElseThrow();

        assertEquals(LATER, gone.noticed());
        assertEquals(Text.of("en", "Event b"), gone.event().title());
        assertEquals(Optional.empty(), index().event("city.b"));
        assertEquals(1, index().size());
    }

    @Test
    void whatComesBackIsForgotten() {
        held.keep(calendar(FIRST, event("a"), event("b")));
        held.keep(calendar(LATER, event("a")));

        assertTrue(held.keep(calendar(LATER, event("a"), event("b"))));
        assertEquals(List.of(), held.withdrawn("city"));
    }

    @Test
    void onlyTheNewestAreKept() {
        List<Item> many = new ArrayList<>();
        for (int i = 0; i <= WithdrawnEvents.MOST; i++) {
            many.add(event(String.format(Locale.ROOT, "m%05d", i)));
        }
        many.add(event("last"));
        held.keep(calendar(FIRST, many.toArray(Item[]::new)));
        held.keep(calendar(FIRST, event("last")));

        held.keep(calendar(LATER));

        assertEquals(WithdrawnEvents.MOST, held.withdrawn("city").size());
        assertEquals("last", held.withdrawn("city").get(0).event().id());
    }

    @Test
    void aChangeOfThePortalNotesWhatIsGoneToo() {
        held.load(List.of("city"));
        held.keep(calendar(FIRST, event("a"), event("b")));

        Set<Domain> changed = held.adopt(List.of(calendar(LATER, event("a"))), Set.of("city"));

        assertEquals(Set.of(Domain.EVENTS), changed);
        assertTrue(index().withdrawn("city.b").isPresent());
    }

    @Test
    void theCalendarThatComesFirstInThePortalIsBelieved() {
        CalendarEvent office =
                CalendarEvent.of("x").title(Text.of("en", "Event a")).on(DAY);
        held.load(List.of("city", "office"));
        held.keep(calendar(FIRST, event("a")));
        held.keep(snapshot("office", FIRST, office));
        assertEquals("city.a", index().entries().get(0).id());

        Set<Domain> changed = held.adopt(List.of(), new LinkedHashSet<>(List.of("office", "city")));

        assertEquals(Set.of(Domain.EVENTS), changed);
        assertEquals("office.x", index().entries().get(0).id());
        assertEquals("office.x", index().event("city.a").orElseThrow().id());
    }

    private EventIndex index() {
        Engines engines = new Engines(
                held,
                new PortalSettings(
                        "city",
                        Text.of("en", "City"),
                        List.of(Locale.ENGLISH),
                        ZoneId.of("UTC"),
                        List.of(CalendarSystem.GREGORIAN),
                        Optional.empty()),
                Clock.fixed(FIRST, ZoneId.of("UTC")));
        engines.rebuild(Domain.EVENTS);
        return engines.events();
    }

    private static CalendarEvent event(String id) {
        return CalendarEvent.of(id).title(Text.of("en", "Event " + id)).on(DAY);
    }

    private static ModuleSnapshot calendar(Instant at, Item... events) {
        return snapshot("city", at, events);
    }

    private static ModuleSnapshot snapshot(String module, Instant at, Item... events) {
        return new ModuleSnapshot(
                module,
                Domain.EVENTS,
                "ical",
                "1.0",
                "fingerprint",
                Cursor.start(),
                at,
                Stream.of(events).toList(),
                List.of(),
                0,
                Map.of());
    }
}
