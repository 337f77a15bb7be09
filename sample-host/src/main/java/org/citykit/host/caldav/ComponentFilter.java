package org.citykit.host.caldav;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.IcalendarException;
import org.citykit.icalendar.Parameter;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * Which components a request wants (RFC 4791 §9.7). Immutable.
 *
 * <p>A span of time is not looked for in components: whoever expands series says which events have an occurrence in it, for
 * a whole resource at a time.
 */
final class ComponentFilter {
    private final String name;
    private final boolean absent;
    private final Optional<Window> window;
    private final List<ComponentFilter> components;
    private final List<PropertyFilter> properties;

    private ComponentFilter(
            String name,
            boolean absent,
            Optional<Window> window,
            List<ComponentFilter> components,
            List<PropertyFilter> properties) {
        this.name = name;
        this.absent = absent;
        this.window = window;
        this.components = components;
        this.properties = properties;
    }

    /** Reads the filter of a query; its outermost component is a VCALENDAR. */
    static ComponentFilter of(XmlElement filter, ZoneId zone) {
        ComponentFilter read = filter.child(Dav.caldav("comp-filter"))
                .map(element -> component(element, zone))
                .orElseThrow(ComponentFilter::invalid);
        if (!read.name.equals("VCALENDAR") || read.window.isPresent()) {
            throw invalid();
        }
        return read;
    }

    private static DavException invalid() {
        return DavException.condition(
                Dav.caldav("valid-filter"),
                "A filter begins with a 'comp-filter' named VCALENDAR that has no 'time-range' of its own.");
    }

    private static ComponentFilter component(XmlElement element, ZoneId zone) {
        return new ComponentFilter(
                element.required("name").toUpperCase(Locale.ROOT),
                element.has(Dav.caldav("is-not-defined")),
                element.child(Dav.caldav("time-range")).map(Window::of),
                element.children(Dav.caldav("comp-filter")).stream()
                        .map(inner -> component(inner, zone))
                        .toList(),
                element.children(Dav.caldav("prop-filter")).stream()
                        .map(inner -> PropertyFilter.of(inner, zone))
                        .toList());
    }

    /** The span of time in which an event must take place, if the filter says one. */
    Optional<Window> window() {
        return components.stream()
                .filter(component -> component.name.equals("VEVENT") && !component.absent)
                .flatMap(component -> component.window.stream())
                .findFirst();
    }

    /** True if a VCALENDAR fits, apart from the span of time of its events. */
    boolean fits(Component calendar) {
        return calendar.name().equals(name) && !absent && holds(calendar);
    }

    private boolean holds(Component component) {
        return properties.stream().allMatch(filter -> filter.fits(component))
                && components.stream().allMatch(filter -> filter.fitsOneOf(component.components()));
    }

    private boolean fitsOneOf(List<Component> all) {
        Stream<Component> named =
                all.stream().filter(component -> component.name().equals(name));
        if (absent) {
            return named.findAny().isEmpty();
        }
        boolean timedOtherwise = window.isPresent() && !name.equals("VEVENT");
        return !timedOtherwise && named.anyMatch(this::holds);
    }

    /** What a request wants of one property. */
    private record PropertyFilter(
            String name,
            boolean absent,
            Optional<Predicate<String>> text,
            Optional<Window> window,
            List<ParameterFilter> parameters,
            ZoneId zone) {
        static PropertyFilter of(XmlElement element, ZoneId zone) {
            return new PropertyFilter(
                    element.required("name").toUpperCase(Locale.ROOT),
                    element.has(Dav.caldav("is-not-defined")),
                    element.child(Dav.caldav("text-match")).map(TextMatch::of),
                    element.child(Dav.caldav("time-range")).map(Window::of),
                    element.children(Dav.caldav("param-filter")).stream()
                            .map(ParameterFilter::of)
                            .toList(),
                    zone);
        }

        boolean fits(Component component) {
            List<Property> all = component.properties(name);
            return absent ? all.isEmpty() : all.stream().anyMatch(this::fits);
        }

        private boolean fits(Property property) {
            return text.map(match -> match.test(property.text())).orElse(true)
                    && window.map(span -> within(property, span)).orElse(true)
                    && parameters.stream().allMatch(filter -> filter.fits(property));
        }

        private boolean within(Property property, Window span) {
            try {
                DateOrDateTime time = DateOrDateTime.parse(property.value());
                CalendarZone own = CalendarZone.of(
                        property.parameter("TZID").map(ZoneId::of).orElse(zone));
                Instant at = time.toInstant(own);
                return span.overlaps(at, at);
            } catch (IcalendarException | DateTimeException none) {
                return false;
            }
        }
    }

    /** What a request wants of one parameter. */
    private record ParameterFilter(String name, boolean absent, Optional<Predicate<String>> text) {
        static ParameterFilter of(XmlElement element) {
            return new ParameterFilter(
                    element.required("name").toUpperCase(Locale.ROOT),
                    element.has(Dav.caldav("is-not-defined")),
                    element.child(Dav.caldav("text-match")).map(TextMatch::of));
        }

        boolean fits(Property property) {
            List<Parameter> all = property.parameters().stream()
                    .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                    .toList();
            return absent
                    ? all.isEmpty()
                    : all.stream()
                            .anyMatch(parameter -> text.map(
                                            match -> parameter.values().stream().anyMatch(match))
                                    .orElse(true));
        }
    }
}
