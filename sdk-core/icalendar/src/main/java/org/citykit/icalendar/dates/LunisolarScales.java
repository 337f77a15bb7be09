package org.citykit.icalendar.dates;

import java.util.Optional;

/**
 * The way to the calendars that follow sun and moon by astronomy: Chinese and Dangi. They are computed by ICU4J where
 * the program has it; where it does not, none of the classes that name ICU4J is loaded.
 */
final class LunisolarScales {
    private static final Optional<CalendarScale> CHINESE = scale("CHINESE", "chinese");
    private static final Optional<CalendarScale> DANGI = scale("DANGI", "dangi");

    private LunisolarScales() {}

    static Optional<CalendarScale> named(String name) {
        return switch (name) {
            case "CHINESE" -> CHINESE;
            case "DANGI" -> DANGI;
            default -> Optional.empty();
        };
    }

    private static Optional<CalendarScale> scale(String name, String icuName) {
        try {
            Class.forName("com.ibm.icu.util.ChineseCalendar", false, LunisolarScales.class.getClassLoader());
            return Optional.of(new LunisolarScale(name, IcuMonths.of(icuName)));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }
}
