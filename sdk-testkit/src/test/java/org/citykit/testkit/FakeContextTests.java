package org.citykit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Records;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeContextTests {
    private static final CalendarEvent FAIR =
            CalendarEvent.of("fair").title(Text.of("en", "Fair")).on(LocalDate.of(2026, 5, 2));

    @TempDir
    Path folder;

    @Test
    void aClosedContextRefusesEveryCall() {
        FakeContext context = FakeContext.in(folder).make();
        context.close();

        assertThrows(IllegalStateException.class, context::moduleId);
        assertThrows(IllegalStateException.class, context::files);
        assertThrows(IllegalStateException.class, context::http);
        assertThrows(IllegalStateException.class, context::views);
    }

    @Test
    void filesOutsideTheFolderAreRefusedAndThoseInsideAreNoted() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "one");
        FakeContext context = FakeContext.in(folder).make();

        assertThrows(CityKitException.class, () -> context.files().read("../a.txt", Cursor.start()));
        assertEquals("one", context.files().read("a.txt", Cursor.start()).text());
        assertEquals(List.of("a.txt"), context.files().list("", "txt"));
        assertEquals(List.of("../a.txt", "a.txt", ""), context.filesRead());
    }

    @Test
    void viewsHoldWhatWasGivenAndNoteWhatWasAsked() {
        FakeContext context = FakeContext.in(folder).views(List.of(FAIR)).make();

        assertEquals(List.of(FAIR), context.views().events().items());
        assertEquals(FAIR, context.views().events().find("fair").orElseThrow());
        assertTrue(context.views().cities().items().isEmpty());
        assertEquals(List.of("cities", "events"), context.viewsAsked());
    }

    @Test
    void anotherWriterIsNoticed() {
        Records records = FakeContext.in(folder).make().records(1);
        Revision first = records.put("a", new byte[] {1}, Revision.NONE);
        records.put("b", new byte[] {2}, Revision.NONE);
        records.put("a", new byte[] {3}, first);

        CityKitException late = assertThrows(CityKitException.class, () -> records.put("a", new byte[] {4}, first));

        assertEquals(ApiError.REVISION_CONFLICT, late.code());
        assertEquals(List.of("a", "b"), records.keys(""));
        assertEquals(3, records.find("a").orElseThrow().value()[0]);
        assertThrows(CityKitException.class, () -> records.delete("b", first));
    }

    @Test
    void versionsOfTheFormatAreApart() {
        FakeContext context = FakeContext.in(folder).make();
        context.records(1).put("a", new byte[] {1}, Revision.NONE);

        assertTrue(context.records(2).find("a").isEmpty());
        assertTrue(context.records(1).find("a").isPresent());
    }

    @Test
    void theClockMovesWhenItIsTold() {
        ManualClock clock = ManualClock.at(Instant.parse("2026-05-01T09:00:00Z"), ZoneId.of("Asia/Tehran"));
        FakeContext context = FakeContext.in(folder)
                .clock(clock)
                .languages(List.of(Locale.FRENCH))
                .module("fairs")
                .make();

        clock.withZone(ZoneOffset.UTC).advance(Duration.ofHours(1));

        assertEquals(Instant.parse("2026-05-01T10:00:00Z"), context.clock().instant());
        assertEquals(ZoneId.of("Asia/Tehran"), context.zone());
        assertEquals(List.of(Locale.FRENCH), context.languages());
        assertEquals("fairs", context.moduleId());
    }

    @Test
    void aSinkKeepsTheLastOfEachIdAndNotesMisuse() {
        CollectingSink<CalendarEvent> sink = CollectingSink.of(CalendarEvent.class);
        CalendarEvent later =
                CalendarEvent.of("fair").title(Text.of("en", "Great fair")).on(LocalDate.of(2026, 5, 3));
        sink.accept(FAIR);
        sink.accept(later);
        sink.remove("market");
        sink.reject(new Defect("feed", 1, 0, "is odd"));
        sink.end();

        assertThrows(IllegalStateException.class, () -> sink.accept(FAIR));
        assertEquals(List.of(later), sink.items());
        assertEquals(1, sink.removed().size());
        assertEquals(1, sink.defects().size());
        assertEquals(List.of("was given an item after the fetch had ended"), sink.misuses());
    }

    @Test
    void aSinkWithALimitRefusesWhatIsBeyond() {
        CollectingSink<CalendarEvent> sink =
                CollectingSink.of(CalendarEvent.class).atMost(1);
        sink.accept(FAIR);

        CityKitException tooMany = assertThrows(CityKitException.class, () -> sink.accept(FAIR));

        assertEquals(ApiError.LIMIT_EXCEEDED, tooMany.code());
        assertEquals(List.of(), sink.misuses());
    }
}
