package org.citykit.icalendar.zone;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.icalendar.time.CalendarZone;

/**
 * Finds zones by what Windows and Outlook show to people: an offset and places, as {@code (UTC+01:00) Amsterdam, Berlin}.
 * The offset is that of winter, and may be older than our tz database.
 */
final class DisplayNames {
    private static final Pattern SHOWN = Pattern.compile("\\((?:UTC|GMT)\\s*([+-]\\d{1,2}[:.]?\\d{2})?\\)\\s*(.+)");
    private static final Pattern BETWEEN_PLACES = Pattern.compile("\\s*[,:]\\s*");
    private static final Pattern AFTERTHOUGHT = Pattern.compile("\\s*(?:\\(.*|\\bislands?|\\bis\\.)$");
    /** A moment of a winter in the north, after the last changes of offsets that Windows has followed. */
    private static final Instant WINTER = Instant.parse("2026-01-01T00:00:00Z");

    private static final int HOUR = 3_600;

    /** What is no place of the tz database under the name that Windows has for it. */
    private static final Map<String, String> OTHER = Map.ofEntries(
            Map.entry("coordinated universal time", "UTC"),
            Map.entry("eastern time", "America/New_York"),
            Map.entry("central time", "America/Chicago"),
            Map.entry("mountain time", "America/Denver"),
            Map.entry("pacific time", "America/Los_Angeles"),
            Map.entry("atlantic time", "America/Halifax"),
            Map.entry("aleutian", "America/Adak"),
            Map.entry("astana", "Asia/Almaty"),
            Map.entry("baja california", "America/Tijuana"),
            Map.entry("beijing", "Asia/Shanghai"),
            Map.entry("brasilia", "America/Sao_Paulo"),
            Map.entry("cabo verde", "Atlantic/Cape_Verde"),
            Map.entry("central america", "America/Guatemala"),
            Map.entry("chetumal", "America/Cancun"),
            Map.entry("city of buenos aires", "America/Buenos_Aires"),
            Map.entry("ekaterinburg", "Asia/Yekaterinburg"),
            Map.entry("greenland", "America/Godthab"),
            Map.entry("indiana", "America/Indianapolis"),
            Map.entry("international date line west", "Etc/GMT+12"),
            Map.entry("nuku'alofa", "Pacific/Tongatapu"),
            Map.entry("port louis", "Indian/Mauritius"),
            Map.entry("saint pierre and miquelon", "America/Miquelon"),
            Map.entry("salvador", "America/Bahia"),
            Map.entry("samoa", "Pacific/Apia"),
            Map.entry("solomon", "Pacific/Guadalcanal"),
            Map.entry("sri jayawardenepura", "Asia/Colombo"),
            Map.entry("turks and caicos", "America/Grand_Turk"),
            Map.entry("west central africa", "Africa/Lagos"));

    private DisplayNames() {}

    /** Finds the zone of a name as people see it, with the offset before it or without. */
    static Optional<CalendarZone> find(String name) {
        Matcher shown = SHOWN.matcher(name);
        if (!shown.matches()) {
            return Optional.ofNullable(OTHER.get(bare(name))).flatMap(IanaZones::named);
        }
        int offset = shown.group(1) == null ? 0 : seconds(shown.group(1));
        return BETWEEN_PLACES
                .splitAsStream(shown.group(2))
                .map(DisplayNames::bare)
                .flatMap(DisplayNames::zones)
                .filter(zone -> Math.abs(winterOffset(zone) - offset) <= HOUR)
                .findFirst();
    }

    private static String bare(String place) {
        return AFTERTHOUGHT.matcher(place.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    private static Stream<CalendarZone> zones(String place) {
        Optional<CalendarZone> other = Optional.ofNullable(OTHER.get(place)).flatMap(IanaZones::named);
        return Stream.concat(other.stream(), IanaZones.at(place).stream());
    }

    private static int winterOffset(CalendarZone zone) {
        ZoneOffset offset = zone.rules().getStandardOffset(WINTER);
        return offset.getTotalSeconds();
    }

    /** Reads +01:00, -3.30 or +0530. */
    private static int seconds(String offset) {
        String digits = offset.substring(1).replace(":", "").replace(".", "");
        int hours = Integer.parseInt(digits.substring(0, digits.length() - 2));
        int minutes = Integer.parseInt(digits.substring(digits.length() - 2));
        return (offset.charAt(0) == '-' ? -1 : 1) * (hours * HOUR + minutes * 60);
    }
}
