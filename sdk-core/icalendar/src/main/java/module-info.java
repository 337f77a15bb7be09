/** Reads, expands and writes iCalendar (RFC 5545 and its family) on the JDK alone. */
module org.citykit.icalendar {
    requires static org.jspecify;

    exports org.citykit.icalendar;
}
