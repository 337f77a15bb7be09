package org.citykit.host.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.language.Words.DateWords;
import org.citykit.host.view.DateView;
import org.citykit.icalendar.dates.CalendarScale;
import org.citykit.icalendar.dates.CalendarScales;
import org.citykit.icalendar.dates.DateText;
import org.citykit.icalendar.dates.DateText.Style;
import org.citykit.icalendar.dates.ScaleDate;
import org.citykit.icalendar.dates.UnknownDateException;

/**
 * Writes dates in one language and the calendars of the portal, the language's own calendar first. Immutable.
 *
 * <p>A date that is known to the day is the same in every calendar. A month or year is not: it is given as its source
 * counts it, and as the span that it covers in the others.
 */
public final class Dates {
    private final DateText text;
    private final DateWords words;
    private final List<CalendarScale> scales;
    private final ZoneId zone;

    /** In a language and the calendars of a portal. */
    public Dates(Language language, List<CalendarSystem> calendars, ZoneId zone) {
        this.text = DateText.forLanguage(language.tag()).orElse(DateText.ENGLISH);
        this.words = language.words().dates();
        this.zone = zone;
        CalendarSystem own = own(language);
        this.scales = Stream.concat(calendars.stream().filter(own::equals), calendars.stream())
                .distinct()
                .map(Dates::scale)
                .toList();
    }

    private static CalendarSystem own(Language language) {
        return language.locale().getLanguage().equals("fa") ? CalendarSystem.PERSIAN : CalendarSystem.GREGORIAN;
    }

    private static CalendarScale scale(CalendarSystem calendar) {
        return switch (calendar) {
            case GREGORIAN -> CalendarScales.GREGORIAN;
            case PERSIAN -> CalendarScales.PERSIAN;
            case ISLAMIC_UMALQURA -> CalendarScales.ISLAMIC_UMALQURA;
            case ISLAMIC_CIVIL -> CalendarScales.ISLAMIC_CIVIL;
        };
    }

    /** The names of days and the order of the week. */
    DateText text() {
        return text;
    }

    /** The portal's zone. */
    ZoneId zone() {
        return zone;
    }

    /** A day with day, month and year. */
    DateView day(LocalDate day) {
        return day(day, Style.MEDIUM, Function.identity());
    }

    /** A day with its weekday. */
    DateView wholeDay(LocalDate day) {
        return day(day, Style.FULL, Function.identity());
    }

