package org.citykit.plugins.ical;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/** Chooses the clock of an event. Confined to one fetch. */
final class Clocks {
    private final Optional<ZoneId> shownIn;
    private final ZoneChoice zones;
    private final Complaints complaints;

    Clocks(IcalSettings settings, ZoneId portal, Complaints complaints) {
        this.shownIn = settings.zone();
        this.zones = new ZoneChoice(portal);
        this.complaints = complaints;
    }

    /** The clock of an event that stands for itself. */
    SeriesClock of(EventCopy copy) {
        DateOrDateTime start = copy.start();
        return switch (start.kind()) {
            case DATE -> SeriesClock.days();
            case FLOATING ->
                shownIn.or(() -> copy.origin().shownIn())
                        .map(zone -> SeriesClock.in(CalendarZone.of(zone), zone, start))
                        .orElseGet(() -> SeriesClock.floating(start));
            case UTC -> SeriesClock.in(CalendarZone.UTC, utcShownIn(copy), start);
            case ZONED -> zoned(copy, start.zone().orElseThrow());
        };
    }

    /** The clock of an event that replaces an occurrence of a series. */
    SeriesClock of(EventCopy copy, SeriesClock series) {
        boolean inUtc = copy.start().kind() == DateOrDateTime.Kind.UTC;
        return inUtc && series.zone().isPresent()
                ? SeriesClock.in(CalendarZone.UTC, series.zone().get(), copy.start())
                : of(copy);
    }

    private ZoneId utcShownIn(EventCopy copy) {
        if (copy.recurs()) {
            return ZoneOffset.UTC; // the rule is counted in UTC; in a zone with summer time it would be another
        }
        return shownIn.or(() -> copy.origin().shownIn()).orElse(ZoneOffset.UTC);
    }

    private SeriesClock zoned(EventCopy copy, CalendarZone own) {
        DateOrDateTime start = copy.start();
        Optional<ZoneId> known = zones.of(own, start.local());
        if (known.isEmpty() && copy.recurs()) {
            complaints.add(
                    copy,
                    copy.line(),
                    "the time zone " + own.id() + " is none that is known, so all times are told with its offset at the"
                            + " first of them. Use an IANA name as TZID.");
        }
        return SeriesClock.in(own, known.orElseGet(() -> own.rules().getOffset(start.local())), start);
    }
}
