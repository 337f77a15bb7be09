package org.citykit.plugins.anniversaries;

import static org.citykit.plugins.anniversaries.Registry.SEOUL;
import static org.citykit.plugins.anniversaries.Registry.TEHRAN;
import static org.citykit.plugins.anniversaries.Registry.agreement;
import static org.citykit.plugins.anniversaries.Registry.date;
import static org.citykit.plugins.anniversaries.Registry.since;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.citykit.api.CalendarSystem;
import org.citykit.api.InvalidValueException;
import org.citykit.api.PartialDate;
import org.citykit.api.Revision;
import org.citykit.api.events.CalendarEvent;
import org.citykit.events.CalendarSnapshot;
import org.citykit.events.EventIndex;
import org.citykit.plugins.anniversaries.AnniversarySettings.Show;
import org.junit.jupiter.api.Test;

/** Anniversaries that are told with their number. */
class NumberedTests {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void aNumberOfYearsOutsideItsRangeIsRefused() {
        for (int wrong : new int[] {-1, 51}) {
            InvalidValueException refused = assertThrows(InvalidValueException.class, () -> ahead(wrong));

            assertEquals("ahead", refused.field());
        }
    }

    @Test
    void eachAnniversaryOfTheNextYearsHasItsNumberAndIsShownOnce() throws Exception {
        Map<String, CalendarEvent> events = Registry.of(
                        agreement("seoul", TEHRAN, SEOUL, since(PartialDate.of(1962, 5, 16))))
                .settings(ahead(3))
                .events();
        int year = thisYear(events);

        for (int y = year - 1; y <= year + 5; y++) {
            List<String> titles = titles(events, LocalDate.of(y, 5, 1), LocalDate.of(y, 6, 1));
            assertEquals(1, titles.size(), titles.toString());
            boolean numbered = titles.get(0).startsWith(y - 1962 + " years of the sister-city partnership");
            assertEquals(y <= year + 3, numbered, titles.toString());
        }
    }

    @Test
    void yearsAreCountedInTheCalendarOfTheDate() throws Exception {
        Map<String, CalendarEvent> events = Registry.of(
                        agreement("seoul", TEHRAN, SEOUL, since(date(CalendarSystem.ISLAMIC_UMALQURA, 1400, 1, 1))))
                .settings(ahead(3))
                .events();
        int year = thisYear(events);

        List<String> titles = titles(events, LocalDate.of(year - 1, 1, 1), LocalDate.of(year + 4, 1, 1));

        assertTrue(titles.size() >= 5, titles.toString());
        int first = number(titles.get(0));
        assertEquals(
                IntStream.range(first, first + titles.size()).boxed().toList(),
                titles.stream().map(NumberedTests::number).toList());
        assertEquals(first + 1400, hijriYear(events, first));
    }

    @Test
    void theTwentyNinthOfFebruaryIsNumberedOnTheDayBefore() throws Exception {
        Map<String, CalendarEvent> events = Registry.of(
                        agreement("seoul", TEHRAN, SEOUL, since(PartialDate.of(2000, 2, 29))))
                .settings(ahead(4))
                .events();
        int year = thisYear(events);

        for (int y = year - 1; y <= year + 4; y++) {
            LocalDate day = LocalDate.of(y, 3, 1).minusDays(1);
            assertEquals(1, titles(events, day, day.plusDays(1)).size(), day.toString());
            assertEquals(
                    1,
                    titles(events, LocalDate.of(y, 2, 1), LocalDate.of(y, 4, 1)).size(),
                    day.toString());
        }
    }

    @Test
    void numbersAreToldInEveryLanguage() throws Exception {
        int year = thisYear(Registry.of(agreement("seoul", TEHRAN, SEOUL, since(PartialDate.of(1962, 5, 16))))
                .settings(ahead(1))
                .events());
        Map<String, CalendarEvent> events = Registry.of(
                        agreement("seoul", TEHRAN, SEOUL, since(PartialDate.of(year - 1, 5, 16))))
                .settings(ahead(2))
                .events();
        String id = "seoul/" + (year - 1) + "-05-16/";

        assertEquals("۱ سال خواهرخواندگی تهران و Seoul", text(events, id + 1, "fa"));
        assertEquals("1 year of the sister-city partnership between Tehran and Seoul", text(events, id + 1, "en"));
        assertTrue(text(events, id + 1, "ar").startsWith("عام على "), text(events, id + 1, "ar"));
        assertTrue(text(events, id + 2, "ar").startsWith("عامان على "), text(events, id + 2, "ar"));
        assertFalse(events.containsKey(id + 4));
    }

    /** The number that a title begins with. */
    private static int number(String title) {
        return Integer.parseInt(title.substring(0, title.indexOf(' ')));
    }

    private static AnniversarySettings ahead(int years) {
        return new AnniversarySettings(
                Optional.empty(), Set.of(Show.ANNIVERSARIES), Optional.of(years), Set.of(), List.of());
    }

    /** The year of the clock that the module sees: the one after the first that is numbered. */
    private static int thisYear(Map<String, CalendarEvent> events) {
        return events.values().stream()
                        .filter(event -> event.replaces().isPresent())
                        .mapToInt(event -> event.when().localStart().getYear())
                        .min()
                        .orElseThrow()
                + 1;
    }

    private static int hijriYear(Map<String, CalendarEvent> events, int years) {
        LocalDate day = events.get("seoul/islamic-umalqura-1400-01-01/" + years)
                .when()
                .localStart()
                .toLocalDate();
        return HijrahDate.from(day).get(ChronoField.YEAR);
    }

    private static String text(Map<String, CalendarEvent> events, String id, String language) {
        return Optional.ofNullable(events.get(id))
                .orElseThrow(() -> new AssertionError("no " + id + " in " + events.keySet()))
                .title()
                .texts()
                .getOrDefault(language, "");
    }

    private static List<String> titles(Map<String, CalendarEvent> events, LocalDate from, LocalDate to) {
        EventIndex index =
                EventIndex.of(List.of(new CalendarSnapshot("m", new Revision("1"), List.copyOf(events.values()))), UTC);
        return index.between(from, to).list().stream()
                .map(one -> one.event().title().texts().getOrDefault("en", ""))
                .toList();
    }
}
