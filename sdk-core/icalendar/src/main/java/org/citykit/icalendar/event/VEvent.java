package org.citykit.icalendar.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Defect;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.recur.RecurrenceRuleException;
import org.citykit.icalendar.recur.RecurrenceSet;
import org.citykit.icalendar.time.CalendarDuration;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.citykit.icalendar.zone.ZoneResolver;

/**
 * A typed view of a VEVENT (RFC 5545 §3.6.1). Immutable, safe for any thread.
 *
 * <p>Nothing in the component makes it throw: a value that cannot be read is absent here, stands among the
 * {@link #defects()}, and is still in the {@link #component()}.
 */
public final class VEvent {
    private static final CalendarDuration ONE_DAY = new CalendarDuration(1, 0);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Component component;
    private final Optional<DateOrDateTime> start;
    private final Optional<DateOrDateTime> end;
    private final Optional<DateOrDateTime> recurrenceId;
    private final Optional<RecurrenceSet> recurrence;
    private final List<Defect> defects;

    private VEvent(Component component, ZoneResolver zones) {
        this.component = component;
        DefectLog log = new DefectLog();
        TimeReader times = new TimeReader(zones, log);
        this.start = component.property("DTSTART").flatMap(times::time);
        this.end = start.flatMap(from -> readEnd(component, from, times, log));
        this.recurrenceId = component.property("RECURRENCE-ID").flatMap(times::time);
        this.recurrence = start.map(from -> new RecurrenceReader(component, times, log).read(from));
        for (String required : List.of("UID", "DTSTART")) {
            if (component.property(required).isEmpty()) {
                log.report(Defect.Kind.MISSING_PROPERTY, component.line(), 1, required, "kept the event without it");
            }
        }
        for (String stamp : List.of("DTSTAMP", "CREATED", "LAST-MODIFIED")) {
            component
                    .property(stamp)
                    .filter(property -> !isUtc(property.value().strip()))
                    .ifPresent(property -> log.report(
                            Defect.Kind.VALUE, property, "a time in UTC, as 20260321T090000Z", "took it as UTC"));
        }
        this.defects = log.defects();
    }

    /**
     * Reads an event.
     *
     * @param component a VEVENT
     * @param zones the zones of its calendar
     * @return the view
     */
    public static VEvent of(Component component, ZoneResolver zones) {
        return new VEvent(component, zones);
    }

    private static boolean isUtc(String time) {
        return !time.isEmpty() && (time.charAt(time.length() - 1) == 'Z' || time.charAt(time.length() - 1) == 'z');
    }

    private static Optional<DateOrDateTime> readEnd(
            Component component, DateOrDateTime start, TimeReader times, DefectLog log) {
        Optional<Property> written = component.property("DTEND");
        Optional<DateOrDateTime> end = written.isPresent()
                ? written.flatMap(property -> times.time(property).map(time -> onClock(start, time, property, log)))
                : component.property("DURATION").flatMap(duration -> times.after(start, duration));
        boolean backwards =
                end.isPresent() && end.get().toInstant(CalendarZone.UTC).isBefore(start.toInstant(CalendarZone.UTC));
        if (backwards) {
            log.report(Defect.Kind.VALUE, component.line(), 1, "an end after the start", "passed over the end");
        }
        if (end.isPresent() && !backwards) {
            return end;
        }
        boolean lastDay = start.date().equals(LAST_DAY);
        return Optional.of(start.isDate() && !lastDay ? start.plus(ONE_DAY) : start);
    }

    /** Places an end that has no zone where the start is, as all other times of the event. */
    private static DateOrDateTime onClock(DateOrDateTime start, DateOrDateTime end, Property written, DefectLog log) {
        if (!start.isFixed() || end.kind() != DateOrDateTime.Kind.FLOATING) {
            return end;
        }
        log.report(Defect.Kind.VALUE, written, "an end of the same form as the start", "took it on the start's clock");
        return start.withLocal(end.local());
    }

    /**
     * Returns the component that was read.
     *
     * @return the component with everything it held
     */
    public Component component() {
        return component;
    }

    /**
     * Returns what could not be read as it should.
     *
     * @return the defects of the values, at most 100
     */
    public List<Defect> defects() {
        return defects;
    }

    /**
     * Returns the UID.
     *
     * @return the identifier, or empty
     */
    public Optional<String> uid() {
        return component
                .property("UID")
                .map(property -> property.text().strip())
                .filter(uid -> !uid.isEmpty());
    }

    /**
     * Returns the RECURRENCE-ID: which occurrence of the series this event replaces.
     *
     * @return the original start of that occurrence, or empty for a single event or a series
     */
    public Optional<DateOrDateTime> recurrenceId() {
        return recurrenceId;
    }

