package org.citykit.plugins.ical;

import org.citykit.testkit.EventCalendarContract;
import org.citykit.testkit.Subject;

class IcalCalendarTests implements EventCalendarContract {
    @Override
    public Subject subject() {
        return Subject.of(IcalCalendar.class)
                .settings("{ files: [calendars/en.ics], feeds: ['https://tehran.example/fa.ics'] }")
                .recorded("nowruz-fa.ics")
                .fileFrom("calendars/en.ics", "nowruz-en.ics");
    }
}
