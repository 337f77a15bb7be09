package org.citykit.icalendar.zone;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citykit.icalendar.time.CalendarZone;

/** The zones of the JDK's tz database, found in any case. */
final class IanaZones {
    private static final Map<String, String> BY_LOWER_CASE = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id, (a, b) -> a));

    private IanaZones() {}

    static Optional<CalendarZone> named(String name) {
        if (name.equals("UTC") || name.equals("Z")) {
            return Optional.of(CalendarZone.UTC);
        }
        String lower = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return Optional.ofNullable(BY_LOWER_CASE.get(lower)).map(id -> CalendarZone.of(ZoneId.of(id)));
    }
}
