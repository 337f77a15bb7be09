package org.citykit.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "94",
                "1994-5",
                "1994-13",
                "1994-00-01",
                "1994-02-30",
                "1994-06-31",
                "۱۳۷۳",
                "1994/1995",
                "next year"
            })
    void whatIsNoDateIsRefused(String text) {
        assertThrows(InvalidValueException.class, () -> PartialDate.parse(text, CalendarSystem.GREGORIAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1994", "1994-05", "1994-05-01", "1994?", "1994-05~", "1994-05-01%", "-0044-03-15", "0001"})
    void everyPrecisionReadsAndWritesItself(String edtf) {
        assertEquals(edtf, PartialDate.parse(edtf, CalendarSystem.GREGORIAN).edtf());
    }

    @Test
    void monthsAreAsLongAsTheirCalendarMakesThem() {
        assertTrue(PartialDate.parse("1373-02-31", CalendarSystem.PERSIAN).isComplete());
        assertThrows(InvalidValueException.class, () -> PartialDate.parse("1373-07-31", CalendarSystem.PERSIAN));
        assertThrows(
                InvalidValueException.class, () -> PartialDate.parse("1445-09-31", CalendarSystem.ISLAMIC_UMALQURA));
    }

    @Test
    void aDayWithoutItsMonthIsRefused() {
        assertThrows(
                InvalidValueException.class,
                () -> new PartialDate(CalendarSystem.GREGORIAN, 1994, 0, 1, false, false, ""));
    }

    @ParameterizedTest
    @EnumSource(CalendarSystem.class)
    void theWordingOfTheSourceIsKept(CalendarSystem calendar) {
        PartialDate date = PartialDate.parse("1373", calendar).worded("نخستین پس از انقلاب");

        assertEquals("نخستین پس از انقلاب", date.wording());
        assertEquals(calendar, date.calendar());
        assertFalse(date.isComplete());
    }
}
