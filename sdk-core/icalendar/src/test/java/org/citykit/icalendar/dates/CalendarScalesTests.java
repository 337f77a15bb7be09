package org.citykit.icalendar.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citykit.icalendar.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarScalesTests {

    @Test
    void namesThatStandForNoSingleCalendarAreUnknown() {
        assertEquals(Optional.empty(), CalendarScales.named("ISLAMIC"));
        assertEquals(Optional.empty(), CalendarScales.named("ISLAMIC-RGSA"));
        assertEquals(Optional.of(CalendarScales.PERSIAN), CalendarScales.named("persian"));
    }

    @Test
    void datesThatDoNotExistAreRefused() {
        assertThrows(UnknownDateException.class, () -> CalendarScales.PERSIAN.toIso(1404, 12, 30));
        assertThrows(UnknownDateException.class, () -> CalendarScales.PERSIAN.toIso(1404, 13, 1));
        assertThrows(UnknownDateException.class, () -> CalendarScales.ISLAMIC_UMALQURA.toIso(1601, 1, 1));
        assertThrows(
                UnknownDateException.class, () -> CalendarScales.ISLAMIC_UMALQURA.dateOf(LocalDate.of(1700, 1, 1)));
        assertThrows(UnknownDateException.class, () -> CalendarScales.HEBREW.toIso(new ScaleDate(5775, 5, true, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "PERSIAN, 1357, 11, 22, 1979-02-11",
        "PERSIAN, 1403, 12, 30, 2025-03-20",
        "PERSIAN, 1405, 1, 1, 2026-03-21",
        "PERSIAN, 1300, 1, 1, 1921-03-21",
        "ISLAMIC-UMALQURA, 1445, 9, 1, 2024-03-11",
        "ISLAMIC-UMALQURA, 1300, 1, 1, 1882-11-12",
        "ISLAMIC-CIVIL, 1, 1, 1, 0622-07-19",
        "ISLAMIC-TBLA, 1, 1, 1, 0622-07-18",
        "HEBREW, 5785, 1, 1, 2024-10-03",
        "HEBREW, 5784, 6, 14, 2024-03-24",
        "COPTIC, 1741, 1, 1, 2024-09-11",
        "ETHIOPIC, 2016, 1, 1, 2023-09-12",
        "ETHIOPIC, 2015, 13, 6, 2023-09-11",
        "INDIAN, 1946, 1, 1, 2024-03-21",
        "INDIAN, 1945, 1, 1, 2023-03-22",
        "GREGORIAN, 2024, 2, 29, 2024-02-29",
        "GREGORIAN, 0, 3, 1, 0000-03-01",
    })
    void knownDaysHaveTheirKnownDates(String scale, int year, int month, int day, LocalDate iso) {
        CalendarScale found = CalendarScales.named(scale).orElseThrow();

        assertEquals(iso, found.toIso(year, month, day));
        assertEquals(new ScaleDate(year, month, false, day), found.dateOf(iso));
    }

    @Test
    void everyDayOfTwoCenturiesGoesThereAndBackInEveryScale() {
        for (CalendarScale scale : CalendarScales.all()) {
            ScaleDate before = scale.dateOf(LocalDate.of(1900, 1, 1).toEpochDay() - 1);
            for (long day = LocalDate.of(1900, 1, 1).toEpochDay();
                    day < LocalDate.of(2100, 1, 1).toEpochDay();
                    day++) {
                ScaleDate date = scale.dateOf(day);
                assertEquals(day, scale.toIso(date).toEpochDay(), scale.name());
                boolean nextDay = date.day() == before.day() + 1 && date.month() == before.month();
                assertTrue(nextDay || date.day() == 1, () -> scale.name() + " " + date);
                before = date;
            }
        }
    }

    @Test
    void monthsAreCountedThroughTheYears() {
        for (CalendarScale scale : CalendarScales.all()) {
            int year = scale.yearOf(LocalDate.of(1990, 1, 1).toEpochDay());
            long index = scale.monthIndex(year, 1);
            for (int i = 0; i < 40; i++, year++) {
                for (int ordinal = 1; ordinal <= scale.monthsInYear(year); ordinal++) {
                    assertEquals(index, scale.monthIndex(year, ordinal), scale.name());
                    assertEquals(year, scale.yearOfMonth(index), scale.name());
                    index++;
                }
            }
        }
    }

    @Test
    void nowruzIsTheDayOfTheEquinoxInTehranFrom1300To1500() {
        for (int year = 1300; year <= 1500; year++) {
            long computed = Equinox.nowruz(year + 621);

            assertEquals(
                    LocalDate.ofEpochDay(computed),
                    LocalDate.ofEpochDay(CalendarScales.PERSIAN.yearStart(year)),
                    "1 Farvardin " + year);
        }
    }

    @Test
    void theHolidaysOfIranFallOnTheirPersianDates() throws IOException {
        String json = Files.readString(SharedData.require("calendar/holidays/IR_COMMON.json"), StandardCharsets.UTF_8);
        int checked = 0;
        Matcher entry =
                Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\d)\": \"([^\"]*)\"").matcher(json);
        while (entry.find()) {
            LocalDate day = LocalDate.parse(entry.group(1));
            ScaleDate date = CalendarScales.PERSIAN.dateOf(day);
            for (String name : entry.group(2).split("; ", -1)) {
                if (name.equals("Nowruz")) {
                    assertEquals("1-1", date.month() + "-" + date.day(), entry.group());
                    checked++;
                } else if (name.equals("Islamic Revolution Day")) {
                    assertEquals("11-22", date.month() + "-" + date.day(), entry.group());
                    checked++;
                }
            }
        }

        SharedData.report("holidays of Iran" + ": " + checked + " agree");
        assertTrue(checked > 80);
    }

    @Test
    void leapYearsOfThePersianCycleAreKnown() {
        for (int leap : new int[] {1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408}) {
            assertEquals(366, CalendarScales.PERSIAN.yearLength(leap));
            assertFalse(CalendarScales.PERSIAN.yearLength(leap + 1) == 366);
        }
    }
}
