package org.citykit.host.publish;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.citykit.api.events.EventTime;

/** The same length of time elsewhere. */
final class Times {
    private Times() {}

    static EventTime moved(EventTime when, LocalDateTime start) {
        if (when instanceof EventTime.AllDay days) {
            long length = ChronoUnit.DAYS.between(days.start(), days.end());
            return new EventTime.AllDay(start.toLocalDate(), start.toLocalDate().plusDays(length));
        }
        EventTime.Timed timed = (EventTime.Timed) when;
        return new EventTime.Timed(start, start.plus(Duration.between(timed.start(), timed.end())), timed.zone());
    }
}
