package org.citykit.icalendar.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.icalendar.Defect;
import org.citykit.icalendar.IcalendarException;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.time.CalendarDuration;
import org.citykit.icalendar.time.CalendarPeriod;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.citykit.icalendar.zone.ZoneMatch;
import org.citykit.icalendar.zone.ZoneResolver;
import org.jspecify.annotations.Nullable;

/** Reads the times of one event with their TZID; what cannot be read is reported and left out. */
final class TimeReader {
    private final ZoneResolver zones;
    private final DefectLog log;

    TimeReader(ZoneResolver zones, DefectLog log) {
        this.zones = zones;
        this.log = log;
    }

    Optional<DateOrDateTime> time(Property property) {
        return time(property, property.value(), zone(property));
    }

    Optional<CalendarDuration> duration(Property property) {
        try {
            return Optional.of(CalendarDuration.parse(property.value()));
        } catch (IcalendarException unreadable) {
            log.report(Defect.Kind.VALUE, property, unreadable.getMessage(), "passed over the " + property.name());
            return Optional.empty();
        }
    }

    /** Reads a list of times, as in EXDATE. */
    List<DateOrDateTime> times(Property property) {
        CalendarZone zone = zone(property);
        return property.texts().stream()
                .filter(text -> !text.isBlank())
                .flatMap(text -> time(property, text, zone).stream())
                .toList();
    }

    /** Reads the periods of a list and leaves its other values to {@link #times(Property)}. */
    List<CalendarPeriod> periods(Property property) {
        CalendarZone zone = zone(property);
        return property.texts().stream()
                .filter(text -> !text.isBlank())
                .flatMap(text -> period(property, text, zone).stream())
                .toList();
    }

    static boolean hasPeriods(Property property) {
        return property.value().indexOf('/') >= 0;
    }

    private Optional<CalendarPeriod> period(Property property, String text, @Nullable CalendarZone zone) {
        try {
            CalendarPeriod period = CalendarPeriod.parse(text);
            return Optional.of(zone == null ? period : period.in(zone));
        } catch (IcalendarException unreadable) {
            log.report(Defect.Kind.VALUE, property, unreadable.getMessage(), "left the value out");
            return Optional.empty();
        }
    }

    private Optional<DateOrDateTime> time(Property property, String text, @Nullable CalendarZone zone) {
        try {
            DateOrDateTime time = DateOrDateTime.parse(text);
            boolean shouldBeDate = property.parameter("VALUE")
                    .filter(value -> value.toUpperCase(Locale.ROOT).equals("DATE"))
                    .isPresent();
            if (shouldBeDate != time.isDate()
                    && (shouldBeDate || property.parameter("VALUE").isPresent())) {
                log.report(
                        Defect.Kind.VALUE, property, "a value of the type that VALUE names", "took it for what it is");
            }
            return Optional.of(zone == null ? time : time.in(zone));
        } catch (IcalendarException unreadable) {
            log.report(Defect.Kind.VALUE, property, unreadable.getMessage(), "left the value out");
            return Optional.empty();
        }
    }

    private @Nullable CalendarZone zone(Property property) {
        Optional<String> tzid = property.parameter("TZID");
        if (tzid.isEmpty()) {
            return null;
        }
        Optional<ZoneMatch> match = zones.resolve(tzid.get());
        if (match.isEmpty()) {
            log.report(Defect.Kind.ZONE, property, "a TZID that names a zone", "took the time as floating");
        } else if (match.get().how() == ZoneMatch.How.IANA_REPAIRED
                || match.get().how() == ZoneMatch.How.WINDOWS
                || match.get().how() == ZoneMatch.How.OFFSET) {
            log.report(
                    Defect.Kind.ZONE,
                    property,
                    "an IANA name as TZID",
                    "took it for " + match.get().zone());
        }
        return match.map(ZoneMatch::zone).orElse(null);
    }
}
