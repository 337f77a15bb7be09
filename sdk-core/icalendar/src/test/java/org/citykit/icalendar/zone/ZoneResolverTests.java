package org.citykit.icalendar.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.time.CalendarZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneResolverTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "Nowhere/Atlantis", "Customized Time Zone", "GMT+99:00"})
    void anUnknownNameHasNoZone(String tzid) {
        assertEquals(Optional.empty(), ZoneResolver.ofNames().resolve(tzid));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Europe/Berlin, IANA",
        "europe/berlin, Europe/Berlin, IANA_REPAIRED",
        "\"America/New York\", America/New_York, IANA_REPAIRED",
        "/freeassociation.sourceforge.net/Tzfile/Asia/Tehran, Asia/Tehran, IANA_REPAIRED",
        "/mozilla.org/20050126_1/America/Argentina/Buenos_Aires, America/Argentina/Buenos_Aires, IANA_REPAIRED",
        "W. Europe Standard Time, Europe/Berlin, WINDOWS",
        "US-Eastern, US/Eastern, IANA_REPAIRED",
        "iran standard time, Asia/Tehran, WINDOWS",
        "UTC, UTC, IANA",
        "UTC+13, Etc/GMT-13, WINDOWS",
        "GMT-0500, -05:00, OFFSET",
        "(UTC+03:30) Here, +03:30, OFFSET",
        "(GMT+03.30), +03:30, OFFSET",
        "EST, Etc/GMT+5, IANA_REPAIRED",
        "Europe/Berlin (CET), Europe/Berlin, IANA_REPAIRED",
        "TZID=Europe/Berlin, Europe/Berlin, IANA_REPAIRED",
        "'Asia/Tehran; formerly Iran', Asia/Tehran, IANA_REPAIRED",
        "Iran Daylight Time, Asia/Tehran, WINDOWS",
        "Romance Standard Time 1, Europe/Paris, WINDOWS",
        "Mountain Standard Time (Mexico), America/Mazatlan, WINDOWS",
    })
    void aNameFindsItsZone(String tzid, String zone, ZoneMatch.How how) {
        ZoneMatch match = ZoneResolver.ofNames().resolve(tzid).orElseThrow();

        assertEquals(zone, match.zone().id());
        assertEquals(how, match.how());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(UTC+03:30) Tehran | Asia/Tehran",
                "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | Europe/Amsterdam",
                "(GMT+01:00) Sarajevo, Skopje, Warsaw, Zagreb | Europe/Sarajevo",
                "(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London | Europe/Dublin",
                "(UTC) Coordinated Universal Time | UTC",
                "(UTC-05:00) Eastern Time (US & Canada) | America/New_York",
                "Pacific Time (US & Canada) | America/Los_Angeles",
                "(UTC-05:00) Indiana (East) | America/Indianapolis",
                "(UTC-08:00) Baja California | America/Tijuana",
                "(UTC-04:00) Georgetown, La Paz, Manaus, San Juan | America/La_Paz",
                "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi | Asia/Kolkata",
                "(UTC+10:30) Lord Howe Island | Australia/Lord_Howe",
                "(UTC+11:00) Solomon Is., New Caledonia | Pacific/Guadalcanal",
                "(UTC-11:00) Samoa | US/Samoa",
                "(UTC+00:00) Here\\, London\\, There | Europe/London",
                // An offset from before the last change of the zone.
                "(UTC) Casablanca | Africa/Casablanca",
                "(GMT+04:00) Moscow, St. Petersburg, Volgograd | Europe/Moscow",
            })
    void whatWindowsShowsIsAZoneAndNotItsWinterOffset(String shown, String zone) {
        ZoneMatch match = ZoneResolver.ofNames().resolve(shown).orElseThrow();

        assertEquals(zone, match.zone().id());
        assertEquals(ZoneMatch.How.WINDOWS, match.how());
    }

    @Test
    void everyWindowsNameLeadsToAZoneOfTheJdk() {
        for (String name : WindowsZones.names()) {
            Optional<ZoneMatch> match = ZoneResolver.ofNames().resolve(name);

            assertTrue(match.isPresent() && match.get().zone().zoneId().isPresent(), name);
        }
        assertTrue(WindowsZones.names().size() > 130);
    }

    @Test
    void theLocationOfTheDefinitionIsBelieved() {
        ZoneResolver resolver = resolver("TZID:Our Zone", "X-LIC-LOCATION:Asia/Tehran");

        ZoneMatch match = resolver.resolve("Our Zone").orElseThrow();

        assertEquals("Asia/Tehran", match.zone().id());
        assertEquals(ZoneMatch.How.LOCATION, match.how());
    }

    @Test
    void theRulesOfTheDefinitionAreKeptPrivate() {
        ZoneResolver resolver = resolver(
                "TZID:Ours",
                "BEGIN:DAYLIGHT",
                "DTSTART:19700329T020000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "END:DAYLIGHT",
                "BEGIN:STANDARD",
                "DTSTART:19701025T030000",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "END:STANDARD");

        ZoneMatch match = resolver.resolve("Ours").orElseThrow();

        assertEquals(ZoneMatch.How.EMBEDDED, match.how());
        assertEquals(Optional.empty(), match.zone().zoneId());
        CalendarZone berlin = CalendarZone.of(java.time.ZoneId.of("Europe/Berlin"));
        for (int month = 1; month <= 12; month++) {
            for (int year = 1997; year < 2099; year += 7) {
                LocalDateTime local = LocalDateTime.of(year, month, 28, 2, 30);
                assertEquals(berlin.toInstant(local), match.zone().toInstant(local), local.toString());
            }
        }
    }

    @Test
    void aDefinitionThatChangesEverySecondCostsNothing() {
        ZoneResolver resolver = resolver(
                "TZID:Bomb",
                "BEGIN:STANDARD",
                "DTSTART:16010101T000000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                "RRULE:FREQ=SECONDLY",
                "END:STANDARD",
                "BEGIN:DAYLIGHT",
                "DTSTART:16010101T000001",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "RRULE:FREQ=YEARLY;BYSECOND=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9",
                "END:DAYLIGHT");

        ZoneMatch match = resolver.resolve("Bomb").orElseThrow();

        assertEquals(ZoneMatch.How.EMBEDDED, match.how());
        assertTrue(match.zone().rules().getTransitions().size() <= 402);
    }

    @Test
    void oneBrokenObservanceDoesNotCostTheOther() {
        ZoneResolver resolver = resolver(
                "TZID:Half",
                "BEGIN:STANDARD",
                "DTSTART:yesterday",
                "TZOFFSETTO:+0100",
                "END:STANDARD",
                "BEGIN:DAYLIGHT",
                "DTSTART:20000101T000000",
                "TZOFFSETFROM:+0300",
                "TZOFFSETTO:+0330",
                "RRULE:FREQ=RECONDLY",
                "END:DAYLIGHT",
                "BEGIN:DAYLIGHT",
                "TZOFFSETFROM:+9900",
                "END:DAYLIGHT");

        ZoneMatch match = resolver.resolve("Half").orElseThrow();

        assertEquals(
                12_600,
                match.zone()
                        .rules()
                        .getOffset(Instant.parse("2026-01-01T00:00:00Z"))
                        .getTotalSeconds());
    }

    @Test
    void anObservanceThatDoesNotSayWhenItBeginsCountsFromTheFirst() {
        ZoneResolver resolver = resolver(
                "TZID:Summers",
                "BEGIN:STANDARD",
                "TZOFFSETFROM:+02:00",
                "TZOFFSETTO:0100",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "END:STANDARD",
                "BEGIN:DAYLIGHT",
                "TZOFFSETFROM:0100",
                "TZOFFSETTO:+02:00",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "END:DAYLIGHT");

        ZoneRules rules = resolver.resolve("Summers").orElseThrow().zone().rules();

        assertEquals(
                "+01:00", rules.getOffset(Instant.parse("2026-01-01T00:00:00Z")).getId());
        assertEquals(
                "+02:00", rules.getOffset(Instant.parse("2026-07-01T00:00:00Z")).getId());
        assertEquals(
                "+01:00", rules.getOffset(Instant.parse("2026-11-01T00:00:00Z")).getId());
    }

    @Test
    void aDefinitionOfOneOffsetNeedsNoStart() {
        ZoneResolver resolver =
                resolver("TZID:Always", "BEGIN:STANDARD", "TZOFFSETFROM:+0330", "TZOFFSETTO:+0330", "END:STANDARD");

        ZoneRules rules = resolver.resolve("Always").orElseThrow().zone().rules();

        assertEquals(
                "+03:30", rules.getOffset(Instant.parse("2026-01-01T00:00:00Z")).getId());
    }

    @Test
    void aDefinitionThatTrulyDiffersFromTheZoneOfItsNameIsBelieved() {
        ZoneResolver resolver = resolver(
                "TZID:Europe/Berlin",
                "BEGIN:STANDARD",
                "DTSTART:19700101T000000",
                "TZOFFSETFROM:+0500",
                "TZOFFSETTO:+0500",
                "END:STANDARD");

        ZoneMatch match = resolver.resolve("Europe/Berlin").orElseThrow();

        assertEquals(ZoneMatch.How.EMBEDDED, match.how());
        assertEquals(
                Instant.parse("2026-07-01T07:00:00Z"), match.zone().toInstant(LocalDateTime.parse("2026-07-01T12:00")));
    }

    @Test
    void aDefinitionThatIsOnlyOlderThanOurDatabaseIsNot() {
        ZoneResolver resolver = resolver(
                "TZID:Asia/Tehran",
                "BEGIN:DAYLIGHT",
                "DTSTART:19700321T000000",
                "TZOFFSETFROM:+0330",
                "TZOFFSETTO:+0430",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21",
                "END:DAYLIGHT",
                "BEGIN:STANDARD",
                "DTSTART:19700921T000000",
                "TZOFFSETFROM:+0430",
                "TZOFFSETTO:+0330",
                "RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=21",
                "END:STANDARD");

        assertEquals(
                ZoneMatch.How.IANA,
                resolver.resolve("Asia/Tehran").orElseThrow().how());
    }

    @Test
    void manyCalendarsKeepTheirOwnZonesAliveAtOnce() {
        List<ZoneMatch> alive = new ArrayList<>();
        Component calendar = calendar(
                "TZID:Ours",
                "BEGIN:DAYLIGHT",
                "DTSTART:19700308T020000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0230",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
                "END:DAYLIGHT",
                "BEGIN:STANDARD",
                "DTSTART:19701025T030000",
                "TZOFFSETFROM:+0230",
                "TZOFFSETTO:+0100",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "END:STANDARD");
        for (int i = 0; i < 25_000; i++) {
            alive.add(ZoneResolver.of(calendar).resolve("Ours").orElseThrow());
        }

        ZoneMatch last = alive.get(alive.size() - 1);
        assertEquals(25_000, alive.size());
        assertEquals(Optional.empty(), last.zone().zoneId());
        // Two rules and the changes of one year, however long the zone lasts.
        assertEquals(2, last.zone().rules().getTransitionRules().size());
        assertTrue(last.zone().rules().getTransitions().size() <= 2);
    }

    private static ZoneResolver resolver(String... lines) {
        return ZoneResolver.of(calendar(lines));
    }

    private static Component calendar(String... lines) {
        List<String> all = new ArrayList<>(List.of("BEGIN:VCALENDAR", "BEGIN:VTIMEZONE"));
        all.addAll(List.of(lines));
        all.addAll(List.of("END:VTIMEZONE", "END:VCALENDAR"));
        byte[] octets = (String.join("\r\n", all) + "\r\n").getBytes(StandardCharsets.UTF_8);
        return CalendarReader.read(octets, ReadLimits.standard()).calendars().get(0);
    }
}