    /** From one day to another. */
    public DateView days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return wholeDay(first);
        }
        List<String> spans = known(scale -> text.span(first, last, scale));
        return view(Optional.of(first.toString()), spans, first.toString());
    }

    /** A moment, as clocks in the portal's zone show it. */
    DateView moment(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        String machine = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.withNano(0));
        DateView day = day(
                local.toLocalDate(),
                Style.MEDIUM,
                date -> Words.fill(Words.fill(words.at(), "date", date), "time", text.time(local.toLocalTime())));
        return new DateView(Optional.of(machine), day.text(), day.others());
    }

    /** A time of day. */
    public String time(LocalTime time) {
        return text.time(time);
    }

    /** From something to something. */
    String range(String from, String to) {
        return Words.fill(Words.fill(words.range(), "from", from), "to", to);
    }

    /** Until a day. */
    String until(LocalDate day) {
        return Words.fill(words.until(), "date", day(day).text());
    }

    /** A date as a source gives it. */
    DateView partial(PartialDate date) {
        DateView view = isExact(date)
                ? day(scale(date.calendar()).toIso(date.year(), date.month(), date.day()), Style.MEDIUM, said(date))
                : span(date);
        if (date.wording().isEmpty()) {
            return view;
        }
        List<String> others = new ArrayList<>(view.others());
        others.add(Words.fill(words.worded(), "wording", "\u2068" + date.wording() + "\u2069"));
        return new DateView(view.machine(), view.text(), others);
    }

    /** The calendar in which months are shown around a day: the first that reaches so far. */
    CalendarScale calendarOf(LocalDate day) {
        return scales.stream()
                .filter(scale -> scale.covers(day.toEpochDay()))
                .findFirst()
                .orElse(CalendarScales.GREGORIAN);
    }

    /** The calendars besides one. */
    List<CalendarScale> besides(CalendarScale one) {
        return scales.stream().filter(scale -> !scale.equals(one)).toList();
    }

    /** The months of a calendar that some days fall into. */
    Optional<String> months(CalendarScale scale, LocalDate first, LocalDate last) {
        try {
            ScaleDate from = scale.dateOf(first);
            ScaleDate to = scale.dateOf(last);
            String end = text.monthYear(scale, to.year(), to.month());
            if (from.year() == to.year() && from.month() == to.month()) {
                return Optional.of(end);
            }
            String start = from.year() == to.year()
                    ? text.monthName(scale, from.month())
                    : text.monthYear(scale, from.year(), from.month());
            return Optional.of(range(start, end));
        } catch (UnknownDateException beyond) {
            return Optional.empty();
        }
    }

    private DateView day(LocalDate day, Style style, Function<String, String> around) {
        List<String> dates = new ArrayList<>(known(scale -> text.date(day, scale, Style.MEDIUM)));
        if (!dates.isEmpty()) {
            dates.set(0, around.apply(text.date(day, calendarOf(day), style)));
        }
        return view(Optional.of(day.toString()), dates, around.apply(text.digits(day.toString())));
    }

    private List<String> known(Function<CalendarScale, String> writer) {
        return scales.stream()
                .flatMap(scale -> ifKnown(() -> writer.apply(scale)).stream())
                .toList();
    }

    private static Optional<String> ifKnown(Supplier<String> writer) {
        try {
            return Optional.of(writer.get());
        } catch (UnknownDateException beyond) {
            return Optional.empty();
        }
    }

    private static DateView view(Optional<String> machine, List<String> texts, String otherwise) {
        return texts.isEmpty()
                ? new DateView(machine, otherwise, List.of())
                : new DateView(machine, texts.get(0), texts.subList(1, texts.size()));
    }

    private static boolean isExact(PartialDate date) {
        return date.isComplete()
                && ifKnown(() -> scale(date.calendar())
                                .toIso(date.year(), date.month(), date.day())
                                .toString())
                        .isPresent();
    }

    private Function<String, String> said(PartialDate date) {
        return text -> {
            String approximate = date.approximate() ? Words.fill(words.about(), "date", text) : text;
            return date.uncertain() ? Words.fill(words.doubtful(), "date", approximate) : approximate;
        };
    }

    private DateView span(PartialDate date) {
        CalendarScale own = scale(date.calendar());
        if (date.isComplete() || date.year() < own.firstYear() || date.year() > own.lastYear()) {
            return new DateView(Optional.empty(), text.digits(date.edtf()), List.of());
        }
        boolean month = date.month() != 0;
        int firstMonth = month ? date.month() : 1;
        int lastMonth = month ? date.month() : own.monthsInYear(date.year());
        LocalDate first = LocalDate.ofEpochDay(own.monthStart(date.year(), firstMonth));
        LocalDate last = LocalDate.ofEpochDay(own.monthStart(date.year(), lastMonth + 1) - 1);
        String itself = month ? text.monthYear(own, date.year(), date.month()) : year(own, text.digits(date.year()));
        List<String> others = besides(own).stream()
                .flatMap(scale -> (month ? months(scale, first, last) : years(scale, first, last)).stream())
                .toList();
        boolean readable = date.calendar() == CalendarSystem.GREGORIAN && date.year() > 0;
        Optional<String> machine = readable
                ? Optional.of(new PartialDate(date.calendar(), date.year(), date.month(), date.day(), false, false, "")
                        .edtf())
                : Optional.empty();
        return new DateView(machine, said(date).apply(itself), others);
    }

    private Optional<String> years(CalendarScale scale, LocalDate first, LocalDate last) {
        return ifKnown(() -> {
            int from = scale.dateOf(first).year();
            int to = scale.dateOf(last).year();
            String years = from == to ? text.digits(from) : range(text.digits(from), text.digits(to));
            return year(scale, years);
        });
    }

    private String year(CalendarScale scale, String years) {
        String pattern = scale.equals(CalendarScales.GREGORIAN)
                ? words.gregorianYear()
                : scale.equals(CalendarScales.PERSIAN) ? words.persianYear() : words.islamicYear();
        return Words.fill(pattern, "year", years);
    }
}
