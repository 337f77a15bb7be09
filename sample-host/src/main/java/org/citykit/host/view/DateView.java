package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * A date or time in the page's first calendar and in the others.
 *
 * @param machine what {@code datetime} says, where HTML can express it
 * @param text in the first calendar
 * @param others in the other calendars, each with its name where it needs one
 */
public record DateView(Optional<String> machine, String text, List<String> others) {
    public DateView {
        others = List.copyOf(others);
    }
}
