package org.citykit.icalendar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the standards say about the values of one property: RFC 5545 §3.8, 7529, 7808, 7953, 7986, 9073, 9074, 9253.
 * Immutable.
 *
 * @param name the upper-case name
 * @param defaultType the lower-case type of a value without VALUE, as {@code date-time}; empty where the standard has no
 *     default and asks for VALUE
 * @param form how many values there are in one line
 */
public record PropertyDefinition(String name, Optional<String> defaultType, Form form) {
    private static final Map<String, PropertyDefinition> KNOWN = known();

    /** How the values of a property are parted. */
    public enum Form {
        /** One value. */
        SINGLE,
        /** Values parted by commas. */
        LIST,
        /** One value of parts, parted by semicolons. */
        STRUCTURED
    }

    /**
     * Finds the definition of a property.
     *
     * @param name the name, in any case
     * @return the definition, or empty for a name of no standard
     */
    public static Optional<PropertyDefinition> of(String name) {
        return Optional.ofNullable(KNOWN.get(name.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, PropertyDefinition> known() {
        Map<String, PropertyDefinition> all = new HashMap<>();
        single(all, "cal-address", "ATTENDEE", "ORGANIZER", "CALENDAR-ADDRESS");
        single(
                all,
                "date-time",
                "ACKNOWLEDGED",
                "COMPLETED",
                "CREATED",
                "DTEND",
                "DTSTAMP",
                "DTSTART",
                "DUE",
                "LAST-MODIFIED",
                "RECURRENCE-ID",
                "TZUNTIL");
        single(all, "duration", "DURATION", "TRIGGER");
        single(all, "integer", "PERCENT-COMPLETE", "PRIORITY", "REPEAT", "SEQUENCE");
        single(all, "recur", "EXRULE", "RRULE");
        single(
                all,
                "text",
                "ACTION",
                "BUSYTYPE",
                "CALSCALE",
                "CLASS",
                "COLOR",
                "COMMENT",
                "CONTACT",
                "DESCRIPTION",
                "LOCATION",
                "METHOD",
                "NAME",
                "PARTICIPANT-TYPE",
                "PRODID",
                "PROXIMITY",
                "REFID",
                "RELATED-TO",
                "RESOURCE-TYPE",
                "STATUS",
                "SUMMARY",
                "TRANSP",
                "TZID",
                "TZID-ALIAS-OF",
                "TZNAME",
                "UID",
                "VERSION",
                "XML");
        single(all, "uri", "ATTACH", "CONCEPT", "TZURL", "URL");
        single(all, "utc-offset", "TZOFFSETFROM", "TZOFFSETTO");
        single(
                all,
                "",
                "CONFERENCE",
                "IMAGE",
                "LINK",
                "REFRESH-INTERVAL",
                "SOURCE",
                "STRUCTURED-DATA",
                "STYLED-DESCRIPTION");
        put(all, Form.LIST, "text", "CATEGORIES", "LOCATION-TYPE", "RESOURCES");
        put(all, Form.LIST, "date-time", "EXDATE", "RDATE");
        put(all, Form.LIST, "period", "FREEBUSY");
        put(all, Form.STRUCTURED, "float", "GEO");
        put(all, Form.STRUCTURED, "text", "REQUEST-STATUS");
        return Map.copyOf(all);
    }

    private static void single(Map<String, PropertyDefinition> all, String type, String... names) {
        put(all, Form.SINGLE, type, names);
    }

    private static void put(Map<String, PropertyDefinition> all, Form form, String type, String... names) {
        Optional<String> byDefault = type.isEmpty() ? Optional.empty() : Optional.of(type);
        for (String name : names) {
            all.put(name, new PropertyDefinition(name, byDefault, form));
        }
    }
}
