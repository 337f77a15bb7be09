package org.citykit.host.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citykit.host.language.Words;
import org.citykit.host.view.DateView;

/**
 * The span of days that a page of events shows.
 *
 * @param first its first day
 * @param next the day after its last
 * @param name what it is called
 * @param otherNames what it is in the other calendars
 * @param before a day in the span before it; absent for a list, which has pages
 */
record Period(LocalDate first, LocalDate next, String name, List<String> otherNames, Optional<LocalDate> before) {
    private static final int WEEK = 7;
    private static final int LIST_YEARS = 2;

    Period {
        otherNames = List.copyOf(otherNames);
    }

    static Period of(Layout layout, LocalDate on, Dates dates, Words words) {
        return switch (layout) {
            case MONTH -> {
                Month month = Month.around(on, dates);
                yield new Period(
                        month.first(),
                        month.next(),
                        month.name(),
                        month.otherNames(),
                        Optional.of(month.first().minusDays(1)));
            }
            case WEEK -> {
                int passed = on.getDayOfWeek().getValue()
                        - dates.text().firstDayOfWeek().getValue();
                LocalDate first = on.minusDays(Math.floorMod(passed, WEEK));
                yield days(first, first.plusDays(WEEK), dates.days(first, first.plusDays(WEEK - 1)));
            }
            case DAY -> days(on, on.plusDays(1), dates.wholeDay(on));
            case LIST -> {
                DateView from = dates.wholeDay(on);
                String name = Words.fill(words.events().from(), "date", from.text());
                yield new Period(on, on.plusYears(LIST_YEARS), name, from.others(), Optional.empty());
            }
        };
    }

    private static Period days(LocalDate first, LocalDate next, DateView name) {
        long length = next.toEpochDay() - first.toEpochDay();
        return new Period(first, next, name.text(), name.others(), Optional.of(first.minusDays(length)));
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(next);
    }
}
