package org.citykit.icalendar.schema;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.icalendar.IcalendarException;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.json.JsonWriter;
import org.citykit.icalendar.recur.Occurrence;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.time.CalendarDuration;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.citykit.icalendar.zone.ZoneMatch;
import org.citykit.icalendar.zone.ZoneResolver;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as JSON-LD of schema.org: Event for one, EventSeries with eventSchedule for a series. The result may
 * stand in a script element as it is; the same values give the same octets. Stateless, safe for any thread.
 */
public final class EventJsonLd {
    private static final String SCHEMA = "https://schema.org";

    private final JsonWriter json = new JsonWriter(true);
    private final EventJson parts = new EventJson(json);

    private EventJsonLd() {}

    /**
     * Writes an event, or a series by its rules alone.
     *
     * @param event an event with a start
     * @return UTF-8; an empty object for an event without a start
     */
    public static byte[] write(VEvent event) {
        return write(event, List.of(), List.of());
    }

    /**
     * Writes a series with events inside it.
     *
     * @param series the event that holds the rules
     * @param replacements the events with its UID and a RECURRENCE-ID; one that starts at another time is rescheduled
     * @param shown occurrences to be named one by one, as search engines want of rules that Schedule cannot say
     * @return UTF-8; an empty object for an event without a start
     */
    public static byte[] write(VEvent series, List<VEvent> replacements, List<Occurrence> shown) {
        EventJsonLd writer = new EventJsonLd();
        writer.root(series, replacements, shown);
        return writer.json.toOctets();
    }

    private void root(VEvent event, List<VEvent> replacements, List<Occurrence> shown) {
        json.beginObject();
        Optional<DateOrDateTime> start = event.start();
        Optional<DateOrDateTime> end = event.end();
        if (start.isEmpty() || end.isEmpty()) {
            json.endObject();
            return;
        }
        boolean series = event.recurrence().filter(set -> set.isRecurring()).isPresent();
        json.name("@context").string(SCHEMA);
        json.name("@type").string(series ? "EventSeries" : "Event");
        parts.times(start.get(), end.get());
        status(event);
        parts.facts(event);
        schedules(event, start.get(), end.get());
        inner(event, replacements, shown);
        json.endObject();
    }

    private void schedules(VEvent event, DateOrDateTime start, DateOrDateTime end) {
        List<RecurrenceRule> rules =
                event.rules().stream().filter(ScheduleJson::isSayable).toList();
        if (rules.isEmpty() || rules.size() < event.rules().size()) {
            return;
        }
        List<String> excluded = excluded(event, start);
        json.name("eventSchedule").beginArray();
        rules.forEach(rule -> ScheduleJson.write(rule, start, end, excluded, json));
        json.endArray();
    }

    private static List<String> excluded(VEvent event, DateOrDateTime start) {
        List<String> excluded = new ArrayList<>();
        for (Property property : event.component().properties("EXDATE")) {
            CalendarZone zone = zone(property, event, start);
            for (String text : property.texts()) {
                moment(text, zone).ifPresent(excluded::add);
            }
        }
        return excluded;
    }

    /** Returns the zone of an EXDATE: that of the start, unless its own TZID names another. */
    private static @Nullable CalendarZone zone(Property excluded, VEvent event, DateOrDateTime start) {
        Optional<String> ofStart =
                event.component().property("DTSTART").flatMap(property -> property.parameter("TZID"));
        Optional<String> own = excluded.parameter("TZID").filter(tzid -> !ofStart.equals(Optional.of(tzid)));
        return own.flatMap(ZoneResolver.ofNames()::resolve)
                .map(ZoneMatch::zone)
                .or(start::zone)
                .orElse(null);
    }

    private static Optional<String> moment(String text, @Nullable CalendarZone zone) {
        try {
            DateOrDateTime time = DateOrDateTime.parse(text);
            return Optional.of(EventJson.moment(zone == null ? time : time.in(zone)));
        } catch (IcalendarException toldByTheEvent) {
            return Optional.empty();
        }
    }

    private void inner(VEvent event, List<VEvent> replacements, List<Occurrence> shown) {
        if (replacements.isEmpty() && shown.isEmpty()) {
            return;
        }
        json.name("subEvent").beginArray();
        for (VEvent replacement : replacements) {
            replacement(replacement);
        }
        for (Occurrence occurrence : shown) {
            DateOrDateTime end = occurrence.end().orElseGet(() -> length(event, occurrence.start()));
            json.beginObject().name("@type").string("Event");
            parts.times(occurrence.start(), end);
            status(event);
            parts.facts(event);
            json.endObject();
        }
        json.endArray();
    }

    /** Returns the end of an occurrence: after its DURATION, or as long on the clock as the first one. */
    private static DateOrDateTime length(VEvent event, DateOrDateTime start) {
        DateOrDateTime first = event.start().orElse(start);
        DateOrDateTime last = EventJson.onClockOf(first, event.end().orElse(start));
        Optional<Property> duration = event.component().property("DURATION");
        try {
            if (duration.isPresent() && event.component().property("DTEND").isEmpty()) {
                CalendarDuration length = CalendarDuration.parse(duration.get().value());
                return length.days() < 0 || length.seconds() < 0 ? start : start.plus(length);
            }
            return start.withLocal(start.local().plus(Duration.between(first.local(), last.local())));
        } catch (IcalendarException unreadableOrBehindTheYear9999) {
            return start;
        }
    }

    private void replacement(VEvent event) {
        if (event.start().isEmpty() || event.end().isEmpty()) {
            return;
        }
        DateOrDateTime start = event.start().get();
        json.beginObject().name("@type").string("Event");
        parts.times(start, event.end().get());
        Optional<DateOrDateTime> before = event.recurrenceId().filter(original -> !original.equals(start));
        if (before.isPresent() && statusWord(event).equals("Scheduled")) {
            json.name("eventStatus").string(SCHEMA + "/EventRescheduled");
        } else {
            status(event);
        }
        before.ifPresent(original -> json.name("previousStartDate").string(EventJson.moment(original)));
        parts.facts(event);
        json.endObject();
    }

    private void status(VEvent event) {
        json.name("eventStatus").string(SCHEMA + "/Event" + statusWord(event));
    }

    /** POSTPONED is no word of RFC 5545, but of many a city. */
    private static String statusWord(VEvent event) {
        String word = event.component()
                .property("STATUS")
                .map(property -> property.value().strip().toUpperCase(Locale.ROOT))
                .orElse("");
        return switch (word) {
            case "CANCELLED", "CANCELED" -> "Cancelled";
            case "POSTPONED" -> "Postponed";
            case "RESCHEDULED" -> "Rescheduled";
            case "MOVED-ONLINE" -> "MovedOnline";
            default -> "Scheduled";
        };
    }
}
