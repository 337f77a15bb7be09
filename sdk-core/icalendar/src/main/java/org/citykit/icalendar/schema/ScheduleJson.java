package org.citykit.icalendar.schema;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.icalendar.IcalendarException;
import org.citykit.icalendar.json.JsonWriter;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.time.DateOrDateTime;

/** Recurrence rules as the Schedule of schema.org, as far as it can say them. */
final class ScheduleJson {
    private static final Map<String, String> PERIODS =
            Map.of("DAILY", "D", "WEEKLY", "W", "MONTHLY", "M", "YEARLY", "Y");
    private static final Map<String, String> DAYS = Map.of(
            "MO", "Monday",
            "TU", "Tuesday",
            "WE", "Wednesday",
            "TH", "Thursday",
            "FR", "Friday",
            "SA", "Saturday",
            "SU", "Sunday");
    private static final Set<String> SAYABLE =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "WKST");

    private ScheduleJson() {}

    /** Tells whether Schedule has words for all of a rule. */
    static boolean isSayable(RecurrenceRule rule) {
        Map<String, String> parts = parts(rule);
        boolean plainMonths = !parts.getOrDefault("BYMONTH", "").contains("L");
        return SAYABLE.containsAll(parts.keySet()) && PERIODS.containsKey(parts.get("FREQ")) && plainMonths;
    }

    private static Map<String, String> parts(RecurrenceRule rule) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : rule.toText().split(";", -1)) {
            int equals = part.indexOf('=');
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        if ("GREGORIAN".equals(parts.get("RSCALE"))) {
            parts.remove("RSCALE");
        }
        return parts;
    }

    static void write(
            RecurrenceRule rule, DateOrDateTime start, DateOrDateTime end, List<String> excluded, JsonWriter json) {
        Map<String, String> parts = parts(rule);
        json.beginObject().name("@type").string("Schedule");
        json.name("startDate").string(start.date().toString());
        String frequency = PERIODS.getOrDefault(parts.getOrDefault("FREQ", ""), "D");
        json.name("repeatFrequency").string("P" + parts.getOrDefault("INTERVAL", "1") + frequency);
        if (parts.containsKey("COUNT")) {
            json.name("repeatCount").raw(parts.getOrDefault("COUNT", "1"));
        }
        if (parts.containsKey("UNTIL")) {
            json.name("endDate").string(date(parts.getOrDefault("UNTIL", ""), start));
        }
        days(parts.getOrDefault("BYDAY", ""), json);
        numbers("byMonth", parts.getOrDefault("BYMONTH", ""), json);
        numbers("byMonthDay", parts.getOrDefault("BYMONTHDAY", ""), json);
        if (!start.isDate()) {
            json.name("startTime").string(EventJson.time(start));
            json.name("endTime").string(EventJson.time(EventJson.onClockOf(start, end)));
            start.zone().ifPresent(zone -> json.name("scheduleTimezone").string(zone.id()));
        }
        if (!excluded.isEmpty()) {
            json.name("exceptDate").beginArray();
            excluded.forEach(json::string);
            json.endArray();
        }
        json.endObject();
    }

    /** Returns the day of UNTIL on the clock of the start, as all days of a schedule. */
    private static String date(String until, DateOrDateTime start) {
        try {
            return EventJson.onClockOf(start, DateOrDateTime.parse(until))
                    .date()
                    .toString();
        } catch (IcalendarException neverFromARule) {
            return until;
        }
    }

    private static void days(String days, JsonWriter json) {
        if (!days.isEmpty()) {
            json.name("byDay").beginArray();
            for (String day : days.split(",", -1)) {
                // A day with an ordinal stands as iCalendar has it, which schema.org allows.
                json.string(DAYS.containsKey(day) ? "https://schema.org/" + DAYS.get(day) : day);
            }
            json.endArray();
        }
    }

    private static void numbers(String name, String numbers, JsonWriter json) {
        if (!numbers.isEmpty()) {
            json.name(name).beginArray();
            Arrays.stream(numbers.split(",", -1))
                    .map(Integer::parseInt)
                    .forEach(number -> json.raw(Integer.toString(number)));
            json.endArray();
        }
    }
}
