/** Reads, expands and writes iCalendar (RFC 5545 and its family) on the JDK alone. */
module org.citykit.icalendar {
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
