package org.citykit.host.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.view.EventCard;
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
    private static final int MOST_TITLES = 3;

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

    /**
     * The month as a table of weeks, each beginning as the language's weeks do.
     *
     * @param days those with events
     * @param address of the page of a day
     */
    MonthGrid grid(List<EventDay> days, LocalDate today, Phrasing phrasing, Function<LocalDate, String> address) {
        Dates dates = phrasing.dates();
        DayOfWeek begin = dates.text().firstDayOfWeek();
        Map<String, EventDay> withEvents =
                days.stream().collect(Collectors.toMap(EventDay::anchor, day -> day, (one, other) -> one));
        int before = Math.floorMod(first.getDayOfWeek().getValue() - begin.getValue(), WEEK);
        List<MonthGrid.Week> weeks = new ArrayList<>();
        for (LocalDate week = first.minusDays(before); week.isBefore(next); week = week.plusDays(WEEK)) {
            LocalDate start = week;
            weeks.add(new MonthGrid.Week(IntStream.range(0, WEEK)
                    .mapToObj(start::plusDays)
                    .map(day -> cell(day, Optional.ofNullable(withEvents.get("d-" + day)), today, phrasing, address))
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

    private MonthGrid.Cell cell(
            LocalDate day,
            Optional<EventDay> events,
            LocalDate today,
            Phrasing phrasing,
            Function<LocalDate, String> address) {
        boolean inside = !day.isBefore(first) && day.isBefore(next);
        Language language = phrasing.language();
        List<EventCard> all = events.map(EventDay::events).orElse(List.of());
        int hidden = Math.max(0, all.size() - MOST_TITLES);
        return new MonthGrid.Cell(
                scale.covers(day.toEpochDay()) ? number(day, language) : "",
                other(day, phrasing),
                inside,
                day.equals(today),
                events.map(found -> new Link(address.apply(day), label(found, language))),
                all.subList(0, all.size() - hidden),
                hidden == 0
                        ? Optional.empty()
                        : Optional.of(Words.fill(
                                language.words().events().more(),
                                "count",
                                language.numerals().plain(hidden))));
    }

    /** The day in the next of the portal's calendars; its month is named on its first day and on the first of this month. */
    private String other(LocalDate day, Phrasing phrasing) {
        Optional<CalendarScale> beside = phrasing.dates().besides(scale).stream()
                .filter(other -> other.covers(day.toEpochDay()))
                .findFirst();
        return beside.map(other -> {
                    ScaleDate date = other.dateOf(day);
                    String number = phrasing.language().numerals().plain(date.day());
                    boolean named = date.day() == 1 || day.equals(first);
                    return named ? number + " " + phrasing.dates().text().monthName(other, date.month()) : number;
                })
                .orElse("");
    }

    private static String label(EventDay day, Language language) {
        String count = language.numerals().plain(day.events().size());
        return day.weekday() + " " + day.date().text() + ". "
                + Words.fill(language.words().events().onDay(), "count", count);
    }
}
