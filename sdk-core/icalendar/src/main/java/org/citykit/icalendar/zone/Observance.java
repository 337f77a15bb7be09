package org.citykit.icalendar.zone;

import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;
import java.util.Optional;

/**
 * What one STANDARD or DAYLIGHT part of a VTIMEZONE says.
 *
 * @param onsets when it begins
 * @param endless whether its rule has no end
 * @param lasting the yearly rule that goes on after the last onset, if it has one
 */
record Observance(List<Onset> onsets, boolean endless, Optional<ZoneOffsetTransitionRule> lasting) {

    /** Copies the list. */
    Observance {
        onsets = List.copyOf(onsets);
    }
}
