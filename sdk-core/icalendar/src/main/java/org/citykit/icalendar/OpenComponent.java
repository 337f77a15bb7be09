package org.citykit.icalendar;

import java.util.ArrayList;
import java.util.List;

/** A component whose END has not been read. */
final class OpenComponent {
    final String name;
    final int line;
    final PackedProperties.Packer properties;
    private List<Component> components = List.of();

    OpenComponent(String name, int line, PackedProperties.Packer properties) {
        this.name = name;
        this.line = line;
        this.properties = properties;
    }

    void add(Component component) {
        if (components.isEmpty()) {
            components = new ArrayList<>(2);
        }
        components.add(component);
    }

    boolean hasComponents() {
        return !components.isEmpty();
    }

    Component close() {
        return new Component(name, properties.pack(), List.copyOf(components), line);
    }
}
