package org.citykit.host.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventStatus;
import org.citykit.host.content.Held;
import org.citykit.host.language.Language;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.schema.EventJsonLd;
import org.citykit.icalendar.zone.ZoneResolver;

/** Events as search engines read them (schema.org in JSON-LD). What is written may stand in a script element as it is. */
public final class LinkedData {
    private LinkedData() {}

    /** Events as a list. */
    public static String of(List<PublishedEvent> events) {
        return events.stream().map(LinkedData::of).collect(Collectors.joining(",\n", "[", "]\n"));
    }

    /** One event of a portal; empty if it has none with that id. */
    public static Optional<String> of(Held held, Language language, String id) {
        return Publication.of(held, Selection.family(id), language, Rules.DATES).events().stream()
                .filter(event -> event.id().equals(id))
                .map(LinkedData::of)
                .findFirst();
    }

    /** With the state that RFC 5545 has no word for, but schema.org has. */
    private static Component stated(Component component, CalendarEvent event) {
        if (event.status() != EventStatus.POSTPONED) {
            return component;
        }
        List<Property> properties = component.properties().stream()
                .map(property -> property.name().equals("STATUS") ? Property.of("STATUS", "POSTPONED") : property)
                .toList();
        return Component.of(component.name(), properties, component.components());
    }

    private static String of(PublishedEvent event) {
        ZoneResolver zones = ZoneResolver.ofNames();
        List<VEvent> all = IntStream.range(0, event.components().size())
                .mapToObj(i -> VEvent.of(
                        stated(event.components().get(i), event.entries().get(i).event()), zones))
                .toList();
        return new String(EventJsonLd.write(all.get(0), all.subList(1, all.size()), List.of()), StandardCharsets.UTF_8);
    }
}
