package org.citykit.icalendar;

import java.util.List;
import java.util.Set;

/**
 * What a reader found: the calendars of a file, its defects, and whether a limit cut something off. Immutable.
 *
 * @param calendars the VCALENDAR components in order
 * @param defects the defects in order, at most {@link ReadLimits#defects()}
 * @param defectCount how many defects there were in all
 * @param reachedLimits the limits that were reached; empty for a document read whole
 */
public record CalendarDocument(
        List<Component> calendars, List<Defect> defects, long defectCount, Set<ReachedLimit> reachedLimits) {

    /** Copies the collections. */
    public CalendarDocument {
        calendars = List.copyOf(calendars);
        defects = List.copyOf(defects);
        reachedLimits = Set.copyOf(reachedLimits);
    }

    /**
     * Tells whether all of the input is in the document.
     *
     * @return true if no limit was reached
     */
    public boolean isWhole() {
        return reachedLimits.isEmpty();
    }

    /**
     * Returns the components of one name that stand directly in the calendars.
     *
     * @param name the upper-case name, as {@code VEVENT}
     * @return the components in order
     */
    public List<Component> components(String name) {
        return calendars.stream()
                .flatMap(calendar -> calendar.components(name).stream())
                .toList();
    }
}
