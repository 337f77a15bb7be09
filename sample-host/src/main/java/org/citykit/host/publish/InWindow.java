package org.citykit.host.publish;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;
import org.citykit.events.Occurrence;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.event.EventBuilder;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/** What takes place in a span of time, to write series out (RFC 4791 §9.6.5, §9.6.6). Immutable. */
public final class InWindow {
    private final Publication publication;
    private final Instant from;
    private final Instant to;
    private final Map<String, List<Occurrence>> byEntry = new HashMap<>();

    private InWindow(Publication publication, Instant from, Instant to) {
        this.publication = publication;
        this.from = from;
        this.to = to;
    }

    /** Looks through a span of time. */
    public static InWindow of(Publication publication, Instant from, Instant to) {
        EventIndex index = publication.index();
        InWindow window = new InWindow(publication, from, to);
        for (Occurrence occurrence : index.between(from.atZone(index.zone()), to.atZone(index.zone()))
                .list()) {
            window.byEntry
                    .computeIfAbsent(occurrence.entry().id(), first -> new ArrayList<>())
                    .add(occurrence);
        }
        return window;
    }

    /** An event with each of its occurrences in the span as a VEVENT of its own, in UTC or as a day. */
    public Component expanded(PublishedEvent event) {
        boolean recurs = event.entries().size() > 1
                || event.entries().get(0).event().recurrence().isPresent()
                || event.components().get(0).property("RDATE").isPresent();
        List<Component> all = new ArrayList<>();
        for (EventEntry entry : event.entries()) {
            for (Occurrence occurrence : byEntry.getOrDefault(entry.id(), List.of())) {
                all.add(occurrence(event.uid(), occurrence, recurs));
            }
        }
        return Component.of("VCALENDAR", Publication.calendar().build().properties(), all);
    }

    private Component occurrence(String uid, Occurrence occurrence, boolean recurs) {
        CalendarEvent event = occurrence.event();
        EventComponents components = publication.components();
        EventBuilder out = components.begin(uid, event, occurrence.when());
        if (recurs) {
            LocalDateTime original = event.replaces()
                    .filter(replaced -> !replaced.andFollowing())
                    .map(ReplacedOccurrence::start)
                    .orElse(occurrence.when().localStart());
            EventTime like =
                    occurrence.series().map(EventEntry::event).orElse(event).when();
            out.recurrenceId(EventComponents.moment(original, like));
        }
        Component local = components.describe(out, event).build();
        return Component.of(
                local.name(),
                local.properties().stream()
                        .map(property -> inUtc(property, occurrence))
                        .toList(),
                local.components());
    }

    /** Times in zones become times in UTC (RFC 4791 §9.6.5). */
    private Property inUtc(Property property, Occurrence occurrence) {
        return switch (property.name()) {
            case "DTSTART" -> utc(property, occurrence.start().toInstant());
            case "DTEND" -> utc(property, occurrence.end().toInstant());
            case "RECURRENCE-ID" ->
                property.parameter("TZID").isEmpty()
                        ? property
                        : utc(
                                property,
                                DateOrDateTime.parse(property.value())
                                        .toInstant(CalendarZone.of(ZoneId.of(
                                                property.parameter("TZID").orElseThrow()))));
            default -> property;
        };
    }

    private static Property utc(Property property, Instant at) {
        return property.parameter("TZID").isEmpty()
                ? property
                : Property.of(property.name(), DateOrDateTime.of(at).toText());
    }

    /** An event with those overrides alone that take place in the span or replace what would. */
    public Component limited(PublishedEvent event, Component whole) {
        Set<Component> left = new HashSet<>();
        for (int i = 1; i < event.components().size(); i++) {
            EventEntry override = event.entries().get(i);
            if (!byEntry.containsKey(override.id())
                    && !replacesWithin(event.entries().get(0), override)) {
                left.add(event.components().get(i));
            }
        }
        return Component.of(
                whole.name(),
                whole.properties(),
                whole.components().stream()
                        .filter(component -> !left.contains(component))
                        .toList());
    }

    private boolean replacesWithin(EventEntry series, EventEntry override) {
        ZoneId zone = series.event().when() instanceof EventTime.Timed timed
                ? timed.zone().orElse(publication.index().zone())
                : publication.index().zone();
        Instant original = Family.replacedStart(override).atZone(zone).toInstant();
        return !original.isBefore(from) && original.isBefore(to);
    }
}
