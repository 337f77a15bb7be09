package org.citykit.host.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.view.EventDay;
import org.citykit.host.view.Link;
import org.citykit.host.view.MonthGrid;
import org.citykit.icalendar.dates.CalendarScale;
import org.citykit.icalendar.dates.ScaleDate;

/**
 * A month of some calendar.
 *
 * @param scale which calendar
 * @param first its first day
 * @param next the day after its last
 * @param name its name and year
 * @param otherNames what it is in the other calendars
 */
record Month(CalendarScale scale, LocalDate first, LocalDate next, String name, List<String> otherNames) {
    private static final int WEEK = 7;

    Month {
        otherNames = List.copyOf(otherNames);
    }

    /** The month of the language's first calendar that a day lies in. */
    static Month around(LocalDate day, Dates dates) {
        CalendarScale scale = dates.calendarOf(day);
        ScaleDate date = scale.dateOf(day);
        int ordinal = scale.ordinal(date.year(), date.month(), date.leapMonth());
        LocalDate first = LocalDate.ofEpochDay(scale.monthStart(date.year(), ordinal));
        LocalDate next = LocalDate.ofEpochDay(scale.monthStart(date.year(), ordinal + 1));
        return new Month(
                scale,
                first,
                next,
                dates.text().monthYear(scale, date.year(), date.month()),
                dates.besides(scale).stream()
                        .flatMap(other -> dates.months(other, first, next.minusDays(1)).stream())
                        .toList());
    }

    /** The number of a day in its month. */
    String number(LocalDate day, Language language) {
        return language.numerals().plain(scale.dateOf(day).day());
    }

    /** The month as a table of weeks, each beginning as the language's weeks do. */
    MonthGrid grid(List<EventDay> days, LocalDate today, Language language, Dates dates) {
        DayOfWeek begin = dates.text().firstDayOfWeek();
        Map<String, EventDay> withEvents =
                days.stream().collect(Collectors.toMap(EventDay::anchor, day -> day, (one, other) -> one));
        int before = Math.floorMod(first.getDayOfWeek().getValue() - begin.getValue(), WEEK);
        List<MonthGrid.Week> weeks = new ArrayList<>();
        for (LocalDate week = first.minusDays(before); week.isBefore(next); week = week.plusDays(WEEK)) {
            LocalDate monday = week;
            weeks.add(new MonthGrid.Week(IntStream.range(0, WEEK)
                    .mapToObj(monday::plusDays)
                    .map(day -> cell(day, Optional.ofNullable(withEvents.get("d-" + day)), today, language))
                    .toList()));
        }
        return new MonthGrid(
                IntStream.range(0, WEEK)
                        .mapToObj(begin::plus)
                        .map(day -> new MonthGrid.Weekday(
                                dates.text().shortWeekday(day), dates.text().weekday(day)))
                        .toList(),
                weeks);
    }

    private MonthGrid.Cell cell(LocalDate day, Optional<EventDay> events, LocalDate today, Language language) {
        boolean inside = !day.isBefore(first) && day.isBefore(next);
        String number = scale.covers(day.toEpochDay()) ? number(day, language) : "";
        return new MonthGrid.Cell(
                number,
                inside,
                day.equals(today),
                events.map(found -> new Link("#" + found.anchor(), label(found, language))));
    }

    private static String label(EventDay day, Language language) {
        String count = language.numerals().plain(day.events().size());
        return day.weekday() + " " + day.date().text() + ". "
                + Words.fill(language.words().events().onDay(), "count", count);
    }
}
