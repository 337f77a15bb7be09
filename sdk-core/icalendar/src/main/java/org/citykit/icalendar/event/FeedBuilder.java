package org.citykit.icalendar.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Parameter;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.zone.TimeZoneComponents;
import org.citykit.icalendar.zone.ZoneMatch;
import org.citykit.icalendar.zone.ZoneResolver;

/**
 * Writes one VCALENDAR to be published: its events and the VTIMEZONE of every IANA zone that they use (RFC 5545 §3.4,
 * RFC 7986). The same calls give the same octets. Not safe for several threads.
 */
public final class FeedBuilder {
    /** How far beyond the last start the zones are defined, for rules without end. */
    private static final int YEARS_AHEAD = 5;
    /** No government has said what its clocks do later. */
    private static final int LAST_DEFINED_YEAR = 2100;

    private final List<Property> properties = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();
    private final Set<String> defined = new HashSet<>();
    private final Set<String> used = new TreeSet<>();
    private int firstYear = 9999;
    private int lastYear;

    private FeedBuilder() {}

    /**
     * Begins a feed.
     *
     * @param productId the PRODID, as {@code -//City//Portal//EN}
     * @return a builder
     */
    public static FeedBuilder of(String productId) {
        return new FeedBuilder()
                .add(Property.of("VERSION", "2.0"))
                .add(Property.text("PRODID", productId))
                .add(Property.of("CALSCALE", "GREGORIAN"));
    }

    /**
     * Adds a property of the calendar as it is.
     *
     * @param property any property
     * @return this
     */
    public FeedBuilder add(Property property) {
        properties.add(property);
        return this;
    }

    /**
     * Names the calendar, for clients of RFC 7986 and for older ones.
     *
     * @param name the name
     * @return this
     */
    public FeedBuilder name(String name) {
        return add(Property.text("NAME", name)).add(Property.text("X-WR-CALNAME", name));
    }

    /**
     * Says how often a client should ask again.
     *
     * @param interval whole minutes
     * @return this
     */
    public FeedBuilder refresh(Duration interval) {
        String text = "PT" + Math.max(1, interval.toMinutes()) + "M";
        return add(Property.of("REFRESH-INTERVAL", List.of(Parameter.of("VALUE", "DURATION")), text))
                .add(Property.of("X-PUBLISHED-TTL", text));
    }

    /**
     * Adds a component: an event, or the definition of a zone whose name says nothing.
     *
     * @param component the component
     * @return this
     */
    public FeedBuilder add(Component component) {
        components.add(component);
        if (component.name().equals("VTIMEZONE")) {
            component.property("TZID").ifPresent(tzid -> defined.add(tzid.text()));
        }
        Deque<Component> open = new ArrayDeque<>(List.of(component));
        while (!open.isEmpty()) {
            Component each = open.pop();
            for (Property property : each.properties()) {
                property.parameter("TZID").ifPresent(tzid -> use(tzid, property.value()));
            }
            each.components().forEach(open::push);
        }
        return this;
    }

    private void use(String tzid, String time) {
        used.add(tzid);
        if (time.length() >= 4 && time.substring(0, 4).matches("[0-9]{4}")) {
            int year = Integer.parseInt(time.substring(0, 4));
            firstYear = Math.min(firstYear, year);
            lastYear = Math.max(lastYear, year);
        }
    }

    /**
     * Makes the feed.
     *
     * @return a VCALENDAR, definitions of zones first
     */
    public Component build() {
        List<Component> all = new ArrayList<>();
        ZoneResolver names = ZoneResolver.ofNames();
        for (String tzid : used) {
            Optional<ZoneMatch> match = names.resolve(tzid);
            if (match.isPresent() && !defined.contains(tzid)) {
                int from = Math.min(firstYear, LAST_DEFINED_YEAR);
                int to = Math.min(Math.max(from, lastYear + YEARS_AHEAD), LAST_DEFINED_YEAR);
                CalendarZone named = CalendarZone.of(tzid, match.get().zone().rules());
                all.add(TimeZoneComponents.of(named, from, to));
            }
        }
        all.addAll(components);
        return Component.of("VCALENDAR", properties, all);
    }
}
