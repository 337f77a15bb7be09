package org.citykit.host.content;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.events.EventIndex;
import org.citykit.events.Occurrence;
import org.citykit.events.OccurrenceQuery;
import org.citykit.events.Occurrences;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.language.Words.EventWords;
import org.citykit.host.view.Address;
import org.citykit.host.view.EventDay;
import org.citykit.host.view.EventsView;
import org.citykit.host.view.Link;
import org.citykit.host.view.MonthGrid;
import org.citykit.host.view.Subscription;

/** Makes the pages that show events by month, week and day, and one after the other. */
final class CalendarViews {
    private static final int MOST_ON_A_PAGE = 2_000;
    private static final int LIST_PAGE = 50;

    private final EventIndex index;
    private final EventViews events;
    private final Phrasing phrasing;
    private final Subscriptions subscriptions;
    private final LocalDate today;

    CalendarViews(
            EventIndex index, EventViews events, Phrasing phrasing, Subscriptions subscriptions, LocalDate today) {
        this.index = index;
        this.events = events;
        this.phrasing = phrasing;
        this.subscriptions = subscriptions;
        this.today = today;
    }

    EventsView page(EventSearch search) {
        Language language = phrasing.language();
        EventWords words = phrasing.words().events();
        LocalDate on = search.on().orElse(today);
        Period period = Period.of(search.layout(), on, phrasing.dates(), phrasing.words());
        boolean list = search.layout() == Layout.LIST;
        OccurrenceQuery asked = search.narrow(index.between(period.first(), period.next()));
        Occurrences found = list
                ? asked.page((search.page() - 1) * LIST_PAGE, LIST_PAGE).find()
                : asked.limit(MOST_ON_A_PAGE).find();
        List<EventDay> days = days(search, period, found.occurrences());
        Subscription subscription = subscriptions.to(language, search.chosen());
        return new EventsView(
                layouts(search),
                Address.value(search.layout()),
                period.name(),
                period.otherNames(),
                search.on().map(LocalDate::toString).orElse(""),
                previous(search, period),
                period.holds(today) && (!list || search.on().isEmpty())
                        ? Optional.empty()
                        : Optional.of(new Link(address(search, search.layout(), Optional.empty(), 1), words.today())),
                next(search, period, found.total()),
                search.chosen("q"),
                new EventFilters(phrasing).selects(search, asked),
                search.filtered(),
                address(search.withoutFilter(), search.layout(), search.on(), 1),
                Words.fill(words.found(), "count", language.numerals().grouped(found.total())),
                search.layout() == Layout.MONTH
                        ? Optional.of(
                                grid(on, search, events.eachDay(found.occurrences(), period.first(), period.next())))
                        : Optional.empty(),
                days,
                showsEveryDay(search.layout())
                        ? events.ongoingOffDays(found.occurrences(), period.first())
                        : events.ongoing(found.occurrences(), period.first()),
                subscription,
                Words.fill(words.zone(), "zone", language.zone(zone())));
    }

    private ZoneId zone() {
        return phrasing.dates().zone();
    }

    private MonthGrid grid(LocalDate on, EventSearch search, List<EventDay> days) {
        return Month.around(on, phrasing.dates())
                .grid(days, today, phrasing, day -> address(search, Layout.DAY, Optional.of(day), 1));
    }

    private List<EventsView.LayoutLink> layouts(EventSearch search) {
        EventWords words = phrasing.words().events();
        return Stream.of(Layout.MONTH, Layout.WEEK, Layout.DAY, Layout.LIST)
                .map(layout -> new EventsView.LayoutLink(
                        address(search, layout, search.on(), 1),
                        switch (layout) {
                            case MONTH -> words.byMonth();
                            case WEEK -> words.byWeek();
                            case DAY -> words.byDay();
                            case LIST -> words.asList();
                        },
                        layout == search.layout()))
                .toList();
    }

    private Optional<Link> previous(EventSearch search, Period period) {
        EventWords words = phrasing.words().events();
        if (search.layout() == Layout.LIST) {
            return search.page() == 1
                    ? Optional.empty()
                    : Optional.of(new Link(
                            address(search, Layout.LIST, search.on(), search.page() - 1),
                            phrasing.words().frame().previous()));
        }
        String label =
                switch (search.layout()) {
                    case MONTH -> words.previousMonth();
                    case WEEK -> words.previousWeek();
                    default -> words.previousDay();
                };
        return period.before().map(day -> new Link(address(search, search.layout(), Optional.of(day), 1), label));
    }

    private Optional<Link> next(EventSearch search, Period period, int total) {
        EventWords words = phrasing.words().events();
        if (search.layout() == Layout.LIST) {
            return search.page() * LIST_PAGE >= total
                    ? Optional.empty()
                    : Optional.of(new Link(
                            address(search, Layout.LIST, search.on(), search.page() + 1),
                            phrasing.words().frame().next()));
        }
        String label =
                switch (search.layout()) {
                    case MONTH -> words.nextMonth();
                    case WEEK -> words.nextWeek();
                    default -> words.nextDay();
                };
        return Optional.of(new Link(address(search, search.layout(), Optional.of(period.next()), 1), label));
    }

    private String address(EventSearch search, Layout layout, Optional<LocalDate> on, int page) {
        Address address = Address.of(phrasing.language(), "events")
                .with("view", layout == Layout.MONTH ? "" : Address.value(layout))
                .with("on", on.map(LocalDate::toString).orElse(""));
        for (var chosen : search.chosen().entrySet()) {
            address = address.with(chosen.getKey(), chosen.getValue());
        }
        return address.with("page", page == 1 ? "" : Integer.toString(page)).toString();
    }

    private static boolean showsEveryDay(Layout layout) {
        return layout == Layout.WEEK || layout == Layout.DAY;
    }

    /** The days on which something begins; of a week and a day every one of them, with all that takes place on it. */
    private List<EventDay> days(EventSearch search, Period period, List<Occurrence> found) {
        if (!showsEveryDay(search.layout())) {
            return events.byDay(found.stream()
                    .filter(occurrence -> !occurrence.firstDay(zone()).isBefore(period.first()))
                    .toList());
        }
        List<EventDay> days = events.eachDay(found, period.first(), period.next());
        List<EventDay> every = new ArrayList<>();
        period.first()
                .datesUntil(period.next())
                .forEach(day -> every.add(days.stream()
                        .filter(known -> known.anchor().equals("d-" + day))
                        .findFirst()
                        .orElseGet(() -> events.day(day, List.of()))));
        return every;
    }
}
