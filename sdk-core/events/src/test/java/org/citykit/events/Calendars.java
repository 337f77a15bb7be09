package org.citykit.events;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.api.GeoPoint;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.Place;

/** What tests of the calendar engine are made from. */
final class Calendars {
    static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private Calendars() {}

    static CalendarSnapshot calendar(String module, CalendarEvent... events) {
        return new CalendarSnapshot(module, new Revision("1"), List.of(events));
    }

    static EventIndex index(CalendarSnapshot... calendars) {
        return EventIndex.of(List.of(calendars), TEHRAN);
    }

    static EventIndex index(CalendarEvent... events) {
        return index(calendar("town", events));
    }

    static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    static ZonedDateTime at(int month, int day, int hour) {
        return ZonedDateTime.of(2026, month, day, hour, 0, 0, 0, TEHRAN);
    }

    /** An event of two hours at 18:00. */
    static CalendarEvent evening(CalendarEvent.Draft draft, int month, int day) {
        return draft.at(at(month, day, 18), Duration.ofHours(2));
    }

    static CalendarEvent.Draft titled(String id, String title) {
        return CalendarEvent.of(id).title(Text.of("en", title));
    }

    static Place place(String name) {
        return Place.of(Text.of("en", name));
    }

    static Place place(String name, double latitude, double longitude) {
        return new Place(
                Text.of("en", name),
                Optional.empty(),
                Optional.of(new GeoPoint(latitude, longitude)),
                Optional.empty(),
                Optional.empty());
    }

    /** All that the year 2026 holds. */
    static OccurrenceQuery year(EventIndex index) {
        return index.between(day(1, 1), LocalDate.of(2027, 1, 1));
    }

    static List<String> ids(OccurrenceQuery query) {
        return query.list().stream().map(one -> one.event().id()).toList();
    }

    static List<String> ids(Stream<EventEntry> entries) {
        return entries.map(EventEntry::id).toList();
    }
}
