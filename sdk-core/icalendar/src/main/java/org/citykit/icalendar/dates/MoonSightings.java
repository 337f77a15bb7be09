package org.citykit.icalendar.dates;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first days of months as an authority announced them, where they differ from a computed calendar. Immutable.
 *
 * <p>Put over a scale it gives a scale of the same name, for display and, by {@code RecurrenceRule.countedIn}, for
 * expansion. Months that nobody announced stay as computed, so the month before an announced one may become a day longer
 * or shorter than any real one; announce it too where that matters.
 */
public final class MoonSightings {
    private static final int MOST_DAYS_MOVED = 2;

    private final Map<Integer, Long> firstDays;

    private MoonSightings(Map<Integer, Long> firstDays) {
        this.firstDays = Map.copyOf(firstDays);
    }

    /**
     * Returns no announcement at all.
     *
     * @return an empty value
     */
    public static MoonSightings none() {
        return new MoonSightings(Map.of());
    }

    /**
     * Adds the announcement of one month, in place of an earlier one.
     *
     * @param year the year, as 1447
     * @param month the number of the month, 1 to 12
     * @param firstDay the day that was announced as its first
     * @return a new value
     * @throws IllegalArgumentException if the month is none
     */
    public MoonSightings with(int year, int month, LocalDate firstDay) {
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("A month is numbered 1 to 12: " + month);
        }
        Map<Integer, Long> more = new TreeMap<>(firstDays);
        more.put(year * 12 + month - 1, firstDay.toEpochDay());
        return new MoonSightings(more);
    }

    /**
     * Puts the announcements over a calendar of twelve months.
     *
     * @param computed the calendar, as {@link CalendarScales#ISLAMIC_UMALQURA}
     * @return a calendar of the same name
     * @throws UnknownDateException if a month is outside of the calendar, or announced more than two days from its
     *     computed beginning, which is always a mistake
     */
    public CalendarScale over(CalendarScale computed) {
        firstDays.forEach((index, day) -> check(computed, index / 12, index % 12 + 1, day));
        return firstDays.isEmpty() ? computed : new ObservedScale(computed, firstDays);
    }

    private static void check(CalendarScale computed, int year, int month, long day) {
        boolean known = year >= computed.firstYear() && year <= computed.lastYear();
        if (!known || Math.abs(computed.monthStart(year, month) - day) > MOST_DAYS_MOVED) {
            throw new UnknownDateException("Month " + month + " of " + year + " cannot begin on "
                    + LocalDate.ofEpochDay(day) + " in the calendar " + computed.name()
                    + (known
                            ? ": it is computed for " + LocalDate.ofEpochDay(computed.monthStart(year, month)) + "."
                            : ": the year is outside of it."));
        }
    }
}
