package org.citykit.icalendar.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.citykit.icalendar.Defect;
import org.citykit.icalendar.IcalendarException;
import org.citykit.icalendar.Parameter;
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
    private static final String TZID = ";TZID=";

    private final ZoneResolver zones;
    private final DefectLog log;

    TimeReader(ZoneResolver zones, DefectLog log) {
        this.zones = zones;
        this.log = log;
    }

    Optional<DateOrDateTime> time(Property property) {
        String value = property.value();
        if (value.indexOf(')') < 0) {
            return time(property, value, zone(property), type(property));
        }
        Property quoted = quoted(property, value);
        return time(quoted, quoted.value(), zone(quoted), type(quoted));
    }

    /** Puts quotes around a TZID with a colon, as {@code (UTC+01:00) Berlin}, which else ends at the colon. */
    private Property quoted(Property property, String value) {
        int colon = value.lastIndexOf(':');
        int bracket = value.indexOf(')');
        if (bracket < 0 || bracket > colon) {
            return property;
        }
        String line = property.toString();
        int tzid = line.toUpperCase(Locale.ROOT).indexOf(TZID);
        int end = line.length() - value.length() + colon;
        if (tzid < 0 || tzid + TZID.length() > end) {
            return property;
        }
        log.report(Defect.Kind.PARAMETER, property, "quotes around a TZID with a colon", "took the last colon");
        Parameter whole = Parameter.of("TZID", line.substring(tzid + TZID.length(), end));
        return Property.of(property.name(), List.of(whole), value.substring(colon + 1));
    }

    /** Reads a DURATION and returns the time that long after the start. */
    Optional<DateOrDateTime> after(DateOrDateTime start, Property duration) {
        try {
            return Optional.of(start.plus(CalendarDuration.parse(duration.value())));
        } catch (IcalendarException unreadable) {
            log.report(Defect.Kind.VALUE, duration, unreadable.getMessage(), "passed over the " + duration.name());
            return Optional.empty();
        }
    }

    /** Reads a list of times, as in EXDATE, up to a bound. */
    List<DateOrDateTime> times(Property written, int most) {
        Property property = quoted(written, written.value());
        CalendarZone zone = zone(property);
        String type = type(property);
        List<DateOrDateTime> times = new ArrayList<>(1);
        for (String text : values(property)) {
            if (times.size() == most) {
                break;
            }
            if (!text.isBlank()) {
                time(property, text, zone, type).ifPresent(times::add);
            }
        }
        return times;
    }

    /**
     * Reads a list with periods up to a bound, each value for what it is.
     *
     * @return how many were read
     */
    int mixed(Property property, int most, Consumer<CalendarPeriod> periods, Consumer<DateOrDateTime> times) {
        CalendarZone zone = zone(property);
        int taken = 0;
        for (String text : property.texts()) {
            if (taken == most) {
                break;
            }
            if (text.indexOf('/') >= 0) {
                Optional<CalendarPeriod> period = period(property, text, zone);
                period.ifPresent(periods);
                taken += period.isPresent() ? 1 : 0;
            } else if (!text.isBlank()) {
                Optional<DateOrDateTime> time = time(property, text, zone, "");
                time.ifPresent(times);
                taken += time.isPresent() ? 1 : 0;
            }
        }
        return taken;
    }

    private static List<String> values(Property property) {
        String value = property.value();
        return value.indexOf(',') < 0 && value.indexOf('\\') < 0 ? List.of(value) : property.texts();
    }

    static boolean hasPeriods(Property property) {
        return property.value().indexOf('/') >= 0;
    }

    private Optional<CalendarPeriod> period(Property property, String text, @Nullable CalendarZone zone) {
        try {
            return Optional.of(zone == null ? CalendarPeriod.parse(text) : CalendarPeriod.parse(text, zone));
        } catch (IcalendarException unreadable) {
            log.report(Defect.Kind.VALUE, property, unreadable.getMessage(), "left the value out");
            return Optional.empty();
        }
    }

    private static String type(Property property) {
        return property.parameter("VALUE").orElse("").toUpperCase(Locale.ROOT);
    }

    private Optional<DateOrDateTime> time(Property property, String text, @Nullable CalendarZone zone, String type) {
        try {
            DateOrDateTime time = DateOrDateTime.parse(text);
            if (!type.isEmpty() && type.equals("DATE") != time.isDate()) {
                log.report(
                        Defect.Kind.VALUE, property, "a value of the type that VALUE names", "took it for what it is");
            }
            return Optional.of(zone == null ? time : time.in(zone));
        } catch (IcalendarException unreadable) {
            Optional<DateOrDateTime> time = IsoTime.parse(text);
            log.report(
                    Defect.Kind.VALUE,
                    property,
                    unreadable.getMessage(),
                    time.isPresent() ? "read it as ISO 8601" : "left the value out");
            return zone == null ? time : time.map(each -> each.in(zone));
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
