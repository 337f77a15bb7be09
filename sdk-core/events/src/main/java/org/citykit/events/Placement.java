package org.citykit.events;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.icalendar.IcalendarException;

/** Tells events that recur from those that take place once. Immutable. */
final class Placement {
    private final Catalogue catalogue;
    private final Relatives relatives;
    private final ZoneId zone;
    private final List<Series> series = new ArrayList<>();
    private final List<Single> singles = new ArrayList<>();

    /** @param problems takes what cannot be expanded */
    Placement(Catalogue catalogue, Relatives relatives, ZoneId zone, List<EventProblem> problems) {
        this.catalogue = catalogue;
        this.relatives = relatives;
        this.zone = zone;
        for (int i = 0; i < catalogue.entries().size(); i++) {
            place(i, problems);
        }
    }

    List<Series> series() {
        return series;
    }

    List<Single> singles() {
        return singles;
    }

    private void place(int position, List<EventProblem> problems) {
        EventEntry entry = catalogue.entry(position);
        CalendarEvent event = entry.event();
        if (event.recurrence().isPresent()) {
            try {
                series.add(new Series(catalogue, position, relatives.replacements(position), zone));
                return;
            } catch (IcalendarException unreadable) {
                problems.add(new EventProblem(
                        entry,
                        "its rule cannot be expanded, only its first time is shown: " + unreadable.getMessage()));
            }
        }
        Optional<Integer> master = relatives.series(position);
        boolean fromThenOn = master.isPresent()
                && event.replaces().filter(ReplacedOccurrence::andFollowing).isPresent();
        if (!fromThenOn) { // the series shows it for every time from then on
            singles.add(Single.of(
                    position,
                    master.orElse(-1),
                    Occurrence.of(entry, master.map(catalogue::entry), event.when(), zone)));
        }
    }
}
