package org.citykit.icalendar;

import java.util.ArrayList;
import java.util.List;

/** A component whose END has not been read. */
final class OpenComponent {
    final String name;
    final int line;
    final List<Property> properties = new ArrayList<>();
    final List<Component> components = new ArrayList<>();

    OpenComponent(String name, int line) {
        this.name = name;
        this.line = line;
    }

    Component close() {
        return new Component(name, properties, components, line);
    }
}
