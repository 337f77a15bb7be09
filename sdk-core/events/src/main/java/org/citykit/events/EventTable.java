package org.citykit.events;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citykit.api.Audience;
import org.citykit.api.GeoPoint;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.Place;
import org.citykit.text.Folding;

/** By which values each event can be found. Immutable. */
final class EventTable {
    private static final Locale UNKNOWN = Locale.forLanguageTag(Text.UNDETERMINED);

    private final Column<EventKind> kinds;
    private final Column<EventStatus> statuses;
    private final Column<String> places;
    private final Column<Audience> audiences;
    private final Column<Locale> languages;
    private final Column<String> modules;
    private final Column<String> agreements;
    private final Column<String> tags;
    private final Map<String, Text> placeNames = new HashMap<>();
    private final Column<GeoPoint> points;

    /** @param order the modules in the order in which they are told */
    EventTable(List<EventEntry> entries, List<String> order) {
        kinds = column(entries, event -> List.of(event.kind()));
        statuses = column(entries, event -> List.of(event.status()));
        places = column(entries, this::place);
        audiences = column(entries, EventTable::audiences);
        languages = column(entries, EventTable::languages);
        modules = new Column<>(
                order,
                entries.stream()
                        .map(entry -> entry.sources().stream()
                                .map(EventSource::module)
                                .toList())
                        .toList());
        agreements = new Column<>(
                List.of(), entries.stream().map(EventTable::agreements).toList());
        tags = column(entries, EventTable::tags);
        points = column(
                entries,
                event -> event.place().flatMap(Place::location).stream().toList());
    }

    Column<EventKind> kinds() {
        return kinds;
    }

    Column<EventStatus> statuses() {
        return statuses;
    }

    Column<String> places() {
        return places;
    }

    Column<Audience> audiences() {
        return audiences;
    }

    Column<Locale> languages() {
        return languages;
    }

    Column<String> modules() {
        return modules;
    }

    Column<String> agreements() {
        return agreements;
    }

    Column<String> tags() {
        return tags;
    }

    /** What the place with a key is called. */
    Text placeName(String key) {
        return placeNames.getOrDefault(key, Text.of(key));
    }

    /** The events that lie within some surroundings. */
    BitSet near(Surroundings surroundings) {
        List<GeoPoint> near = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            GeoPoint point = points.value(i);
            if (surroundings.hold(point.latitude(), point.longitude())) {
                near.add(point);
            }
        }
        return points.with(near);
    }

    private static <V> Column<V> column(List<EventEntry> entries, Function<CalendarEvent, List<V>> values) {
        return new Column<>(
                List.of(),
                entries.stream().map(entry -> values.apply(entry.event())).toList());
    }

    private List<String> place(CalendarEvent event) {
        return event.place()
                .map(place -> {
                    String key = Folding.key(place.name().original());
                    placeNames.putIfAbsent(key, place.name());
                    return List.of(key);
                })
                .orElse(List.of());
    }

    /** Nobody in particular is everyone; everyone is nobody in particular. */
    private static List<Audience> audiences(CalendarEvent event) {
        boolean everyone = event.audiences().isEmpty() || event.audiences().contains(Audience.EVERYONE);
        return everyone ? List.of(Audience.EVERYONE) : List.copyOf(event.audiences());
    }

    private static List<Locale> languages(CalendarEvent event) {
        List<Locale> held = event.languages().isEmpty()
                ? event.title().tags().stream().map(Locale::forLanguageTag).toList()
                : event.languages();
        Set<Locale> plain = held.stream()
                .map(EventTable::withoutRegion)
                .filter(language -> !language.equals(UNKNOWN))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return List.copyOf(plain);
    }

    static Locale withoutRegion(Locale language) {
        return Locale.forLanguageTag(language.getLanguage());
    }

    /** All sources of an event may know of agreements. */
    private static List<String> agreements(EventEntry entry) {
        Set<String> all = new LinkedHashSet<>();
        entry.sources().forEach(source -> all.addAll(source.event().agreements()));
        return new ArrayList<>(all);
    }

    private static List<String> tags(CalendarEvent event) {
        return event.tags().stream()
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