    /**
     * Tells whether this event replaces all later occurrences too (RFC 5545 §3.2.13).
     *
     * @return true for RANGE=THISANDFUTURE
     */
    public boolean isThisAndFuture() {
        return component
                .property("RECURRENCE-ID")
                .flatMap(property -> property.parameter("RANGE"))
                .filter(range -> range.equalsIgnoreCase("THISANDFUTURE"))
                .isPresent();
    }

    /**
     * Returns the DTSTART.
     *
     * @return the start, or empty where there is none that can be read
     */
    public Optional<DateOrDateTime> start() {
        return start;
    }

    /**
     * Returns the moment after the event: from DTEND, DURATION, or by the default of RFC 5545 §3.6.1.
     *
     * @return the exclusive end, empty only without a start
     */
    public Optional<DateOrDateTime> end() {
        return end;
    }

    /**
     * Returns the occurrences as start, rules, dates and exceptions.
     *
     * @return the set, empty only without a start
     */
    public Optional<RecurrenceSet> recurrence() {
        return recurrence;
    }

    /**
     * Returns the recurrence rules that can be followed.
     *
     * @return the rules in order
     */
    public List<RecurrenceRule> rules() {
        return component.properties("RRULE").stream()
                .flatMap(property -> parsed(property).stream())
                .toList();
    }

    private static Optional<RecurrenceRule> parsed(Property property) {
        try {
            return Optional.of(RecurrenceRule.parse(property.value()));
        } catch (RecurrenceRuleException alreadyReported) {
            return Optional.empty();
        }
    }

    /**
     * Returns the STATUS.
     *
     * @return the status, or empty where there is none that is known
     */
    public Optional<EventStatus> status() {
        return component.property("STATUS").flatMap(property -> {
            String word = property.value().strip().toUpperCase(Locale.ROOT);
            return List.of(EventStatus.values()).stream()
                    .filter(status ->
                            status.name().equals(word) || (word.equals("CANCELED") && status == EventStatus.CANCELLED))
                    .findFirst();
        });
    }

    /**
     * Returns the titles.
     *
     * @return every SUMMARY with its language, usually one
     */
    public List<EventText> summaries() {
        return texts("SUMMARY");
    }

    /**
     * Returns the descriptions.
     *
     * @return every DESCRIPTION with its language, usually one
     */
    public List<EventText> descriptions() {
        return texts("DESCRIPTION");
    }

    /**
     * Returns the names of the place.
     *
     * @return every LOCATION with its language, usually one
     */
    public List<EventText> locations() {
        return texts("LOCATION");
    }

    /**
     * Returns the texts of any property.
     *
     * @param name the upper-case name
     * @return every value with its language
     */
    public List<EventText> texts(String name) {
        return EventFacts.texts(component, name);
    }

    /**
     * Returns the categories.
     *
     * @return all values of all CATEGORIES, blank ones left out
     */
    public List<String> categories() {
        return EventFacts.words(component, "CATEGORIES");
    }

    /**
     * Returns the GEO; escaped semicolons and commas between the numbers are accepted.
     *
     * @return the place, or empty where there is none that can be read
     */
    public Optional<EventPlace> place() {
        return EventFacts.place(component);
    }

    /**
     * Returns the URL.
     *
     * @return the address as written, or empty
     */
    public Optional<String> url() {
        return EventFacts.address(component, "URL");
    }

    /**
     * Returns pictures, people, venues and links.
     *
     * @return a view of the same component
     */
    public EventDetails details() {
        return EventDetails.of(component);
    }

    /**
     * Returns the SEQUENCE.
     *
     * @return the number of the revision, 0 by default
     */
    public int sequence() {
        return component
                .property("SEQUENCE")
                .map(property -> property.value().strip())
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /**
     * Returns the LAST-MODIFIED.
     *
     * @return the instant, or empty
     */
    public Optional<Instant> lastModified() {
        return instant("LAST-MODIFIED");
    }

    /**
     * Returns the DTSTAMP.
     *
     * @return the instant, or empty
     */
    public Optional<Instant> stamp() {
        return instant("DTSTAMP");
    }

    /**
     * Returns the CREATED.
     *
     * @return the instant, or empty
     */
    public Optional<Instant> created() {
        return instant("CREATED");
    }

    private Optional<Instant> instant(String name) {
        return component
                .property(name)
                .flatMap(new TimeReader(ZoneResolver.ofNames(), new DefectLog())::time)
                .map(time -> time.toInstant(CalendarZone.UTC));
    }
}
