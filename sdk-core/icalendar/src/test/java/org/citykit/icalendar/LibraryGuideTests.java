package org.citykit.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.icalendar.event.EventBuilder;
import org.citykit.icalendar.event.EventText;
import org.citykit.icalendar.event.FeedBuilder;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.jcal.JcalReader;
import org.citykit.icalendar.jcal.JcalWriter;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Expansion;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.schema.EventJsonLd;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.citykit.icalendar.zone.ZoneResolver;
import org.junit.jupiter.api.Test;

/** The code that the guide shows to somebody who uses the library alone. */
class LibraryGuideTests {
    private static final byte[] FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//City//Guide//EN
            BEGIN:VEVENT
            UID:market@city.example
            DTSTAMP:20260101T000000Z
            DTSTART;TZID=Iran Standard Time:20260321T090000
            DURATION:PT2H
            SUMMARY;LANGUAGE=fa:\u0628\u0627\u0632\u0627\u0631 \u0647\u0641\u062a\u06af\u06cc
            RRULE:FREQ=WEEKLY
            END:VEVENT
            this line is broken
            END:VCALENDAR
            """.getBytes(StandardCharsets.UTF_8);

    @Test
    void aFileIsReadWithItsDefects() {
        byte[] file = FILE;
        // region read
        CalendarDocument document = CalendarReader.read(file, ReadLimits.standard());
        for (Component calendar : document.calendars()) {
            ZoneResolver zones = ZoneResolver.of(calendar);
            for (Component component : calendar.components("VEVENT")) {
                VEvent event = VEvent.of(component, zones);
                show(event.summaries(), event.start(), event.details().images());
                complain(event.defects());
            }
        }
        complain(document.defects());
        // endregion

        assertEquals(3, complaints.size());
        assertTrue(complaints.get(2).contains("line 12"), complaints.get(2));
    }

    @Test
    void aWindowIsExpanded() {
        CalendarDocument document = CalendarReader.read(FILE, ReadLimits.standard());
        VEvent event = VEvent.of(document.components("VEVENT").get(0), ZoneResolver.ofNames());
        // region expand
        Instant from = Instant.parse("2046-03-01T00:00:00Z");
        Instant to = Instant.parse("2046-04-01T00:00:00Z");
        CalendarZone viewer = CalendarZone.of(ZoneId.of("Europe/Paris"));
        Expansion found = event.recurrence().orElseThrow().expand(from, to, viewer, Budget.standard());
        List<DateOrDateTime> starts = found.starts();
        boolean allOfThem = !found.truncated();
        // endregion

        assertEquals(5, starts.size());
        assertTrue(allOfThem);
    }

    @Test
    void aFeedIsWrittenTheSameEachTime() {
        Instant changed = Instant.parse("2026-01-01T00:00:00Z");
        // region write
        CalendarZone tehran = CalendarZone.of(ZoneId.of("Asia/Tehran"));
        Component nowruz = EventBuilder.of("nowruz@city.example", changed)
                .start(DateOrDateTime.of(LocalDateTime.of(2026, 3, 21, 9, 0), tehran))
                .rule(RecurrenceRule.parse("RSCALE=PERSIAN;FREQ=YEARLY"))
                .text("SUMMARY", new EventText("\u0646\u0648\u0631\u0648\u0632", Optional.of("fa")))
                .revision(0, changed)
                .build();
        Component feed = FeedBuilder.of("-//City//Portal//EN")
                .name("City")
                .refresh(Duration.ofHours(1))
                .add(nowruz)
                .build();
        byte[] file = CalendarWriter.write(List.of(feed));
        // endregion

        String text = new String(file, StandardCharsets.UTF_8);
        assertTrue(text.contains("RRULE:RSCALE=PERSIAN;FREQ=YEARLY\r\n"), text);
        assertTrue(text.contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Tehran\r\n"), text);
    }

    @Test
    void jcalIsTheSameCalendar() {
        CalendarDocument document = CalendarReader.read(FILE, ReadLimits.standard());
        // region jcal
        byte[] json = JcalWriter.write(document.calendars());
        CalendarDocument same = JcalReader.read(json, ReadLimits.standard());
        // endregion

        assertEquals(
                new String(CalendarWriter.write(document.calendars()), StandardCharsets.UTF_8),
                new String(CalendarWriter.write(same.calendars()), StandardCharsets.UTF_8));
    }

    @Test
    void structuredDataMayStandInAPage() {
        CalendarDocument document = CalendarReader.read(FILE, ReadLimits.standard());
        VEvent event = VEvent.of(document.components("VEVENT").get(0), ZoneResolver.ofNames());
        // region json-ld
        byte[] data = EventJsonLd.write(event);
        String element =
                "<script type=\"application/ld+json\">" + new String(data, StandardCharsets.UTF_8) + "</script>";
        // endregion

        assertTrue(element.contains("\"@type\":\"EventSeries\""), element);
        assertTrue(element.contains("\"repeatFrequency\":\"P1W\""), element);
    }

    private final List<String> complaints = new ArrayList<>();

    private void show(Object... shown) {
        assertEquals(3, shown.length);
    }

    private void complain(List<Defect> defects) {
        defects.forEach(defect -> complaints.add(defect.toString()));
    }
}
