package org.citykit.icalendar.zone;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.time.CalendarZone;
import org.jspecify.annotations.Nullable;

/**
 * Finds the zones of one calendar: by IANA name, by the names of Windows, by the location or the rules of its own
 * VTIMEZONE. A definition that has another offset than the zone of its name most of the time, in the years of the
 * calendar's events, is believed; one that is only older than our tz database is not. Thread-safe; keeps what it found
 * for the TZIDs that it was asked for.
 */
public final class ZoneResolver {
    private static final Pattern OFFSET =
            Pattern.compile("\\(?(?:UTC|GMT)?\\s*([+-])(\\d{1,2})[:.]?(\\d{2})?\\)?.*", Pattern.DOTALL);
    /** What no IANA name has, and so parts it from a remark, as in {@code Europe/Berlin (CET)}. */
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^A-Za-z0-9_/+.-]+");
    /** Far more than any honest TZID; a longer one names no zone. */
    private static final int LONGEST_NAME = 255;

    private static final List<String> LOCATIONS = List.of("X-LIC-LOCATION", "TZID-ALIAS-OF");

    private final Map<String, Component> definitions = new HashMap<>();
    private final Map<String, Optional<ZoneMatch>> found = new ConcurrentHashMap<>();

    private final ZoneYears years;

    private ZoneResolver(List<Component> zones, ZoneYears years) {
        this.years = years;
        for (Component zone : zones) {
            zone.property("TZID").ifPresent(tzid -> definitions.putIfAbsent(key(tzid.text()), zone));
        }
    }

    /**
     * Makes a resolver for the times of a calendar.
     *
     * @param calendar the VCALENDAR, whose VTIMEZONE components count
     * @return the resolver
     */
    public static ZoneResolver of(Component calendar) {
        return new ZoneResolver(calendar.components("VTIMEZONE"), ZoneYears.of(calendar));
    }

    /**
     * Makes a resolver that knows names only.
     *
     * @return the resolver
     */
    public static ZoneResolver ofNames() {
        return new ZoneResolver(List.of(), ZoneYears.NONE);
    }

    /**
     * Finds a zone.
     *
     * @param tzid the TZID as it stands in the file
     * @return the zone and how it was found, or empty where nothing says what is meant
     */
    public Optional<ZoneMatch> resolve(String tzid) {
        if (tzid.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return found.computeIfAbsent(key(tzid), key -> search(key, definitions.get(key)));
    }

    private static String key(String tzid) {
        // A comma is escaped in the TZID of a VTIMEZONE, and by some in the parameter too.
        return tzid.replace("\"", "").replace("\\,", ",").replace("\\;", ";").strip();
    }

    private Optional<ZoneMatch> search(String tzid, @Nullable Component definition) {
        if (tzid.isEmpty() && definition == null) {
            return Optional.empty();
        }
        Optional<ZoneMatch> named =
                byName(tzid).or(() -> definition == null ? Optional.empty() : byLocation(definition));
        if (named.isPresent() && definition != null && differs(named.get().zone(), definition)) {
            return byRules(tzid, definition);
        }
        return named.or(() -> definition == null ? Optional.empty() : byRules(tzid, definition))
                .or(() -> byOffset(tzid));
    }

    private boolean differs(CalendarZone named, Component definition) {
        return EmbeddedRules.read(definition, years.from() - 1, years.to() + 1)
                .filter(embedded -> years.differ(named.rules(), embedded))
                .isPresent();
    }

    private static Optional<ZoneMatch> byName(String tzid) {
        Optional<CalendarZone> exact = IanaZones.named(tzid);
        if (exact.isPresent()) {
            boolean written = exact.get().id().equals(tzid);
            return exact.map(zone -> new ZoneMatch(zone, written ? ZoneMatch.How.IANA : ZoneMatch.How.IANA_REPAIRED));
        }
        Optional<CalendarZone> windows =
                WindowsZones.ianaName(tzid).flatMap(IanaZones::named).or(() -> DisplayNames.find(tzid));
        if (windows.isPresent()) {
            return windows.map(zone -> new ZoneMatch(zone, ZoneMatch.How.WINDOWS));
        }
        return Stream.concat(Stream.of(tzid), BETWEEN_NAMES.splitAsStream(tzid))
                .filter(name -> name.indexOf('/') >= 0)
                .flatMap(ZoneResolver::withoutPrefix)
                .findFirst()
                // Names as US-Eastern, from programs that kept no slash.
                .or(() -> IanaZones.named(tzid.replace('-', '/')))
                .map(zone -> new ZoneMatch(zone, ZoneMatch.How.IANA_REPAIRED));
    }

    /** Finds the zone of a name as it is, or of what stands behind one of its slashes. */
    private static Stream<CalendarZone> withoutPrefix(String name) {
        return Stream.iterate(name, rest -> !rest.isEmpty(), ZoneResolver::behindSlash)
                .flatMap(rest -> IanaZones.named(rest).stream());
    }

    private static String behindSlash(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? "" : name.substring(slash + 1);
    }

    private static Optional<ZoneMatch> byLocation(Component definition) {
        return LOCATIONS.stream()
                .flatMap(name -> definition.property(name).stream())
                .flatMap(location -> byName(key(location.text())).stream())
                .findFirst()
                .map(match -> new ZoneMatch(match.zone(), ZoneMatch.How.LOCATION));
    }

    private static Optional<ZoneMatch> byRules(String tzid, Component definition) {
        return EmbeddedRules.read(definition)
                .map(rules -> new ZoneMatch(CalendarZone.of(tzid, rules), ZoneMatch.How.EMBEDDED));
    }

    private static Optional<ZoneMatch> byOffset(String tzid) {
        Matcher offset = OFFSET.matcher(tzid.toUpperCase(Locale.ROOT));
        if (tzid.length() > 100 || !offset.matches()) {
            return Optional.empty();
        }
        int sign = offset.group(1).equals("-") ? -1 : 1;
        int hours = Integer.parseInt(offset.group(2));
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        try {
            ZoneOffset found = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
            return Optional.of(new ZoneMatch(CalendarZone.of(found), ZoneMatch.How.OFFSET));
        } catch (DateTimeException beyondEighteenHours) {
            return Optional.empty();
        }
    }
}
