package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * A month as a table of weeks.
 *
 * @param weekdays the names of the seven days, short and full
 * @param weeks its weeks
 */
public record MonthGrid(List<Weekday> weekdays, List<Week> weeks) {
    /**
     * A day of the week.
     *
     * @param shortName as a column heading
     * @param name as it is read aloud
     */
    public record Weekday(String shortName, String name) {}

    /**
     * A week.
     *
     * @param cells its seven days
     */
    public record Week(List<Cell> cells) {
        public Week {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A day.
     *
     * @param number its number in the month
     * @param other the day in another calendar, with its month where one begins; empty if there is none
     * @param inside true if it belongs to the month
     * @param today true if it is today
     * @param events to its events, if it has any; the label says the day and how many
     * @param titles the first of its events
     * @param more how many others there are, in words, if there are any
     */
    public record Cell(
            String number,
            String other,
            boolean inside,
            boolean today,
            Optional<Link> events,
            List<EventCard> titles,
            Optional<String> more) {
        public Cell {
            titles = List.copyOf(titles);
        }
    }

    public MonthGrid {
        weekdays = List.copyOf(weekdays);
        weeks = List.copyOf(weeks);
    }
}
