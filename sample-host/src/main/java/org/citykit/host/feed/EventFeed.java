package org.citykit.host.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Recurrence;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;
import org.citykit.events.Occurrence;
import org.citykit.host.view.Address;
import org.citykit.icalendar.CalendarWriter;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.event.EventBuilder;
import org.citykit.icalendar.event.EventPlace;
import org.citykit.icalendar.event.EventStatus;
import org.citykit.icalendar.event.EventText;
import org.citykit.icalendar.event.FeedBuilder;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.citykit.runtime.composition.PortalSettings;

/**
 * Writes events as one iCalendar feed (RFC 5545) in one language.
 *
 * <p>Rules that count in another calendar than the Gregorian (RFC 7529) are not understood by most programs, and one that
 * is not understood hides the whole event. Such an event is given with the dates of the next years instead.
 */
final class EventFeed {
    private static final int YEARS = 5;
    private static final int MOST_DATES = 200;

    private final PortalSettings portal;
    private final Locale language;
    private final Instant now;

    EventFeed(PortalSettings portal, Locale language, Instant now) {
        this.portal = portal;
        this.language = language;
        this.now = now;
    }

    /**
     * The feed in UTF-8.
     *
     * @param kind only these events; all if absent
     */
    byte[] write(String name, EventIndex index, Optional<EventKind> kind) {
        FeedBuilder feed =
                FeedBuilder.of("-//CityKit//Sample host//EN").name(name).add(Property.of("METHOD", "PUBLISH"));
        index.entries().stream()
                .filter(entry -> kind.isEmpty() || kind.get() == entry.event().kind())
                .map(entry -> event(entry, index))
                .forEach(feed::add);
        return CalendarWriter.write(List.of(feed.build()));
    }

    private Component event(EventEntry entry, EventIndex index) {
        CalendarEvent event = entry.event();
        EventBuilder out = EventBuilder.of(uid(entry, index), stamp(event));
        time(out, event.when());
        event.replaces()
                .filter(replaced -> series(entry, replaced, index).isPresent())
                .ifPresent(replaced -> out.recurrenceId(moment(replaced.start(), event.when())));
        event.recurrence().ifPresent(recurrence -> recur(out, entry, recurrence, index));
        text(out, "SUMMARY", event.title());
        event.description().ifPresent(text -> text(out, "DESCRIPTION", text));
        event.place().ifPresent(place -> {
            text(out, "LOCATION", place.name());
            place.location().ifPresent(point -> out.place(new EventPlace(point.latitude(), point.longitude())));
        });
        out.categories(List.of(Address.value(event.kind())));
        status(event).ifPresent(out::status);
        event.web().ifPresent(out::url);
        return out.build();
    }

    private String uid(EventEntry entry, EventIndex index) {
        String id = entry.event()
                .replaces()
                .flatMap(replaced -> series(entry, replaced, index))
                .map(EventEntry::id)
                .orElse(entry.id());
        return id + "@" + portal.domain().orElse(portal.id() + ".citykit.invalid");
    }

    private static Optional<EventEntry> series(EventEntry entry, ReplacedOccurrence replaced, EventIndex index) {
        return index.entries().stream()
                .filter(other -> other.module().equals(entry.module())
                        && other.event().id().equals(replaced.series()))
                .findFirst();
    }

    private static Instant stamp(CalendarEvent event) {
        return event.changed()
                .or(() -> event.provenance().flatMap(Provenance::retrieved))
                .orElse(Instant.EPOCH);
    }

    private void time(EventBuilder out, EventTime when) {
        if (when instanceof EventTime.AllDay days) {
            out.start(DateOrDateTime.of(days.start())).end(DateOrDateTime.of(days.end()));
        } else if (when instanceof EventTime.Timed timed) {
            out.start(moment(timed.start(), timed)).end(moment(timed.end(), timed));
        }
    }

    private static DateOrDateTime moment(LocalDateTime local, EventTime like) {
        if (like instanceof EventTime.Timed timed) {
            return timed.zone()
                    .map(zone -> DateOrDateTime.of(local, CalendarZone.of(zone)))
                    .orElseGet(() -> DateOrDateTime.floating(local));
        }
        return DateOrDateTime.of(local.toLocalDate());
    }

    private void recur(EventBuilder out, EventEntry entry, Recurrence recurrence, EventIndex index) {
        boolean foreign = recurrence.rules().stream().anyMatch(EventFeed::countsInOtherCalendar);
        if (foreign) {
            next(entry, index).forEach(out::date);
            return;
        }
        recurrence.rules().forEach(rule -> out.add(Property.of("RRULE", rule)));
        recurrence.added().forEach(start -> out.date(moment(start, entry.event().when())));
        recurrence
                .removed()
                .forEach(start -> out.exclude(moment(start, entry.event().when())));
    }

    private static boolean countsInOtherCalendar(String rule) {
        String upper = rule.toUpperCase(Locale.ROOT);
        return upper.contains("RSCALE=") && !upper.contains("RSCALE=GREGORIAN");
    }

    private List<DateOrDateTime> next(EventEntry entry, EventIndex index) {
        ZoneId zone = index.zone();
        EventTime like = entry.event().when();
        return index
                .occurrencesOf(entry.id(), now.atZone(zone), now.atZone(zone).plusYears(YEARS), MOST_DATES)
                .stream()
                .filter(occurrence -> occurrence.entry().equals(entry))
                .map(Occurrence::when)
                .map(EventTime::localStart)
                .filter(start -> !start.equals(like.localStart()))
                .map(start -> moment(start, like))
                .toList();
    }

    private void text(EventBuilder out, String name, Text text) {
        String tag = text.tagFor(language);
        Optional<String> known = tag.equals(Text.UNDETERMINED) ? Optional.empty() : Optional.of(tag);
        out.text(name, new EventText(text.in(language), known));
    }

    private static Optional<EventStatus> status(CalendarEvent event) {
        return switch (event.status()) {
            case CONFIRMED -> Optional.of(EventStatus.CONFIRMED);
            case TENTATIVE, POSTPONED -> Optional.of(EventStatus.TENTATIVE);
            case CANCELLED -> Optional.of(EventStatus.CANCELLED);
        };
    }
}
