package org.citykit.host.publish;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Place;
import org.citykit.host.language.Language;
import org.citykit.host.view.Address;
import org.citykit.icalendar.Parameter;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.event.EventBuilder;
import org.citykit.icalendar.event.EventPlace;
import org.citykit.icalendar.event.EventStatus;
import org.citykit.icalendar.event.EventText;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/** Writes what an event says as the properties of a VEVENT (RFC 5545 §3.6.1, RFC 7986) in one language. Immutable. */
final class EventComponents {
    private final Language language;

    EventComponents(Language language) {
        this.language = language;
    }

    /** A VEVENT with its time, to which rules, dates and the like can be added. */
    EventBuilder begin(String uid, CalendarEvent event, EventTime when) {
        EventBuilder out = EventBuilder.of(uid, stamp(event));
        event.changed()
                .ifPresent(at -> out.add(
                        Property.of("LAST-MODIFIED", DateOrDateTime.of(at).toText())));
        event.sequence().ifPresent(number -> out.add(Property.of("SEQUENCE", number.toString())));
        if (when instanceof EventTime.AllDay days) {
            out.start(DateOrDateTime.of(days.start())).end(DateOrDateTime.of(days.end()));
        } else if (when instanceof EventTime.Timed timed) {
            out.start(moment(timed.start(), timed)).end(moment(timed.end(), timed));
        }
        return out;
    }

    /** Adds all that has nothing to do with time. */
    EventBuilder describe(EventBuilder out, CalendarEvent event) {
        text(out, "SUMMARY", event.title());
        event.description().ifPresent(text -> text(out, "DESCRIPTION", text));
        event.place().ifPresent(place -> place(out, place));
        out.categories(Stream.concat(Stream.of(Address.value(event.kind())), event.tags().stream())
                .distinct()
                .toList());
        event.organizer().ifPresent(organizer -> text(out, "CONTACT", organizer));
        event.image()
                .ifPresent(image ->
                        out.add(Property.of("IMAGE", List.of(Parameter.of("VALUE", "URI")), image.toASCIIString())));
        status(out, event);
        event.web().ifPresent(out::url);
        return out;
    }

    /** A time of an event as iCalendar writes it: a day, a time in a zone, or a floating one. */
    static DateOrDateTime moment(LocalDateTime local, EventTime like) {
        if (like instanceof EventTime.Timed timed) {
            return timed.zone()
                    .map(zone -> zone.normalized().equals(ZoneOffset.UTC)
                            ? DateOrDateTime.of(local.toInstant(ZoneOffset.UTC)) // RFC 5545 §3.3.5: never with a TZID
                            : DateOrDateTime.of(local, CalendarZone.of(zone)))
                    .orElseGet(() -> DateOrDateTime.floating(local));
        }
        return DateOrDateTime.of(local.toLocalDate());
    }

    /** When what an event says was last changed, as far as it says so. */
    private static Instant stamp(CalendarEvent event) {
        return event.changed()
                .or(() -> event.provenance().flatMap(Provenance::retrieved))
                .orElse(Instant.EPOCH);
    }

    private void place(EventBuilder out, Place place) {
        text(out, "LOCATION", place.name(), place.address());
        place.location().ifPresent(point -> out.place(new EventPlace(point.latitude(), point.longitude())));
        place.online().ifPresent(online -> out.add(conference(online)));
    }

    private static Property conference(URI online) {
        return Property.of("CONFERENCE", List.of(Parameter.of("VALUE", "URI")), online.toASCIIString());
    }

    private void text(EventBuilder out, String name, Text text) {
        text(out, name, text, Optional.empty());
    }

    private void text(EventBuilder out, String name, Text text, Optional<Text> more) {
        Locale locale = language.locale();
        String tag = text.tagFor(locale);
        Optional<String> known = tag.equals(Text.UNDETERMINED) ? Optional.empty() : Optional.of(tag);
        String comma = language.words().frame().listComma() + " ";
        String whole = text.in(locale)
                + more.map(added -> added.in(locale))
                        .filter(added -> !text.in(locale).contains(added))
                        .map(added -> comma + added)
                        .orElse("");
        out.text(name, new EventText(whole, known));
    }

    /** Postponed is none of the states of RFC 5545: it is tentative there, and said in words. */
    private void status(EventBuilder out, CalendarEvent event) {
        switch (event.status()) {
            case CONFIRMED -> out.status(EventStatus.CONFIRMED);
            case TENTATIVE -> out.status(EventStatus.TENTATIVE);
            case CANCELLED -> out.status(EventStatus.CANCELLED);
            case POSTPONED ->
                out.status(EventStatus.TENTATIVE)
                        .text(
                                "COMMENT",
                                new EventText(language.words().events().postponed(), Optional.of(language.tag())));
        }
    }
}
