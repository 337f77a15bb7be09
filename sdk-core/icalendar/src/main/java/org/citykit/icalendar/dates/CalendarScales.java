package org.citykit.icalendar.dates;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The calendar scales that this library computes by itself (RFC 7529 §4.1, names of CLDR). */
public final class CalendarScales {
    /** The proleptic Gregorian calendar. */
    public static final CalendarScale GREGORIAN = new GregorianScale();
    /** The Solar Hijri calendar of Iran. */
    public static final CalendarScale PERSIAN = new PersianScale();
    /** The calendar of Umm al-Qura, years 1300 to 1600. */
    public static final CalendarScale ISLAMIC_UMALQURA = new UmmAlQuraScale();
    /** The tabular Islamic calendar with the civil (Friday) epoch. */
    public static final CalendarScale ISLAMIC_CIVIL = new IslamicScale("ISLAMIC-CIVIL", IslamicScale.CIVIL_EPOCH);
    /** The tabular Islamic calendar with the astronomical (Thursday) epoch. */
    public static final CalendarScale ISLAMIC_TBLA = new IslamicScale("ISLAMIC-TBLA", IslamicScale.ASTRONOMICAL_EPOCH);
    /** The Hebrew calendar. */
    public static final CalendarScale HEBREW = new HebrewScale();
    /** The Coptic calendar. */
    public static final CalendarScale COPTIC = new AlexandrianScale("COPTIC", AlexandrianScale.COPTIC_EPOCH);
    /** The Ethiopic calendar, era of the Incarnation. */
    public static final CalendarScale ETHIOPIC = new AlexandrianScale("ETHIOPIC", AlexandrianScale.ETHIOPIC_EPOCH);
    /** The Ethiopic calendar, era of the World (Amete Alem): the same months, years counted from 5500 years earlier. */
    public static final CalendarScale ETHIOPIC_AMETE_ALEM =
            new AlexandrianScale("ETHIOPIC-AMETE-ALEM", AlexandrianScale.AMETE_ALEM_EPOCH);
    /** The Indian national calendar. */
    public static final CalendarScale INDIAN = new IndianScale();

    private static final List<CalendarScale> ALL = List.of(
            GREGORIAN,
            PERSIAN,
            ISLAMIC_UMALQURA,
            ISLAMIC_CIVIL,
            ISLAMIC_TBLA,
            HEBREW,
            COPTIC,
            ETHIOPIC,
            ETHIOPIC_AMETE_ALEM,
            INDIAN);

    private static final Map<String, CalendarScale> BY_NAME = byName();

    private CalendarScales() {}

    private static Map<String, CalendarScale> byName() {
        Map<String, CalendarScale> names = new HashMap<>();
        ALL.forEach(scale -> names.put(scale.name(), scale));
        // Names that CLDR gives as aliases or types of the same calendars.
        names.put("GREGORY", GREGORIAN);
        names.put("ISLAMICC", ISLAMIC_CIVIL);
        names.put("ETHIOAA", ETHIOPIC_AMETE_ALEM);
        return Map.copyOf(names);
    }

    /**
     * Returns all scales.
     *
     * @return the scales
     */
    public static List<CalendarScale> all() {
        return ALL;
    }

    /**
     * Finds a scale. Besides those of {@link #all()} there are {@code CHINESE} and {@code DANGI}, of the years 1800 to
     * 2299, if the program has ICU4J.
     *
     * @param name its name in any case, as {@code islamic-umalqura}; names that stand for no single calendar, as
     *     {@code ISLAMIC}, are unknown
     * @return the scale, or empty
     */
    public static Optional<CalendarScale> named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        CalendarScale own = BY_NAME.get(wanted);
        return own != null ? Optional.of(own) : LunisolarScales.named(wanted);
    }
}
