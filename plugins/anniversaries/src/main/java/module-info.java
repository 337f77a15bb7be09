/** A calendar of the anniversaries that stand in the registry. */
module org.citykit.plugins.anniversaries {
    requires org.citykit.api;
    requires org.citykit.icalendar;
    requires static org.jspecify;

    provides org.citykit.api.events.EventCalendar with
            org.citykit.plugins.anniversaries.AnniversaryCalendar;
}
