package org.citykit.icalendar.dates;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Asks ICU4J for the months of a year. The only class that names ICU4J. */
final class IcuMonths implements IntFunction<LunisolarYear> {
    private static final long DAY = 86_400_000;
    private static final int SHORT_MONTH = 29;

    private final ULocale calendar;

    private IcuMonths(ULocale calendar) {
        this.calendar = calendar;
    }

    static IcuMonths of(String calendar) {
        return new IcuMonths(new ULocale("und@calendar=" + calendar));
    }

    @Override
    public LunisolarYear apply(int year) {
        Calendar days = Calendar.getInstance(TimeZone.GMT_ZONE, calendar);
        days.clear();
        days.set(Calendar.EXTENDED_YEAR, year);
        days.set(Calendar.MONTH, 0);
        days.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        days.set(Calendar.DAY_OF_MONTH, 1);
        long day = Math.floorDiv(days.getTimeInMillis(), DAY);
        long[] starts = new long[14];
        int[] codes = new int[13];
        int count = 0;
        int ofYear = year;
        while (ofYear == year) {
            starts[count] = day;
            codes[count++] =
                    (days.get(Calendar.MONTH) + 1) * 2 + (days.get(ChineseCalendar.IS_LEAP_MONTH) == 1 ? 1 : 0);
            day += SHORT_MONTH;
            days.setTimeInMillis(day * DAY);
            if (days.get(Calendar.DAY_OF_MONTH) != 1) {
                days.setTimeInMillis(++day * DAY);
            }
            ofYear = days.get(Calendar.EXTENDED_YEAR);
        }
        starts[count] = day;
        return new LunisolarYear(Arrays.copyOf(starts, count + 1), Arrays.copyOf(codes, count));
    }
}
