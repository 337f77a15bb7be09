package org.citykit.plugins.ical;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.citykit.api.Text;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.zone.ZoneMatch;
import org.citykit.icalendar.zone.ZoneResolver;

/**
 * The VCALENDAR that an event stands in.
 *
 * @param where the file or feed, as defects name it
 * @param zones its time zones
 * @param name what it is called (RFC 7986 §5.1, or X-WR-CALNAME)
 * @param shownIn the zone in which its publisher sees it (X-WR-TIMEZONE)
 * @param cancels true if all it says is that its events are cancelled (RFC 5546 §3.2.5)
 */
record Origin(String where, ZoneResolver zones, Optional<Text> name, Optional<ZoneId> shownIn, boolean cancels) {

    static Origin of(Component calendar, String where, String language) {
        ZoneResolver zones = ZoneResolver.of(calendar);
        Optional<Text> name = calendar.property("NAME")
                .or(() -> calendar.property("X-WR-CALNAME"))
                .flatMap(property -> Wording.line(property.text()))
                .map(text -> Text.of(language, text));
        Optional<ZoneId> shownIn = calendar.property("X-WR-TIMEZONE")
                .flatMap(property -> zones.resolve(property.text()))
                .map(ZoneMatch::zone)
                .flatMap(CalendarZone::zoneId);
        boolean cancels = calendar.property("METHOD")
                .map(Property::value)
                .filter(method -> method.strip().toUpperCase(Locale.ROOT).equals("CANCEL"))
                .isPresent();
        return new Origin(where, zones, name, shownIn, cancels);
    }
}
