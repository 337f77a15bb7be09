package org.citykit.twinning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaySpanTests {
    @ParameterizedTest
    @CsvSource({
        "PERSIAN, 1357-11-22, 1979-02-11",
        "PERSIAN, 1373-01-01, 1994-03-21",
        "PERSIAN, 1399-12-30, 2021-03-20",
        "PERSIAN, 1403-01-01, 2024-03-20",
        "PERSIAN, 1404-01-01, 2025-03-21",
        "ISLAMIC_UMALQURA, 1445-09-01, 2024-03-11",
        "ISLAMIC_CIVIL, 0001-01-01, 0622-07-19",
        "ISLAMIC_CIVIL, 1445-01-01, 2023-07-19",
        "GREGORIAN, 2024-02-29, 2024-02-29"
    })
    void aDayOfAnyCalendarIsThatDay(CalendarSystem calendar, String edtf, LocalDate day) {
        DaySpan span = DaySpan.of(PartialDate.parse(edtf, calendar));

        assertEquals(day, LocalDate.ofEpochDay(span.first()));
        assertEquals(span.first(), span.last());
    }

    @Test
    void aYearMeansAnyOfItsDays() {
        DaySpan year1373 = DaySpan.of(PartialDate.parse("1373", CalendarSystem.PERSIAN));

        assertTrue(year1373.meets(DaySpan.of(PartialDate.year(1994))));
        assertTrue(year1373.meets(DaySpan.of(PartialDate.year(1995))));
        assertFalse(year1373.meets(DaySpan.of(PartialDate.year(1993))));
    }

    @Test
    void everyMonthAndYearIsAsLongAsItIs() {
        for (CalendarSystem calendar : CalendarSystem.values()) {
            for (String edtf :
                    new String[] {"1400", "1400-12", "1400-06", "-0001", "9999", "-9999-12", "1300", "1600-12"}) {
                DaySpan span = DaySpan.of(PartialDate.parse(edtf, calendar));
                long days = span.last() - span.first() + 1;

                assertTrue(
                        edtf.lastIndexOf('-') > 0 ? days >= 28 && days <= 31 : days >= 353 && days <= 366,
                        edtf + " " + calendar + " " + days);
            }
        }
    }

    @Test
    void aDoubtfulDateMayMeanItsNeighbours() {
        DaySpan about1993 = DaySpan.of(PartialDate.parse("1993~", CalendarSystem.GREGORIAN));

        assertTrue(about1993.meets(DaySpan.of(PartialDate.year(1994))));
        assertFalse(about1993.meets(DaySpan.of(PartialDate.year(1996))));
    }

    @Test
    void aDayThatItsMonthLacksIsItsLast() {
        DaySpan span = DaySpan.of(PartialDate.of(2023, 2, 29));

        assertEquals(LocalDate.of(2023, 2, 28), LocalDate.ofEpochDay(span.first()));
    }
}
