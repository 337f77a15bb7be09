package org.citykit.host.content;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citykit.api.Audience;
import org.citykit.api.GeoPoint;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.Place;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;
import org.citykit.events.Occurrence;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.language.Words.EventWords;
import org.citykit.host.view.Address;
import org.citykit.host.view.EventCard;
import org.citykit.host.view.EventDay;
import org.citykit.host.view.EventView;
import org.citykit.host.view.Link;

/** Makes what the pages show of events, in one language. */
final class EventViews {
    private static final int FURTHER_DATES = 6;
    private static final int YEARS_AHEAD = 5;
    private static final int LONGEST_ON_EACH_DAY = 14;

    private final EventIndex index;
    private final Phrasing phrasing;
    private final Language language;
    private final Dates dates;
    private final EventWords words;
    private final EventLinks links;
    private final LocalDate today;
    private final ZoneId zone;

    EventViews(EventIndex index, Phrasing phrasing, EventLinks links, Instant now) {
        this.links = links;
        this.index = index;
        this.phrasing = phrasing;
        this.language = phrasing.language();
        this.dates = phrasing.dates();
        this.words = phrasing.words().events();
        this.zone = dates.zone();
        this.today = now.atZone(zone).toLocalDate();
    }

    /** The next days on which something begins. */
    List<EventDay> next(int days, int most) {
        List<Occurrence> beginning = index.between(today, today.plusDays(days)).list().stream()
                .filter(occurrence -> !occurrence.firstDay(zone).isBefore(today))
                .limit(most)
                .toList();
        return byDay(beginning);
    }

    /** What began before today and goes on. */
    List<EventCard> ongoing(int most) {
        return ongoing(index.between(today, today.plusDays(1)).list(), today).stream()
                .limit(most)
                .toList();
    }

    /** How many times something takes place in the next days. */
    int countNext(int days) {
        return index.between(today, today.plusDays(days)).limit(0).find().total();
    }

    /** What began before a day. */
    List<EventCard> ongoing(List<Occurrence> occurrences, LocalDate first) {
        return occurrences.stream()
                .filter(occurrence -> occurrence.firstDay(zone).isBefore(first))
                .map(this::card)
                .toList();
    }

    /** What began before a day and stands only on its first, as {@link #eachDay} has it. */
    List<EventCard> ongoingOffDays(List<Occurrence> occurrences, LocalDate first) {
        return ongoing(
                occurrences.stream()
                        .filter(occurrence -> !standsOnEachDay(occurrence))
                        .toList(),
                first);
    }

    /** Occurrences by the day on which they begin. */
    List<EventDay> byDay(List<Occurrence> occurrences) {
        return byDay(occurrences, occurrence -> Stream.of(occurrence.firstDay(zone)));
    }

    /**
     * Occurrences by all the days on which they take place, as far as they lie in a span: what lasts weeks stands on its
     * first day alone, and so does what only goes on past midnight.
     */
    List<EventDay> eachDay(List<Occurrence> occurrences, LocalDate first, LocalDate next) {
        return byDay(
                occurrences,
                occurrence -> occurrence
                        .firstDay(zone)
                        .datesUntil(
                                standsOnEachDay(occurrence)
                                        ? occurrence.lastDay(zone).plusDays(1)
                                        : occurrence.firstDay(zone).plusDays(1))
                        .filter(day -> !day.isBefore(first) && day.isBefore(next)));
    }

    private List<EventDay> byDay(List<Occurrence> occurrences, Function<Occurrence, Stream<LocalDate>> on) {
        Map<LocalDate, List<EventCard>> days = new TreeMap<>();
        for (Occurrence occurrence : occurrences) {
            EventCard card = card(occurrence);
            on.apply(occurrence)
                    .forEach(day ->
                            days.computeIfAbsent(day, none -> new ArrayList<>()).add(card));
        }
        return days.entrySet().stream()
                .map(day -> day(day.getKey(), day.getValue()))
                .toList();
    }

