package org.citykit.icalendar.event;

import java.util.List;
import java.util.Optional;
import org.citykit.icalendar.Component;

/** Values that events and their inner components have alike. */
final class EventFacts {
    private EventFacts() {}

    static List<EventText> texts(Component component, String name) {
        return component.properties(name).stream()
                .map(property -> new EventText(property.text(), property.parameter("LANGUAGE")))
                .toList();
    }

    static List<String> words(Component component, String name) {
        return component.properties(name).stream()
                .flatMap(property -> property.texts().stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static Optional<String> address(Component component, String name) {
        return component
                .property(name)
                .map(property -> property.value().strip())
                .filter(address -> !address.isEmpty());
    }

    /** Reads GEO; escaped semicolons and commas between the numbers are accepted. */
    static Optional<EventPlace> place(Component component) {
        return component.property("GEO").flatMap(property -> {
            String[] parts = property.value().replace("\\", "").split("[;,]", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new EventPlace(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])))
                        : Optional.empty();
            } catch (IllegalArgumentException noNumbersOrOutOfRange) {
                return Optional.empty();
            }
        });
    }
}
