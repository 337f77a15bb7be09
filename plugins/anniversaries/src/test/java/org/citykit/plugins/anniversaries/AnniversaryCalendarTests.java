package org.citykit.plugins.anniversaries;

import org.citykit.api.PartialDate;
import org.citykit.testkit.EventCalendarContract;
import org.citykit.testkit.Subject;

class AnniversaryCalendarTests implements EventCalendarContract {
    @Override
    public Subject subject() {
        return Subject.of(AnniversaryCalendar.class)
                .settings("{ year-only: jubilee-year, kinds: [sister, twin], cities: ['wikidata:Q3616'] }")
                .views(
                        Registry.agreement(
                                "seoul", Registry.TEHRAN, Registry.SEOUL, Registry.since(PartialDate.of(1962, 5, 16))),
                        Registry.agreement(
                                "london", Registry.TEHRAN, Registry.LONDON, Registry.since(PartialDate.year(1993))));
    }
}
