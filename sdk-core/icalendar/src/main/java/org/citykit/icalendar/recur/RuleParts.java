package org.citykit.icalendar.recur;

import java.util.List;
import org.citykit.icalendar.dates.CalendarScale;
import org.citykit.icalendar.dates.CalendarScales;
import org.citykit.icalendar.time.DateOrDateTime;
import org.jspecify.annotations.Nullable;

/** The parts of a rule while and after it is read; never changed once a {@link RecurrenceRule} holds it. */
final class RuleParts {
    static final int[] NONE = {};

    Frequency frequency = Frequency.DAILY;
    int interval = 1;
    /** 0 for no limit. */
    int count;

    @Nullable
    DateOrDateTime until;

    CalendarScale scale = CalendarScales.GREGORIAN;
    boolean scaleNamed;
    Skip skip = Skip.OMIT;
    /** 0 for Monday to 6 for Sunday. */
    int weekStart;

    int[] bySecond = NONE;
    int[] byMinute = NONE;
    int[] byHour = NONE;
    List<WeekdayPart> byDay = List.of();
    /** The weekdays of {@link #byDay}, 0 for Monday, and their ordinals. */
    int[] weekdays = NONE;

    int[] weekdayOrdinals = NONE;
    int[] byMonthDay = NONE;
    int[] byYearDay = NONE;
    int[] byWeekNo = NONE;
    /** Each the number of the month doubled, plus 1 for a leap month. */
    int[] byMonth = NONE;

    int[] bySetPos = NONE;
}