    private boolean standsOnEachDay(Occurrence occurrence) {
        long days = ChronoUnit.DAYS.between(occurrence.firstDay(zone), occurrence.lastDay(zone)) + 1;
        return days <= LONGEST_ON_EACH_DAY && !isWithinADay(occurrence);
    }

    private static boolean isWithinADay(Occurrence occurrence) {
        return occurrence.end().isBefore(occurrence.start().plusDays(1));
    }

    EventDay day(LocalDate day, List<EventCard> cards) {
        return new EventDay(
                "d-" + day,
                dates.day(day),
                Month.around(day, dates).number(day, language),
                dates.text().weekday(day.getDayOfWeek()),
                day.equals(today),
                cards);
    }

    private EventCard card(Occurrence occurrence) {
        CalendarEvent event = occurrence.event();
        return new EventCard(
                href(occurrence),
                phrasing.passage(event.title()),
                kind(event.kind()),
                shortTime(occurrence),
                event.place().map(place -> phrasing.passage(place.name())),
                event.status() == EventStatus.CONFIRMED
                        ? Optional.empty()
                        : Optional.ofNullable(
                                language.labels().events().status().get(event.status())),
                event.status() == EventStatus.CANCELLED);
    }

    private String href(Occurrence occurrence) {
        Address address = Address.of(language, "events", occurrence.entry().id());
        boolean recurs = occurrence.event().recurrence().isPresent();
        return (recurs ? address.with("on", occurrence.firstDay(zone).toString()) : address).toString();
    }

    /** The time for a list: of several days only the last, of a night both times. */
    private String shortTime(Occurrence occurrence) {
        LocalDate last = occurrence.lastDay(zone);
        if (!last.isAfter(occurrence.firstDay(zone))) {
            return time(occurrence);
        }
        return isWithinADay(occurrence)
                ? dates.range(clock(occurrence.start()), clock(occurrence.end()))
                : dates.until(last);
    }

    private String clock(ZonedDateTime moment) {
        return dates.time(moment.withZoneSameInstant(zone).toLocalTime());
    }

    private String time(Occurrence occurrence) {
        ZonedDateTime start = occurrence.start().withZoneSameInstant(zone);
        ZonedDateTime end = occurrence.end().withZoneSameInstant(zone);
        if (occurrence.isAllDay() || fillsDays(start.toLocalTime(), end.toLocalTime(), start.isEqual(end))) {
            return words.allDay();
        }
        String begins = dates.time(start.toLocalTime());
        if (start.isEqual(end)) {
            return begins;
        }
        String ends = dates.time(end.toLocalTime());
        boolean sameDay = !occurrence.lastDay(zone).isAfter(occurrence.firstDay(zone));
        return dates.range(begins, sameDay ? ends : dates.day(end.toLocalDate()).text() + " " + ends);
    }

    /** From midnight to midnight, or to the minute before it, as calendars without whole days say it. */
    private static boolean fillsDays(LocalTime start, LocalTime end, boolean empty) {
        boolean endsWithTheDay = end.equals(LocalTime.MIDNIGHT) || !end.isBefore(LocalTime.of(23, 59));
        return !empty && start.equals(LocalTime.MIDNIGHT) && endsWithTheDay;
    }

    Optional<EventView> one(String id, Optional<LocalDate> on, AgreementBook agreements) {
        return index.event(id)
                .flatMap(entry -> shown(entry, on).map(occurrence -> view(entry, occurrence, agreements)));
    }

    private Optional<Occurrence> shown(EventEntry entry, Optional<LocalDate> on) {
        if (on.isPresent()) {
            return occurrences(entry, on.get(), on.get().plusDays(1), 1).stream()
                    .findFirst();
        }
        LocalDate begins = entry.event().when().localStart().toLocalDate();
        return occurrences(entry, today, today.plusYears(YEARS_AHEAD), 1).stream()
                .findFirst()
                .or(() -> occurrences(entry, begins.minusDays(1), begins.plusDays(2), 1).stream()
                        .findFirst());
    }

