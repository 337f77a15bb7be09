package org.citykit.icalendar.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citykit.icalendar.dates.DateText.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTests {
    private static final LocalDate NOWRUZ = LocalDate.of(2026, 3, 21);

    @Test
    void anotherLanguageOrCalendarHasNoNames() {
        assertEquals(Optional.empty(), DateText.forLanguage("de"));
        assertThrows(
                UnknownDateException.class, () -> DateText.ENGLISH.date(NOWRUZ, CalendarScales.HEBREW, Style.FULL));
        assertThrows(UnknownDateException.class, () -> DateText.ENGLISH.monthYear(CalendarScales.PERSIAN, 1405, 13));
    }

    @ParameterizedTest
    @CsvSource({
        "fa, PERSIAN, FULL, شنبه ۱ فروردین ۱۴۰۵",
        "fa, PERSIAN, MEDIUM, ۱ فروردین ۱۴۰۵",
        "fa, GREGORIAN, FULL, شنبه ۲۱ مارس ۲۰۲۶",
        "fa, ISLAMIC-UMALQURA, MEDIUM, ۲ شوال ۱۴۴۷",
        "ar, GREGORIAN, FULL, السبت، ٢١ مارس ٢٠٢٦",
        "ar, ISLAMIC-UMALQURA, MEDIUM, ٢ شوال ١٤٤٧ هـ",
        "ar, PERSIAN, MEDIUM, ١ فروردين ١٤٠٥ هـ.ش",
        "ar-AE, GREGORIAN, MEDIUM, 21 مارس 2026",
        "fa-AF, PERSIAN, FULL, شنبه ۱ حمل ۱۴۰۵",
        "ps, PERSIAN, FULL, اونۍ ۱ وری ۱۴۰۵",
        "ps-AF, GREGORIAN, MEDIUM, ۲۱ مارچ ۲۰۲۶",
        "ckb, PERSIAN, FULL, شەممە، ١ی خاکەلێوەی ١٤٠٥",
        "ckb-IQ, GREGORIAN, MEDIUM, ٢١ی ئازاری ٢٠٢٦",
        "ur, GREGORIAN, FULL, ہفتہ، 21 مارچ 2026",
        "ur-IN, ISLAMIC-UMALQURA, MEDIUM, ۲ شوال ۱۴۴۷",
        "en, PERSIAN, FULL, Saturday 1 Farvardin 1405",
        "en, GREGORIAN, MEDIUM, 21 March 2026",
        "en, ISLAMIC-UMALQURA, FULL, Saturday 2 Shawwal 1447",
    })
    void aDateStandsInItsNaturalOrder(String language, String scale, Style style, String expected) {
        DateText text = DateText.forLanguage(language).orElseThrow();

        assertEquals(expected, text.date(NOWRUZ, CalendarScales.named(scale).orElseThrow(), style));
    }

    @Test
    void twoCalendarsStandSideBySide() {
        assertEquals(
                "Saturday 1 Farvardin 1405 / 21 March 2026",
                DateText.ENGLISH.dualDate(NOWRUZ, CalendarScales.PERSIAN, CalendarScales.GREGORIAN, Style.FULL));
    }

    @Test
    void calendarsThatDoNotReachADayAreLeftOut() {
        List<CalendarScale> all =
                List.of(CalendarScales.PERSIAN, CalendarScales.ISLAMIC_UMALQURA, CalendarScales.GREGORIAN);

        assertEquals(
                "Saturday 1 Farvardin 1405 / 2 Shawwal 1447 / 21 March 2026",
                DateText.ENGLISH.dates(NOWRUZ, all, Style.FULL));
        assertEquals(
                "Tuesday 11 Dey 1228 / 1 January 1850",
                DateText.ENGLISH.dates(LocalDate.of(1850, 1, 1), all, Style.FULL));
        assertEquals("\u2068x\u2069", DateText.isolated("x"));
    }

    @Test
    void everyLanguageHasAllNames() {
        for (String tag : List.of("fa", "fa-AF", "ar", "ps", "ckb", "ur", "en")) {
            DateText text = DateText.forLanguage(tag).orElseThrow();
            for (CalendarScale scale :
                    List.of(CalendarScales.GREGORIAN, CalendarScales.PERSIAN, CalendarScales.ISLAMIC_UMALQURA)) {
                Set<String> names = new HashSet<>();
                for (int month = 1; month <= 12; month++) {
                    names.add(text.monthName(scale, month));
                }
                assertEquals(12, names.size(), tag);
                assertThrows(UnknownDateException.class, () -> text.monthName(scale, 13));
            }
            Set<String> weekdays = new HashSet<>();
            for (DayOfWeek day : DayOfWeek.values()) {
                weekdays.add(text.weekday(day));
            }
            assertEquals(7, weekdays.size(), tag);
        }
    }

    @ParameterizedTest
    @CsvSource({"fa, ۰۹:۰۵", "ar, ٠٩:٠٥", "en, 09:05"})
    void aTimeHasTheDigitsOfItsLanguage(String language, String expected) {
        assertEquals(expected, DateText.forLanguage(language).orElseThrow().time(LocalTime.of(9, 5, 59)));
    }

    @ParameterizedTest
    @CsvSource({
        "fa, SATURDAY",
        "fa-IR, SATURDAY",
        "ar, SATURDAY",
        "ar-SA, SUNDAY",
        "ar-AE, MONDAY",
        "ar-EG, SATURDAY",
        "ps-AF, SATURDAY",
        "ckb, SATURDAY",
        "ur, SUNDAY",
        "ur-PK, SUNDAY",
        "en, MONDAY",
        "en-US, SUNDAY",
        "en-GB, MONDAY"
    })
    void theWeekBeginsWhereItDoes(String language, DayOfWeek expected) {
        assertEquals(expected, DateText.forLanguage(language).orElseThrow().firstDayOfWeek());
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2026-03-21, 2026-03-24, 21–24 March 2026",
        "en, 2026-03-21, 2026-04-02, 21 March – 2 April 2026",
        "en, 2026-12-30, 2027-01-02, 30 December 2026 – 2 January 2027",
        "en, 2026-03-21, 2026-03-21, 21 March 2026",
        "fa, 2026-03-21, 2026-03-24, ۲۱ تا ۲۴ مارس ۲۰۲۶",
        "ar, 2026-03-21, 2026-03-24, ٢١–٢٤ مارس ٢٠٢٦"
    })
    void aSpanSaysOnceWhatItsEndsHaveInCommon(String language, LocalDate first, LocalDate last, String expected) {
        DateText text = DateText.forLanguage(language).orElseThrow();

        assertEquals(expected, text.span(first, last, CalendarScales.GREGORIAN));
    }

    @Test
    void aSpanIsThatOfItsCalendar() {
        DateText persian = DateText.forLanguage("fa").orElseThrow();

        assertEquals(
                "۲۹ اسفند ۱۴۰۴ تا ۴ فروردین ۱۴۰۵",
                persian.span(NOWRUZ.minusDays(1), NOWRUZ.plusDays(3), CalendarScales.PERSIAN));
    }

    @Test
    void titlesAndWeekdaysHaveTheirNames() {
        DateText persian = DateText.forLanguage("fa").orElseThrow();

        assertEquals("فروردین ۱۴۰۵", persian.monthYear(CalendarScales.PERSIAN, 1405, 1));
        assertEquals("چهارشنبه", persian.weekday(DayOfWeek.WEDNESDAY));
        assertEquals("ج", persian.shortWeekday(DayOfWeek.FRIDAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fa-IR-u-ca-persian-nu-arabext", "ar-SA-u-ca-islamic-umalqura", "th-TH-u-ca-buddhist", "tr-TR"})
    void theDefaultLocaleChangesNothing(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));

            assertEquals("Saturday 21 March 2026", DateText.ENGLISH.date(NOWRUZ, CalendarScales.GREGORIAN, Style.FULL));
            assertEquals(Optional.of(CalendarScales.INDIAN), CalendarScales.named("indian"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
