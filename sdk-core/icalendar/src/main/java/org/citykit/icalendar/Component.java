package org.citykit.icalendar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One component, known or not: its properties and its inner components, each in the order of the file (RFC 5545 §3.6).
 * Immutable.
 */
public final class Component {
    private final String name;
    private final List<Property> properties;
    private final List<Component> components;
    private final int line;

    /** Takes lists that nobody changes. */
    Component(String name, List<Property> properties, List<Component> components, int line) {
        this.name = name;
        this.properties = properties;
        this.components = components;
        this.line = line;
    }

    /**
     * Makes a component.
     *
     * @param name the name, in any case
     * @param properties its properties in order
     * @param components its inner components in order
     * @return the component
     * @throws MalformedContentException if the name is no token
     */
    public static Component of(String name, List<Property> properties, List<Component> components) {
        Objects.requireNonNull(name, "name");
        if (!Names.isToken(name)) {
            throw new MalformedContentException(
                    "Component name '" + name + "' is not a token. Use letters, digits and '-'.");
        }
        return new Component(name.toUpperCase(Locale.ROOT), List.copyOf(properties), List.copyOf(components), 0);
    }

    /**
     * Returns the name.
     *
     * @return the name in upper case, as {@code VEVENT}
     */
    public String name() {
        return name;
    }

    /**
     * Returns all properties. Those of a component that was read are made anew each time; they are equal, not the same.
     *
     * @return the properties in the order of the file
     */
    public List<Property> properties() {
        return properties;
    }

    /**
     * Returns the properties of one name.
     *
     * @param propertyName the upper-case name
     * @return the properties in order, none if absent
     */
    public List<Property> properties(String propertyName) {
        return properties(propertyName, Integer.MAX_VALUE);
    }

    /**
     * Returns the first properties of one name.
     *
     * @param propertyName the upper-case name
     * @param most how many at most, at least 1
     * @return the properties in order, none if absent
     */
    public List<Property> properties(String propertyName, int most) {
        if (properties instanceof PackedProperties packed) {
            return Collections.unmodifiableList(packed.named(propertyName, most));
        }
        List<Property> found = new ArrayList<>(2);
        for (Property property : properties) {
            if (property.name().equals(propertyName) && found.size() < most) {
                found.add(property);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * Returns the first property of a name.
     *
     * @param propertyName the upper-case name
     * @return the property, or empty
     */
    public Optional<Property> property(String propertyName) {
        if (properties instanceof PackedProperties packed) {
            List<Property> found = packed.named(propertyName, 1);
            return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
        }
        for (Property property : properties) {
            if (property.name().equals(propertyName)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns all inner components.
     *
     * @return the components in the order of the file
     */
    public List<Component> components() {
        return components;
    }

    /**
     * Returns the inner components of one name.
     *
     * @param componentName the upper-case name
     * @return the components in order, none if absent
     */
    public List<Component> components(String componentName) {
        return components.stream()
                .filter(component -> component.name.equals(componentName))
                .toList();
    }

    /**
     * Returns the line of the file on which the component began.
     *
     * @return the line, counted from 1; 0 for a component that was not read
     */
    public int line() {
        return line;
    }

    /** Writes the properties in order. */
    void writeProperties(LineFolder out) {
        if (properties instanceof PackedProperties packed) {
            packed.write(out);
            return;
        }
        for (Property property : properties) {
            out.line(property.octets(), property.start(), property.end());
        }
    }

    /** Returns the name and the line, for messages. */
    @Override
    public String toString() {
        return line == 0 ? name : name + " at line " + line;
    }
}