    private List<Occurrence> occurrences(EventEntry entry, LocalDate from, LocalDate to, int most) {
        return index.occurrencesOf(entry.id(), from.atStartOfDay(zone), to.atStartOfDay(zone), most);
    }

    private EventView view(EventEntry entry, Occurrence shown, AgreementBook agreements) {
        CalendarEvent event = shown.event();
        RelationViews relations = new RelationViews(agreements.index(), Optional.empty(), phrasing);
        return new EventView(
                phrasing.passage(event.title()),
                kind(event.kind()),
                notice(event.status()),
                event.status() == EventStatus.CANCELLED,
                dates.days(shown.firstDay(zone), shown.lastDay(zone)),
                time(shown),
                shown.isAllDay()
                        ? Optional.empty()
                        : Optional.of(Words.fill(words.zone(), "zone", language.zone(zone))),
                event.place().map(place -> phrasing.passage(place.name())),
                event.place().flatMap(Place::address).map(phrasing::passage),
                event.place().flatMap(Place::accessibility).map(phrasing::passage),
                event.place().flatMap(Place::online).flatMap(Phrasing::web),
                audiences(event),
                event.languages().isEmpty() ? Optional.empty() : Optional.of(phrasing.languages(event.languages())),
                event.description().map(phrasing::paragraphs).orElse(List.of()),
                agreements.relationsOf(event).stream()
                        .map(relation -> new Link(relations.href(relation), relations.names(relation)))
                        .toList(),
                event.place().flatMap(Place::location).map(this::map).orElse(List.of()),
                links.of(shown, language),
                further(entry, shown),
                event.web().flatMap(Phrasing::web),
                event.changed().map(at -> dates.day(at.atZone(zone).toLocalDate())),
                entry.sources().stream()
                        .flatMap(source -> source.event().provenance().stream())
                        .distinct()
                        .map(phrasing::source)
                        .toList());
    }

    /** Links that show a point: in a program of the reader's (RFC 5870), and on a map in the web. */
    private List<Link> map(GeoPoint point) {
        String latitude = BigDecimal.valueOf(point.latitude()).toPlainString();
        String longitude = BigDecimal.valueOf(point.longitude()).toPlainString();
        return List.of(
                new Link(
                        "https://www.openstreetmap.org/?mlat=" + latitude + "&mlon=" + longitude + "#map=17/" + latitude
                                + "/" + longitude,
                        words.map()),
                new Link("geo:" + latitude + "," + longitude, words.mapProgram()));
    }

    private List<EventView.Further> further(EventEntry entry, Occurrence shown) {
        if (entry.event().recurrence().isEmpty()) {
            return List.of();
        }
        LocalDate after = shown.lastDay(zone).plusDays(1);
        return occurrences(entry, after, after.plusYears(YEARS_AHEAD), FURTHER_DATES).stream()
                .map(occurrence -> new EventView.Further(href(occurrence), dates.wholeDay(occurrence.firstDay(zone))))
                .toList();
    }

    private Optional<String> audiences(CalendarEvent event) {
        if (event.audiences().isEmpty()) {
            return Optional.empty();
        }
        Map<Audience, String> labels = language.labels().audience();
        return Optional.of(phrasing.listed(event.audiences().stream()
                .sorted()
                .map(audience -> labels.getOrDefault(audience, ""))
                .toList()));
    }

    private Optional<String> notice(EventStatus status) {
        return switch (status) {
            case CONFIRMED -> Optional.empty();
            case TENTATIVE -> Optional.of(words.tentative());
            case POSTPONED -> Optional.of(words.postponed());
            case CANCELLED -> Optional.of(words.cancelled());
        };
    }

    private Optional<String> kind(EventKind kind) {
        return kind == EventKind.OTHER
                ? Optional.empty()
                : Optional.ofNullable(language.labels().events().kind().get(kind));
    }
}
