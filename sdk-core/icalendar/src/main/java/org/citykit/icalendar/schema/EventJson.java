package org.citykit.icalendar.schema;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.icalendar.event.EventDetails;
import org.citykit.icalendar.event.EventLink;
import org.citykit.icalendar.event.EventPlace;
import org.citykit.icalendar.event.EventText;
import org.citykit.icalendar.event.EventVenue;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.json.JsonWriter;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/** The properties that Event and EventSeries have alike. Confined to one thread. */
final class EventJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final JsonWriter json;

    EventJson(JsonWriter json) {
        this.json = json;
    }

    static String time(DateOrDateTime time) {
        return TIME.format(LocalTime.from(time.local()));
    }

    /** Returns a date, a local time, or a time with its offset, as ISO 8601 has it. */
    static String moment(DateOrDateTime time) {
        return switch (time.kind()) {
            case DATE -> time.date().toString();
            case FLOATING -> LOCAL.format(time.local());
            case UTC -> OFFSET.format(time.local().atOffset(ZoneOffset.UTC)).replace("+00:00", "Z");
            case ZONED ->
                OFFSET.format(time.zone()
                        .map(zone -> zone.toInstant(time.local()))
                        .map(instant -> OffsetDateTime.ofInstant(
                                instant, time.zone().orElseThrow().rules().getOffset(instant)))
                        .orElseThrow());
        };
    }

    /** Returns a time as the clock of a start shows it; a date or a floating time stays as it is. */
    static DateOrDateTime onClockOf(DateOrDateTime start, DateOrDateTime time) {
        if (!start.isFixed()
                || !time.isFixed()
                || (time.kind() == start.kind() && time.zone().equals(start.zone()))) {
            return time;
        }
        LocalDateTime local = start.zone().orElse(CalendarZone.UTC).toLocal(time.toInstant(CalendarZone.UTC));
        return local.getYear() >= 0 && local.getYear() <= 9999 ? start.withLocal(local) : time;
    }

    /** Writes startDate and endDate; the end of days is the last day, not the one after. */
    void times(DateOrDateTime start, DateOrDateTime end) {
        json.name("startDate").string(moment(start));
        if (!start.isDate()) {
            json.name("endDate").string(moment(end));
        } else if (end.date().isAfter(start.date())) {
            json.name("endDate").string(end.date().minusDays(1).toString());
        }
    }

    void facts(VEvent event) {
        EventDetails details = event.details();
        texts("name", event.summaries());
        texts("description", event.descriptions());
        event.uid().ifPresent(uid -> json.name("identifier").string(uid));
        event.url().filter(EventJson::isWeb).ifPresent(url -> json.name("url").string(url));
        strings("inLanguage", languages(event));
        strings("keywords", event.categories());
        strings(
                "image",
                details.images().stream()
                        .map(EventLink::uri)
                        .filter(EventJson::isWeb)
                        .toList());
        locations(event, details);
        details.organizer().ifPresent(this::organizer);
    }

    private static boolean isWeb(String url) {
        return url.startsWith("https://") || url.startsWith("http://");
    }

    private static List<String> languages(VEvent event) {
        return event.summaries().stream()
                .flatMap(summary -> summary.language().stream())
                .distinct()
                .toList();
    }

    /** A text of one language is a string; texts of several say which. */
    private void texts(String name, List<EventText> texts) {
        List<EventText> written =
                texts.stream().filter(text -> !text.text().isBlank()).toList();
        if (written.isEmpty()) {
            return;
        }
        json.name(name);
        if (written.size() == 1) {
            json.string(written.get(0).text());
            return;
        }
        json.beginArray();
        for (EventText text : written) {
            json.beginObject();
            text.language().ifPresent(language -> json.name("@language").string(language));
            json.name("@value").string(text.text()).endObject();
        }
        json.endArray();
    }

    private void strings(String name, List<String> values) {
        if (values.size() == 1) {
            json.name(name).string(values.get(0));
        } else if (!values.isEmpty()) {
            json.name(name).beginArray();
            values.forEach(json::string);
            json.endArray();
        }
    }

    private void locations(VEvent event, EventDetails details) {
        List<Runnable> places = new ArrayList<>();
        if (details.venues().isEmpty()) {
            if (!event.locations().isEmpty() || event.place().isPresent()) {
                places.add(() -> place(event.locations(), event.place(), Optional.empty()));
            }
        } else {
            for (EventVenue venue : details.venues()) {
                List<EventText> names = venue.names().isEmpty() ? event.locations() : venue.names();
                places.add(() -> place(names, venue.place().or(event::place), venue.url()));
            }
        }
        List<String> afar = details.conferences().stream()
                .map(EventLink::uri)
                .filter(EventJson::isWeb)
                .toList();
        boolean onSite = !places.isEmpty();
        afar.forEach(url -> places.add(() -> json.beginObject()
                .name("@type")
                .string("VirtualLocation")
                .name("url")
                .string(url)
                .endObject()));
        if (places.isEmpty()) {
            return;
        }
        String mode = afar.isEmpty() ? "Offline" : onSite ? "Mixed" : "Online";
        json.name("eventAttendanceMode").string("https://schema.org/" + mode + "EventAttendanceMode");
        json.name("location");
        if (places.size() > 1) {
            json.beginArray();
        }
        places.forEach(Runnable::run);
        if (places.size() > 1) {
            json.endArray();
        }
    }

    private void place(List<EventText> names, Optional<EventPlace> place, Optional<String> url) {
        json.beginObject().name("@type").string("Place");
        texts("name", names);
        if (names.stream().anyMatch(name -> !name.text().isBlank())) {
            json.name("address").string(names.get(0).text());
        }
        url.filter(EventJson::isWeb).ifPresent(address -> json.name("url").string(address));
        if (place.isPresent()) {
            json.name("geo").beginObject().name("@type").string("GeoCoordinates");
            json.name("latitude").raw(decimal(place.get().latitude()));
            json.name("longitude").raw(decimal(place.get().longitude())).endObject();
        }
        json.endObject();
    }

    private static String decimal(double degrees) {
        return degrees == 0 ? "0" : BigDecimal.valueOf(degrees).toPlainString();
    }

    private void organizer(EventLink organizer) {
        json.name("organizer").beginObject().name("@type").string("Organization");
        organizer.label().ifPresent(name -> json.name("name").string(name));
        if (isWeb(organizer.uri())) {
            json.name("url").string(organizer.uri());
        } else if (organizer.uri().toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            json.name("email").string(organizer.uri().substring("mailto:".length()));
        }
        json.endObject();
    }
}
