package org.citykit.host.caldav;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.host.publish.InWindow;
import org.citykit.icalendar.CalendarWriter;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Property;

/**
 * Which part of an event's iCalendar a request wants, and whether its series are written out (RFC 4791 §9.6). Immutable.
 */
final class CalendarData {
    private final Optional<Part> part;
    private final Optional<Window> expand;
    private final Optional<Window> limit;

    private CalendarData(Optional<Part> part, Optional<Window> expand, Optional<Window> limit) {
        this.part = part;
        this.expand = expand;
        this.limit = limit;
    }

    /** Reads what is wanted. */
    static CalendarData of(XmlElement element) {
        String type = element.attribute("content-type").orElse("text/calendar");
        String version = element.attribute("version").orElse("2.0");
        if (!type.equals("text/calendar") || !version.equals("2.0")) {
            throw DavException.condition(
                    Dav.caldav("supported-calendar-data"),
                    "Calendars are given as text/calendar 2.0, not as " + type + " " + version + ".");
        }
        return new CalendarData(
                element.child(Dav.caldav("comp")).map(Part::of),
                element.child(Dav.caldav("expand")).map(Window::closed),
                element.child(Dav.caldav("limit-recurrence-set")).map(Window::closed));
    }

    /** The span of time whose occurrences must be known before anything can be written. */
    Optional<Window> window() {
        return expand.or(() -> limit);
    }

    /**
     * Writes an event.
     *
     * @param within what takes place in {@link #window}, if that is wanted
     */
    String write(Member member, Optional<InWindow> within) {
        if (part.isEmpty() && within.isEmpty()) {
            return member.text();
        }
        Component calendar = within.map(found -> expand.isPresent()
                        ? found.expanded(member.event())
                        : found.limited(member.event(), member.calendar()))
                .orElse(member.calendar());
        Component cut = part.map(wanted -> wanted.of(calendar)).orElse(calendar);
        return new String(CalendarWriter.write(List.of(cut)), StandardCharsets.UTF_8);
    }

    /**
     * Which properties and components of a component are wanted.
     *
     * @param name of the component
     * @param properties by name, each with whether its value is wanted; absent for all
     * @param components absent for all
     */
    private record Part(String name, Optional<List<Wanted>> properties, Optional<List<Part>> components) {
        private record Wanted(String name, boolean value) {}

        static Part of(XmlElement element) {
            List<Wanted> named = element.children(Dav.caldav("prop")).stream()
                    .map(prop -> new Wanted(
                            prop.required("name"),
                            !prop.attribute("novalue").orElse("no").equals("yes")))
                    .toList();
            List<Part> inner =
                    element.children(Dav.caldav("comp")).stream().map(Part::of).toList();
            return new Part(
                    element.required("name"),
                    element.has(Dav.caldav("allprop")) ? Optional.empty() : Optional.of(named),
                    element.has(Dav.caldav("allcomp")) ? Optional.empty() : Optional.of(inner));
        }

        Component of(Component whole) {
            List<Property> kept = new ArrayList<>();
            for (Property property : whole.properties()) {
                properties
                        .map(wanted -> wanted.stream()
                                .filter(one -> one.name().equalsIgnoreCase(property.name()))
                                .map(one -> one.value()
                                        ? property
                                        : Property.of(property.name(), property.parameters(), "")))
                        .orElse(Stream.of(property))
                        .findFirst()
                        .ifPresent(kept::add);
            }
            List<Component> inside = whole.components().stream()
                    .flatMap(component -> components
                            .map(wanted -> wanted.stream()
                                    .filter(one -> one.name().equalsIgnoreCase(component.name()))
                                    .map(one -> one.of(component)))
                            .orElse(Stream.of(component)))
                    .toList();
            return Component.of(whole.name(), kept, inside);
        }
    }
}
