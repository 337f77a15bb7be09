package org.citykit.icalendar.recur;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * A recurrence set of which single occurrences, or all from one on, were moved (RFC 5545 §3.8.4.4: RECURRENCE-ID and
 * RANGE=THISANDFUTURE). Immutable, safe for any thread.
 *
 * <p>A moved occurrence stands where its override says, whether or not the set still has the occurrence that it names.
 * From a THISANDFUTURE override on, every occurrence is moved by as much on the wall clock, until the next such override;
 * an override of its own wins.
 */
public final class OverriddenSet {
    private final RecurrenceSet set;
    private final List<Change> overrides;
    private final Map<Long, Integer> single = new TreeMap<>();
    private final TreeMap<Long, Integer> onwards = new TreeMap<>();

    private OverriddenSet(RecurrenceSet set, List<Change> overrides) {
        this.set = set;
        this.overrides = List.copyOf(overrides);
        for (int i = 0; i < overrides.size(); i++) {
            long key = set.frame().key(overrides.get(i).recurrenceId());
            single.put(key, i);
            if (overrides.get(i).thisAndFuture()) {
                onwards.put(key, i);
            }
        }
    }

    /**
     * Where an occurrence was moved to.
     *
     * @param recurrenceId the start it has in the set
     * @param start the start it has now
     * @param thisAndFuture whether all later ones move with it
     */
    public record Change(DateOrDateTime recurrenceId, DateOrDateTime start, boolean thisAndFuture) {

        /** Checks that nothing is missing. */
        public Change {
            Objects.requireNonNull(recurrenceId, "recurrenceId");
            Objects.requireNonNull(start, "start");
        }
    }

    /**
     * One occurrence.
     *
     * @param start where it stands
     * @param recurrenceId where the set has it
     * @param override the place in the list of the override that says so; empty where it stands as in the set
     */
    public record Placed(DateOrDateTime start, DateOrDateTime recurrenceId, Optional<Integer> override) {

        /** Checks that nothing is missing. */
        public Placed {
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(recurrenceId, "recurrenceId");
            Objects.requireNonNull(override, "override");
        }
    }

    /**
     * What was found.
     *
     * @param occurrences in order of time
     * @param truncated true if the budget ended before the window did
     */
    public record Found(List<Placed> occurrences, boolean truncated) {

        /** Copies the list. */
        public Found {
            occurrences = List.copyOf(occurrences);
        }
    }

    /**
     * Puts overrides over a set; of two for the same occurrence the later in the list counts.
     *
     * @param set the occurrences as they were
     * @param overrides what was moved
     * @return the set with its overrides
     */
    public static OverriddenSet of(RecurrenceSet set, List<Change> overrides) {
        return new OverriddenSet(set, overrides);
    }

    /**
     * Finds the occurrences that now start within a window.
     *
     * @param from the first moment of the window
     * @param to the moment after its last
     * @param viewer the zone in which dates and floating times are seen
     * @param budget what it may cost
     * @return the occurrences in order
     */
    public Found expand(Instant from, Instant to, CalendarZone viewer, Budget budget) {
        Duration forward = Duration.ZERO;
        Duration back = Duration.ZERO;
        for (int index : onwards.values()) {
            Duration shift = shift(index);
            forward = shift.compareTo(forward) > 0 ? shift : forward;
            back = shift.negated().compareTo(back) > 0 ? shift.negated() : back;
        }
        // A day more, because a zone may move a local time by as much.
        Duration slack = onwards.isEmpty() ? Duration.ZERO : Duration.ofDays(1);
        Expansion found = set.expand(
                Instant.MIN.plus(forward.plus(slack)).isAfter(from) ? Instant.MIN : from.minus(forward.plus(slack)),
                Instant.MAX.minus(back.plus(slack)).isBefore(to) ? Instant.MAX : to.plus(back.plus(slack)),
                viewer,
                budget);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            long key = found.second(i);
            if (!single.containsKey(key)) {
                place(key).ifPresent(placed::add);
            }
        }
        single.values()
                .forEach(index -> placed.add(new Placed(
                        overrides.get(index).start(), overrides.get(index).recurrenceId(), Optional.of(index))));
        Comparator<Placed> inTime = Comparator.comparing(each -> each.start().toInstant(viewer));
        return new Found(
                placed.stream()
                        .filter(each -> !each.start().toInstant(viewer).isBefore(from)
                                && each.start().toInstant(viewer).isBefore(to))
                        .sorted(inTime)
                        .toList(),
                found.truncated());
    }

    /** Returns where an occurrence stands now; empty where that is in no year that can be written. */
    private Optional<Placed> place(long key) {
        DateOrDateTime point = set.frame().point(key);
        Map.Entry<Long, Integer> mover = onwards.floorEntry(key);
        if (mover == null) {
            return Optional.of(new Placed(point, point, Optional.empty()));
        }
        LocalDateTime moved = point.local().plus(shift(mover.getValue()));
        boolean writable = moved.getYear() >= 0 && moved.getYear() <= 9999;
        return writable
                ? Optional.of(new Placed(point.withLocal(moved), point, Optional.of(mover.getValue())))
                : Optional.empty();
    }

    /** Returns by how much an override moves on the clock of the set, in whichever form it is written. */
    private Duration shift(int override) {
        Change change = overrides.get(override);
        return Duration.between(
                set.frame().localOf(change.recurrenceId()), set.frame().localOf(change.start()));
    }
}
