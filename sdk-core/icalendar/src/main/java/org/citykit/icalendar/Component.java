package org.citykit.icalendar;

import java.util.ArrayList;
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

    Component(String name, List<Property> properties, List<Component> components, int line) {
        this.name = name;
        this.properties = List.copyOf(properties);
        this.components = List.copyOf(components);
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
        return new Component(name.toUpperCase(Locale.ROOT), properties, components, 0);
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
     * Returns all properties.
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
        List<Property> found = new ArrayList<>(2);
        for (Property property : properties) {
            if (property.name().equals(propertyName)) {
                found.add(property);
            }
        }
        return found;
    }

    /**
     * Returns the first property of a name.
     *
     * @param propertyName the upper-case name
     * @return the property, or empty
     */
    public Optional<Property> property(String propertyName) {
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

    /** Returns the name and the line, for messages. */
    @Override
    public String toString() {
        return line == 0 ? name : name + " at line " + line;
    }
}
