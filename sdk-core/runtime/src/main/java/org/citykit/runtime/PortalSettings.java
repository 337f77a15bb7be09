package org.citykit.runtime;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.citykit.api.CalendarSystem;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;

/**
 * What stands under {@code portal:}.
 *
 * @param id 1 to 60 lower-case letters, digits and hyphens
 * @param name the portal's name
 * @param languages the main one first; at least one, none twice
 * @param zone where the city is
 * @param calendars in which dates are shown, the main one first; at least one, none twice
 * @param domain the city's own name on the Internet, which identifies it as the sender of CAP documents
 */
public record PortalSettings(
        String id,
        Text name,
        List<Locale> languages,
        ZoneId zone,
        List<CalendarSystem> calendars,
        Optional<String> domain) {
    public PortalSettings {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        languages = some("languages", languages);
        Objects.requireNonNull(zone, "zone");
        calendars = some("calendars", calendars);
        Objects.requireNonNull(domain, "domain");
    }

    private static <T> List<T> some(String field, List<T> values) {
        List<T> copy = List.copyOf(values);
        if (copy.isEmpty()) {
            throw new InvalidValueException(field, "must not be empty");
        }
        for (T value : copy) {
            if (copy.indexOf(value) != copy.lastIndexOf(value)) {
                throw new InvalidValueException(field, "has \"" + value + "\" twice");
            }
        }
        return copy;
    }
}
