/** The calendar engine: expands what calendars say into occurrences, and finds them. */
module org.citykit.events {
    requires transitive org.citykit.api;
    requires org.citykit.icalendar;
    requires org.citykit.text;
    requires static org.jspecify;

    exports org.citykit.events;
}
