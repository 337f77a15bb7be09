/** Calendars from iCalendar files and addresses. */
module org.citykit.plugins.ical {
    requires org.citykit.api;
    requires org.citykit.icalendar;
    requires static org.jspecify;

    provides org.citykit.api.events.EventCalendar with
            org.citykit.plugins.ical.IcalCalendar;
}
