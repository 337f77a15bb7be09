package org.citykit.icalendar.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Parameter;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.TextValue;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.time.CalendarDuration;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/** Writes one VEVENT, its properties in the order of the calls. Not safe for several threads. */
public final class EventBuilder {
    private final List<Property> properties = new ArrayList<>();
    private final List<Component> components = new ArrayList<>(0);

    private EventBuilder() {}

    /**
     * Begins an event.
     *
     * @param uid its lasting identifier
     * @param stamp when the data of the event last changed, for DTSTAMP
     * @return a builder
     */
    public static EventBuilder of(String uid, Instant stamp) {
        return new EventBuilder().add(Property.text("UID", uid)).add(time("DTSTAMP", DateOrDateTime.of(stamp)));
    }

    /**
     * Adds a property as it is.
     *
     * @param property any property
     * @return this
     */
    public EventBuilder add(Property property) {
        properties.add(property);
        return this;
    }

    /**
     * Adds an inner component, as VALARM or VLOCATION.
     *
     * @param component any component
     * @return this
     */
    public EventBuilder add(Component component) {
        components.add(component);
        return this;
    }

    /**
     * Sets DTSTART.
     *
     * @param start the start
     * @return this
     */
    public EventBuilder start(DateOrDateTime start) {
        return add(time("DTSTART", start));
    }

    /**
     * Sets DTEND.
     *
     * @param end the exclusive end
     * @return this
     */
    public EventBuilder end(DateOrDateTime end) {
        return add(time("DTEND", end));
    }

    /**
     * Sets DURATION instead of an end.
     *
     * @param duration the length
     * @return this
     */
    public EventBuilder duration(CalendarDuration duration) {
        return add(Property.of("DURATION", duration.toText()));
    }

    /**
     * Adds an RRULE.
     *
     * @param rule the rule
     * @return this
     */
    public EventBuilder rule(RecurrenceRule rule) {
        return add(Property.of("RRULE", rule.toText()));
    }

    /**
     * Adds an RDATE.
     *
     * @param date one more start
     * @return this
     */
    public EventBuilder date(DateOrDateTime date) {
        return add(time("RDATE", date));
    }

    /**
     * Adds an EXDATE.
     *
     * @param date a start that is left out
     * @return this
     */
    public EventBuilder exclude(DateOrDateTime date) {
        return add(time("EXDATE", date));
    }

    /**
     * Sets RECURRENCE-ID.
     *
     * @param original the start of the occurrence that this event replaces
     * @return this
     */
    public EventBuilder recurrenceId(DateOrDateTime original) {
        return add(time("RECURRENCE-ID", original));
    }

    /**
     * Adds a text with its language.
     *
     * @param name SUMMARY, DESCRIPTION, LOCATION and the like
     * @param text any text
     * @return this
     */
    public EventBuilder text(String name, EventText text) {
        List<Parameter> parameters = text.language()
                .map(tag -> List.of(Parameter.of("LANGUAGE", tag)))
                .orElse(List.of());
        return add(Property.of(name, parameters, TextValue.escape(text.text())));
    }

    /**
     * Adds CATEGORIES.
     *
     * @param categories the values; none writes nothing
     * @return this
     */
    public EventBuilder categories(List<String> categories) {
        if (!categories.isEmpty()) {
            add(Property.of(
                    "CATEGORIES", categories.stream().map(TextValue::escape).collect(Collectors.joining(","))));
        }
        return this;
    }

    /**
     * Sets STATUS.
     *
     * @param status the status
     * @return this
     */
    public EventBuilder status(EventStatus status) {
        return add(Property.of("STATUS", status.name()));
    }

    /**
     * Sets GEO.
     *
     * @param place the place, written with at most six decimals
     * @return this
     */
    public EventBuilder place(EventPlace place) {
        return add(Property.of("GEO", decimal(place.latitude()) + ";" + decimal(place.longitude())));
    }

    private static String decimal(double degrees) {
        BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(6, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /**
     * Sets URL.
     *
     * @param url an absolute address
     * @return this
     */
    public EventBuilder url(URI url) {
        return add(Property.of("URL", url.toASCIIString()));
    }

    /**
     * Sets SEQUENCE and LAST-MODIFIED.
     *
     * @param sequence the number of the revision, from 0
     * @param lastModified when it was made
     * @return this
     */
    public EventBuilder revision(int sequence, Instant lastModified) {
        return add(Property.of("SEQUENCE", Integer.toString(sequence)))
                .add(time("LAST-MODIFIED", DateOrDateTime.of(lastModified)));
    }

    /**
     * Makes the event.
     *
     * @return a VEVENT
     */
    public Component build() {
        return Component.of("VEVENT", properties, components);
    }

    private static Property time(String name, DateOrDateTime time) {
        if (time.isDate()) {
            return Property.of(name, List.of(Parameter.of("VALUE", "DATE")), time.toText());
        }
        Optional<CalendarZone> zone = time.zone();
        if (zone.isPresent() && zone.get().rules().equals(ZoneOffset.UTC.getRules())) {
            return Property.of(name, time.toText() + "Z");
        }
        return Property.of(
                name,
                zone.map(where -> List.of(Parameter.of("TZID", tzid(where)))).orElse(List.of()),
                time.toText());
    }

    /** Returns the id of a zone; a mere offset, which has no name, gets one that needs no quotes. */
    private static String tzid(CalendarZone zone) {
        return zone.zoneId()
                .filter(ZoneOffset.class::isInstance)
                .map(offset -> "UTC" + offset.getId().replace(":", ""))
                .orElse(zone.id());
    }
}
