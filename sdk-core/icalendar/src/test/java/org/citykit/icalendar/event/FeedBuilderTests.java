package org.citykit.icalendar.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.CalendarWriter;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Parameter;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.citykit.icalendar.zone.ZoneResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedBuilderTests {
    private static final CalendarZone TEHRAN = CalendarZone.of(ZoneId.of("Asia/Tehran"));

    @Test
    void aPlaceOutsideTheEarthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new EventPlace(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new EventPlace(0, 181));
    }

    @Test
    void aFeedKeepsItsRulesAndBringsItsZones() {
        String text = new String(CalendarWriter.write(List.of(feed())), StandardCharsets.UTF_8).replace("\r\n", "\n");

        assertEquals("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Example//Portal//EN
                CALSCALE:GREGORIAN
                NAME:Events\\, all
                X-WR-CALNAME:Events\\, all
                REFRESH-INTERVAL;VALUE=DURATION:PT60M
                X-PUBLISHED-TTL:PT60M
                BEGIN:VTIMEZONE
                TZID:Asia/Tehran
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0330
                TZOFFSETTO:+0330
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20260101T000000Z
                DTSTART;TZID=Asia/Tehran:20260321T090000
                DTEND;TZID=Asia/Tehran:20260321T100000
                RRULE:RSCALE=PERSIAN;FREQ=YEARLY
                EXDATE;TZID=Asia/Tehran:20270321T090000
                SUMMARY;LANGUAGE=en:Nowruz\\; new day
                CATEGORIES:a\\,b,c
                STATUS:CONFIRMED
                GEO:35.7;-0.000001
                URL:https://example.org/1
                SEQUENCE:2
                LAST-MODIFIED:20260102T000000Z
                END:VEVENT
                END:VCALENDAR
                """, text);
        assertArrayEquals(CalendarWriter.write(List.of(feed())), CalendarWriter.write(List.of(feed())));
    }

    @Test
    void whatAFeedSaysReadsBack() {
        byte[] octets = CalendarWriter.write(List.of(feed()));
        Component calendar =
                CalendarReader.read(octets, ReadLimits.standard()).calendars().get(0);

        VEvent event = VEvent.of(calendar.components("VEVENT").get(0), ZoneResolver.of(calendar));

        assertEquals(List.of(), event.defects());
        assertEquals(
                List.of("20260321T090000", "20280320T090000"),
                event.recurrence().orElseThrow().first(2, Budget.standard()).starts().stream()
                        .map(DateOrDateTime::toText)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "+03:30, DTSTART;TZID=UTC+0330:20260321T090000, 2026-03-21T05:30:00Z",
        "-05:00, DTSTART;TZID=UTC-0500:20260321T090000, 2026-03-21T14:00:00Z",
        "Z, DTSTART:20260321T090000Z, 2026-03-21T09:00:00Z",
        "UTC, DTSTART:20260321T090000Z, 2026-03-21T09:00:00Z",
        "Etc/GMT-3, DTSTART;TZID=Etc/GMT-3:20260321T090000, 2026-03-21T06:00:00Z"
    })
    void aZoneThatIsOnlyAnOffsetIsDefinedAndReadsBack(String zone, String written, Instant expected) {
        DateOrDateTime start =
                DateOrDateTime.of(LocalDateTime.parse("2026-03-21T09:00"), CalendarZone.of(ZoneId.of(zone)));

        Component calendar = FeedBuilder.of("-//Example//Portal//EN")
                .add(EventBuilder.of("1", Instant.EPOCH).start(start).build())
                .build();

        Component event = calendar.components("VEVENT").get(0);
        assertEquals(written, event.property("DTSTART").orElseThrow().toString());
        assertEquals(written.contains("TZID"), !calendar.components("VTIMEZONE").isEmpty());
        VEvent read = VEvent.of(event, ZoneResolver.of(calendar));
        assertEquals(expected, read.start().orElseThrow().toInstant(TEHRAN));
    }

    @Test
    void aZoneThatOnlyAnInnerComponentUsesIsDefinedToo() {
        Component hours = Component.of(
                "AVAILABLE",
                List.of(Property.of("DTSTART", List.of(Parameter.of("TZID", "Europe/Berlin")), "20260105T090000")),
                List.of());
        Component calendar = FeedBuilder.of("-//Example//Portal//EN")
                .add(Component.of("VAVAILABILITY", List.of(Property.of("UID", "1")), List.of(hours)))
                .build();

        assertEquals(
                List.of("Europe/Berlin"),
                calendar.components("VTIMEZONE").stream()
                        .map(zone -> zone.property("TZID").orElseThrow().text())
                        .toList());
    }

    private static Component feed() {
        Component event = EventBuilder.of("1", Instant.parse("2026-01-01T00:00:00Z"))
                .start(at("2026-03-21T09:00"))
                .end(at("2026-03-21T10:00"))
                .rule(RecurrenceRule.parse("RSCALE=PERSIAN;FREQ=YEARLY"))
                .exclude(at("2027-03-21T09:00"))
                .text("SUMMARY", new EventText("Nowruz; new day", Optional.of("en")))
                .categories(List.of("a,b", "c"))
                .status(EventStatus.CONFIRMED)
                .place(new EventPlace(35.7, -0.000001))
                .url(URI.create("https://example.org/1"))
                .revision(2, Instant.parse("2026-01-02T00:00:00Z"))
                .build();
        return FeedBuilder.of("-//Example//Portal//EN")
                .name("Events, all")
                .refresh(Duration.ofHours(1))
                .add(event)
                .build();
    }

    private static DateOrDateTime at(String local) {
        return DateOrDateTime.of(LocalDateTime.parse(local), TEHRAN);
    }
}
