package org.citykit.icalendar.zone;

import java.time.ZoneId;
import java.util.Comparator;
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

    /** Names of the tz database that the JDK keeps out of its list, because they are mere offsets. */
    private static final Map<String, String> FIXED =
            Map.of("est", "Etc/GMT+5", "mst", "Etc/GMT+7", "hst", "Etc/GMT+10");

    /** The places of the database by their last word; of two the shorter name. */
    private static final Map<String, String> BY_PLACE = BY_LOWER_CASE.values().stream()
            .filter(id -> id.indexOf('/') > 0 && !id.startsWith("Etc/"))
            .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
            .collect(Collectors.toUnmodifiableMap(IanaZones::place, id -> id, (a, b) -> a));

    private IanaZones() {}

    private static String place(String id) {
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Finds the zone of a place, as {@code Mexico City}. */
    static Optional<CalendarZone> at(String place) {
        return Optional.ofNullable(BY_PLACE.get(place.toLowerCase(Locale.ROOT)))
                .map(id -> CalendarZone.of(ZoneId.of(id)));
    }

    static Optional<CalendarZone> named(String name) {
        if (name.equals("UTC") || name.equals("Z")) {
            return Optional.of(CalendarZone.UTC);
        }
        String lower = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return Optional.ofNullable(BY_LOWER_CASE.getOrDefault(lower, FIXED.get(lower)))
                .map(id -> CalendarZone.of(ZoneId.of(id)));
    }
}
