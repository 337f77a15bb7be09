package org.citykit.icalendar.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs from region to region, compared with CLDR as ICU4J brings it. */
class DateTextAgainstIcuTests {

    @Test
    void everyRegionBeginsItsWeekAsCldrSays() {
        for (String region : Locale.getISOCountries()) {
            int fromSunday = Calendar.getWeekDataForRegion(region).firstDayOfWeek;

            DayOfWeek first = DateText.forLanguage("en-" + region).orElseThrow().firstDayOfWeek();

            assertEquals(DayOfWeek.SUNDAY.plus(fromSunday - 1), first, region);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar-EG", "ar-SA", "ar-AE", "ar-SD", "ar-IQ", "ar-JO", "ar-LB", "ar-PS", "ar-SY", "ar-DZ", "ar-TN",
                "ar-MA", "ar-MR"
            })
    void arabicMonthsHaveTheNamesOfTheirRegion(String tag) {
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(tag + "-u-ca-gregory"));
        DateText text = DateText.forLanguage(tag).orElseThrow();

        List<String> ours = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> text.monthName(CalendarScales.GREGORIAN, month))
                .toList();

        assertEquals(List.of(symbols.getMonths(DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE)), ours);
    }
}
