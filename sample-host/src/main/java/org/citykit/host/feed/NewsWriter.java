package org.citykit.host.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Provenance;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.EventTime;
import org.citykit.host.content.Dates;
import org.citykit.host.language.Language;
import org.citykit.host.publish.PublishedEvent;
import org.citykit.host.view.Address;
import org.citykit.host.view.DateView;
import org.citykit.runtime.PortalSettings;

/** Writes events as news in one language. What it writes depends on the event alone, not on the day. */
final class NewsWriter {
    private final PortalSettings portal;
    private final Language language;
    private final Dates dates;

    NewsWriter(PortalSettings portal, Language language) {
        this.portal = portal;
        this.language = language;
        this.dates = new Dates(language, portal.calendars(), portal.zone());
    }

    AtomFeed.Entry entry(PublishedEvent published) {
        CalendarEvent event = published.entries().get(0).event();
        return new AtomFeed.Entry(
                AtomFeed.id(portal, "event/" + published.id()),
                event.title().in(language.locale()),
                published.changed().orElseGet(() -> stamp(event)),
                Address.of(language, "events", published.id()).toString(),
                text(event));
    }

    private static Instant stamp(CalendarEvent event) {
        return event.changed()
                .or(() -> event.provenance().flatMap(Provenance::retrieved))
                .orElse(Instant.EPOCH);
    }

    private String text(CalendarEvent event) {
        List<String> lines = new ArrayList<>();
        if (event.status() != EventStatus.CONFIRMED) {
            lines.add(language.labels().events().status().getOrDefault(event.status(), ""));
        }
        lines.add(date(event.when()));
        event.place().map(place -> place.name().in(language.locale())).ifPresent(lines::add);
        event.description().map(text -> text.in(language.locale())).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private String date(EventTime when) {
        LocalDate first = when.localStart().toLocalDate();
        LocalDate last = when instanceof EventTime.AllDay days ? days.end().minusDays(1) : first;
        DateView view = dates.days(first, last);
        Optional<String> time = when instanceof EventTime.Timed timed
                ? Optional.of(dates.time(timed.start().toLocalTime()))
                : Optional.empty();
        List<String> parts = new ArrayList<>(List.of(view.text()));
        parts.addAll(view.others());
        time.ifPresent(parts::add);
        return String.join(" · ", parts);
    }
}
