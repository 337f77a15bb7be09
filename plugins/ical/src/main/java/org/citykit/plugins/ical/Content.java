package org.citykit.plugins.ical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.api.events.CalendarEvent;
import org.citykit.icalendar.Property;

/** Tells whether two loads of a calendar say the same of an event. */
final class Content {
    private Content() {}

    /** Equal for events that differ in nothing but their date of change and number of revision. */
    static String digest(CalendarEvent event) {
        List<Object> all = List.of(
                event.kind(),
                event.title().texts(),
                event.description(),
                event.when(),
                event.recurrence(),
                event.replaces(),
                event.status(),
                event.place(),
                event.audiences().stream().sorted().toList(),
                event.languages(),
                event.agreements(),
                event.web(),
                event.provenance(),
                event.uid(),
                event.tags(),
                event.organizer(),
                event.image());
        return Ids.digest(all.toString());
    }

    /** Equal for copies that can only be one event: one title, start, place and rules. */
    static String likeness(List<EventCopy> copies) {
        Optional<EventCopy> master = copies.stream()
                .filter(copy -> copy.component().property("RECURRENCE-ID").isEmpty())
                .findFirst();
        return Ids.digest(master.or(() -> copies.stream().findFirst())
                .map(Content::features)
                .orElse(""));
    }

    private static String features(EventCopy copy) {
        StringBuilder features = new StringBuilder(copy.start().toString());
        for (String name : List.of("SUMMARY", "LOCATION", "RRULE", "RECURRENCE-ID")) {
            copy.component()
                    .property(name)
                    .map(Property::value)
                    .ifPresent(value ->
                            features.append('\n').append(name).append(':').append(value.strip()));
        }
        return features.toString();
    }

    /** The event with another date of change and number of revision. */
    static CalendarEvent revised(CalendarEvent event, Optional<Instant> changed, Optional<Integer> sequence) {
        return new CalendarEvent(
                event.id(),
                event.kind(),
                event.title(),
                event.description(),
                event.when(),
                event.recurrence(),
                event.replaces(),
                event.status(),
                event.place(),
                event.audiences(),
                event.languages(),
                event.agreements(),
                event.web(),
                changed,
                event.provenance(),
                event.uid(),
                event.tags(),
                event.organizer(),
                event.image(),
                sequence);
    }
}
