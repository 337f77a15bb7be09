package org.example.delegations;

import org.citykit.testkit.EventCalendarContract;
import org.citykit.testkit.Subject;

// region class
class DelegationCalendarTests implements EventCalendarContract {
    @Override
    public Subject subject() {
        return Subject.of(DelegationCalendar.class)
                .settings("feed: https://protocol.example/visits.json")
                .recorded("visits.json");
    }
}
// endregion
