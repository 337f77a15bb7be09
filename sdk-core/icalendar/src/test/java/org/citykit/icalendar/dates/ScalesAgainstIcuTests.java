package org.citykit.icalendar.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares every scale with the calendars of ICU4J, which were written by others. */
class ScalesAgainstIcuTests {
    private static final long DAY = 86_400_000;

    @ParameterizedTest
    @CsvSource({
        "GREGORIAN, gregorian, 1600-01-01, 2600-01-01, 1",
        "PERSIAN, persian, 1821-03-21, 2122-03-21, 1",
        "ISLAMIC-UMALQURA, islamic-umalqura, 1882-11-12, 2174-11-25, 1",
        "ISLAMIC-CIVIL, islamic-civil, 0700-01-01, 4000-01-01, 3",
        "ISLAMIC-TBLA, islamic-tbla, 0700-01-01, 4000-01-01, 3",
        "HEBREW, hebrew, 1000-01-01, 4000-01-01, 3",
        "COPTIC, coptic, 0400-01-01, 4000-01-01, 3",
        "ETHIOPIC, ethiopic, 0400-01-01, 4000-01-01, 3",
        "ETHIOPIC-AMETE-ALEM, ethiopic-amete-alem, 0400-01-01, 4000-01-01, 3",
        "INDIAN, indian, 0400-01-01, 4000-01-01, 3",
        "CHINESE, chinese, 1850-02-12, 2250-01-01, 2",
        "DANGI, dangi, 1850-02-12, 2250-01-01, 2",
    })
    void everyDayHasTheSameDate(String name, String icuName, LocalDate from, LocalDate to, int step) {
        CalendarScale scale = CalendarScales.named(name).orElseThrow();
        Calendar icu = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("und@calendar=" + icuName));
        boolean counted = !name.equals("CHINESE") && !name.equals("DANGI");
        for (long day = from.toEpochDay(); day < to.toEpochDay(); day += step) {
            icu.setTimeInMillis(day * DAY);

            ScaleDate date = scale.dateOf(day);

            long at = day;
            assertEquals(expected(name, icu, counted, date.year()), date, () -> "on " + LocalDate.ofEpochDay(at));
        }
    }

    private static ScaleDate expected(String name, Calendar icu, boolean counted, int ourYear) {
        int month = icu.get(Calendar.MONTH) + 1;
        boolean leap = !counted && icu.get(ChineseCalendar.IS_LEAP_MONTH) == 1;
        int year = counted ? icu.get(Calendar.EXTENDED_YEAR) : ourYear;
        if (name.equals("HEBREW")) {
            // ICU numbers Adar I as 6 and leaves 6 out in other years; RFC 7529 calls it 5L.
            leap = month == 6;
            month = month >= 6 ? month - 1 : month;
        } else if (name.equals("ETHIOPIC-AMETE-ALEM")) {
            year = icu.get(Calendar.YEAR);
        }
        return new ScaleDate(year, month, leap, icu.get(Calendar.DAY_OF_MONTH));
    }
}
