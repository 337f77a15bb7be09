package org.citykit.plugins.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Recurrence;
import org.citykit.api.events.ReplacedOccurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecurrenceTests {
    private static final String START = "DTSTART;TZID=Asia/Tehran:20260501T080000";
    private static final String WEEKLY = "RRULE:FREQ=WEEKLY";

    @TempDir
    Path folder;

    @Test
    void aRuleThatCannotBeReadLeavesTheFirstTime() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", START, "RRULE:FREQ=SOMETIMES"));

        assertEquals(Optional.empty(), desk.event("a").recurrence());
        assertTrue(desk.reported("rule: expected"));
    }

    @Test
    void aRuleThatNamesNoTimeLeavesTheFirstTime() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", START, "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"));

        assertEquals(Optional.empty(), desk.event("a").recurrence());
        assertTrue(desk.reported("names no time"));
    }

    @Test
    void oneBadRuleLeavesTheGoodOne() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", START, "RRULE:FREQ=", WEEKLY));

        assertEquals(List.of("FREQ=WEEKLY"), recurrence(desk, "a").rules());
    }

    @Test
    void theEleventhRuleIsLeftOut() throws Exception {
        String[] lines = new String[12];
        lines[0] = START;
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "RRULE:FREQ=WEEKLY;INTERVAL=" + i;
        }
        Desk desk = Desk.of(folder, Desk.event("a", lines));

        assertEquals(10, recurrence(desk, "a").rules().size());
        assertTrue(desk.reported("more than 10 RRULEs"));
    }

    @Test
    void aReplacementWithoutItsSeriesStandsForItself() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", START, "RECURRENCE-ID;TZID=Asia/Tehran:20260424T080000"));

        assertEquals(Optional.empty(), desk.event("a/20260424T080000").replaces());
    }

    @Test
    void aPrivateReplacementHidesWhatItReplaces() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", START, WEEKLY),
                Desk.event("a", START, "RECURRENCE-ID;TZID=Asia/Tehran:20260508T080000", "CLASS:PRIVATE"));

        assertEquals(Set.of("a"), desk.events().keySet());
        assertEquals(List.of(at(8)), recurrence(desk, "a").removed());
    }

    @Test
    void aSeriesThatBecomesPrivateIsLeftOutWhole() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", START, WEEKLY),
                Desk.event(
                        "a",
                        START,
                        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Tehran:20260508T080000",
                        "CLASS:PRIVATE"));

        assertEquals(Set.of(), desk.events().keySet());
    }

    @Test
    void rulesKeepTheirCalendar() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", "DTSTART;VALUE=DATE:20260321", "RRULE:RSCALE=PERSIAN;FREQ=YEARLY;SKIP=FORWARD"));

        assertEquals(
                List.of("RSCALE=PERSIAN;FREQ=YEARLY;SKIP=FORWARD"),
                recurrence(desk, "a").rules());
    }

    @Test
    void datesAndExceptionsAreToldInTheSeriesZone() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", START, WEEKLY, "RDATE:20260504T043000Z", "EXDATE:20260508T043000Z,20260515T043000Z"));

        assertEquals(List.of(at(4)), recurrence(desk, "a").added());
        assertEquals(List.of(at(8), at(15)), recurrence(desk, "a").removed());
    }

    @Test
    void anExceptionByDateLeavesOutEveryTimeOfThatDay() throws Exception {
        Desk desk =
                Desk.of(folder, Desk.event("a", START, "RRULE:FREQ=DAILY;BYHOUR=8,20", "EXDATE;VALUE=DATE:20260502"));

        assertEquals(List.of(at(2), at(2).withHour(20)), recurrence(desk, "a").removed());
    }

    @Test
    void exceptionsOfDaysAreDays() throws Exception {
        Desk desk =
                Desk.of(folder, Desk.event("a", "DTSTART;VALUE=DATE:20260501", WEEKLY, "EXDATE;VALUE=DATE:20260508"));

        assertEquals(
                List.of(LocalDate.of(2026, 5, 8).atStartOfDay()),
                recurrence(desk, "a").removed());
    }

    @Test
    void aRuleOfExceptionsBecomesExceptions() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", START, WEEKLY, "EXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2"));

        assertEquals(List.of(at(1), at(15)), recurrence(desk, "a").removed());
    }

    @Test
    void anEndlessRuleOfExceptionsSaysWhereItWasCutOff() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", START, "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY"));

        assertEquals(1_000, recurrence(desk, "a").removed().size());
        assertTrue(desk.reported("EXRULE is followed for its first 1000 times"));
    }

    @Test
    void aDateThatLastsLongerIsAnEventOfItsOwn() throws Exception {
        Desk desk = Desk.of(
                folder, Desk.event("a", START, "DURATION:PT1H", WEEKLY, "RDATE;VALUE=PERIOD:20260504T043000Z/PT3H"));

        CalendarEvent longer = desk.event("a/20260504T080000");

        assertEquals(List.of(at(4)), recurrence(desk, "a").added());
        assertEquals(Optional.of(new ReplacedOccurrence("a", at(4), false)), longer.replaces());
        assertEquals(
                new EventTime.Timed(at(4), at(4).withHour(11), Optional.of(ZoneId.of("Asia/Tehran"))), longer.when());
    }

    @Test
    void aReplacedOccurrenceNamesItsSeriesAndItsTimeThere() throws Exception {
        Map<String, CalendarEvent> events = Desk.of(
                        folder,
                        Desk.event("a", START, WEEKLY, "SUMMARY:Market"),
                        Desk.event(
                                "a",
                                "RECURRENCE-ID:20260508T043000Z",
                                "DTSTART;TZID=Asia/Tehran:20260508T170000",
                                "SUMMARY:Night market"),
                        Desk.event(
                                "a",
                                "RECURRENCE-ID;TZID=Asia/Tehran:20260515T080000",
                                "DTSTART;TZID=Asia/Tehran:20260515T080000",
                                "STATUS:CANCELLED"),
                        Desk.event(
                                "a",
                                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Tehran:20260605T080000",
                                "DTSTART;TZID=Asia/Tehran:20260605T090000"))
                .events();

        assertEquals(
                List.of("a", "a/20260508T080000", "a/20260515T080000", "a/20260605T080000"),
                List.copyOf(events.keySet()));
        assertEquals(
                new ReplacedOccurrence("a", at(8), false),
                events.get("a/20260508T080000").replaces().orElseThrow());
        assertEquals("Night market", events.get("a/20260508T080000").title().original());
        assertEquals(EventStatus.CANCELLED, events.get("a/20260515T080000").status());
        assertTrue(events.get("a/20260605T080000").replaces().orElseThrow().andFollowing());
    }

    @Test
    void aReplacementInUtcIsToldInTheSeriesZone() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", START, WEEKLY),
                Desk.event("a", "RECURRENCE-ID:20260508T043000Z", "DTSTART:20260508T053000Z"));

        assertEquals(
                new EventTime.Timed(at(8).withHour(9), at(8).withHour(9), Optional.of(ZoneId.of("Asia/Tehran"))),
                desk.event("a/20260508T080000").when());
    }

    private static Recurrence recurrence(Desk desk, String id) throws Exception {
        return desk.event(id).recurrence().orElseThrow();
    }

    private static LocalDateTime at(int day) {
        return LocalDateTime.of(2026, 5, day, 8, 0);
    }
}
