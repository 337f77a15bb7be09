package org.citykit.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Place;
import org.citykit.api.events.Recurrence;
import org.citykit.events.EventEntry;
import org.citykit.events.EventFacets;
import org.citykit.events.Occurrence;
import org.citykit.host.view.Address;

/** Events and occurrences as JSON. */
final class EventJson {
    private final Json json;

    EventJson(Json json) {
        this.json = json;
    }

    JsonNode event(EventEntry entry) {
        CalendarEvent event = entry.event();
        ObjectNode node = Json.object().put("id", entry.id());
        describe(node, event);
        node.set("when", when(event.when()));
        event.recurrence().ifPresent(recurrence -> node.set("recurrence", recurrence(recurrence)));
        json.putText(node, "description", event.description());
        Json.put(node, "audiences", event.audiences().stream().sorted().toList(), Json::choice);
        Json.put(
                node,
                "languages",
                event.languages().stream().map(Locale::toLanguageTag).toList(),
                Json::string);
        Json.put(node, "agreements", event.agreements(), Json::string);
        Json.put(node, "web", event.web().map(Object::toString));
        Json.put(node, "changed", event.changed().map(Instant::toString));
        Json.put(node, "uid", event.uid());
        Json.put(node, "tags", event.tags(), Json::string);
        json.putText(node, "organizer", event.organizer());
        Json.put(node, "image", event.image().map(Object::toString));
        event.provenance().ifPresent(provenance -> node.set("source", json.source(provenance)));
        Json.put(node, "modules", entry.sources(), source -> Json.string(source.module()));
        return node.put("module", entry.module());
    }

    /** How many there are of each value that can be asked for. */
    JsonNode facets(EventFacets facets) {
        ObjectNode node = Json.object();
        node.set("kind", counts(facets.kinds(), Address::value));
        node.set("audience", counts(facets.audiences(), Address::value));
        node.set("language", counts(facets.languages(), Locale::toLanguageTag));
        node.set("source", counts(facets.modules(), id -> id));
        node.set("place", Json.array(facets.places(), place -> {
            ObjectNode one = Json.object().put("value", place.key());
            one.set("name", json.text(place.name()));
            return one.put("count", place.count());
        }));
        return node;
    }

    private static <T> JsonNode counts(Map<T, Integer> counts, Function<T, String> value) {
        return Json.array(
                List.copyOf(counts.entrySet()),
                one -> Json.object().put("value", value.apply(one.getKey())).put("count", one.getValue()));
    }

    JsonNode occurrence(Occurrence occurrence) {
        ObjectNode node = Json.object().put("event", occurrence.entry().id());
        occurrence.series().ifPresent(series -> Json.put(node, "series", series.id()));
        describe(node, occurrence.event());
        node.set("when", when(occurrence.when()));
        node.put("start", occurrence.start().toOffsetDateTime().toString());
        node.put("end", occurrence.end().toOffsetDateTime().toString());
        return node;
    }

    private void describe(ObjectNode node, CalendarEvent event) {
        node.set("kind", Json.choice(event.kind()));
        node.set("title", json.text(event.title()));
        node.set("status", Json.choice(event.status()));
        event.place().ifPresent(place -> node.set("place", place(place)));
    }

    private static ObjectNode when(EventTime time) {
        if (time instanceof EventTime.Timed timed) {
            ObjectNode node = Json.object()
                    .put("start", timed.start().toString())
                    .put("end", timed.end().toString());
            Json.put(node, "zone", timed.zone().map(Object::toString));
            return node;
        }
        EventTime.AllDay days = (EventTime.AllDay) time;
        return Json.object()
                .put("start", days.start().toString())
                .put("end", days.end().toString())
                .put("allDay", true);
    }

    private static ObjectNode recurrence(Recurrence recurrence) {
        ObjectNode node = Json.object();
        Json.put(node, "rules", recurrence.rules(), Json::string);
        Json.put(node, "added", recurrence.added(), start -> Json.string(start.toString()));
        Json.put(node, "removed", recurrence.removed(), start -> Json.string(start.toString()));
        return node;
    }

    private ObjectNode place(Place place) {
        ObjectNode node = Json.object();
        node.set("name", json.text(place.name()));
        json.putText(node, "address", place.address());
        place.location().ifPresent(point -> node.set("location", Json.point(point)));
        Json.put(node, "online", place.online().map(Object::toString));
        json.putText(node, "accessibility", place.accessibility());
        return node;
    }
}
