/**
 * Reads, expands and writes iCalendar (RFC 5545 and its family) on the JDK alone; the Chinese and the Dangi calendar need
 * ICU4J beside it.
 */
module org.citykit.icalendar {
    requires static com.ibm.icu;
    requires static org.jspecify;

    exports org.citykit.icalendar;
    exports org.citykit.icalendar.dates;
    exports org.citykit.icalendar.event;
    exports org.citykit.icalendar.jcal;
    exports org.citykit.icalendar.recur;
    exports org.citykit.icalendar.schema;
    exports org.citykit.icalendar.time;
    exports org.citykit.icalendar.zone;
}
