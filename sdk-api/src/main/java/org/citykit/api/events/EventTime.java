package org.citykit.api.events;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.validation.Check;

/**
 * When an event begins and ends.
 *
 * @since 1.0
 */
public sealed interface EventTime {
    /** When it begins, as the clocks of its place show it. */
    LocalDateTime localStart();

    /**
     * Whole days.
     *
     * @param start the first day
     * @param end the day after the last (RFC 5545 §3.8.2.2)
     */
    record AllDay(LocalDate start, LocalDate end) implements EventTime {
        public AllDay {
            if (!Check.present("end", end).isAfter(Check.present("start", start))) {
                throw new InvalidValueException("end", "must be after " + start + ", but is " + end);
            }
        }

        @Override
        public LocalDateTime localStart() {
            return start.atStartOfDay();
        }
    }

    /**
     * Hours and minutes.
     *
     * @param start when it begins
     * @param end when it ends; not before the start
     * @param zone in which time zone; absent if it follows the clock of wherever it is read ("floating")
     */
    record Timed(LocalDateTime start, LocalDateTime end, Optional<ZoneId> zone) implements EventTime {
        public Timed {
            Check.present("zone", zone);
            if (Check.present("end", end).isBefore(Check.present("start", start))) {
                throw new InvalidValueException("end", "must not be before " + start + ", but is " + end);
            }
        }

        @Override
        public LocalDateTime localStart() {
            return start;
        }
    }
}
