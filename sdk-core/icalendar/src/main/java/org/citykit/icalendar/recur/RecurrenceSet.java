package org.citykit.icalendar.recur;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citykit.icalendar.time.CalendarPeriod;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * The occurrences of one component: a start, rules, further dates and exceptions (RFC 5545 §3.8.5). Immutable, safe for
 * any thread.
 *
 * <p>Without a rule the start is an occurrence; with rules the rules say what is, so a start that no rule meets is none.
 * Local times in a gap of the zone move behind it, of two equal ones the first is meant (§3.3.5). The cost of a window
 * depends on the window, not on how long ago the start was, save for rules with COUNT that are not uniform.
 */
public final class RecurrenceSet {
    private final DateOrDateTime start;
    private final Frame frame;
    private final List<RuleParts> rules;
    private final List<RuleParts> exclusionRules;
    private final long[] dates;
    private final long[] excluded;
    private final long[] excludedDays;
    private final Map<Long, DateOrDateTime> ends;

    private RecurrenceSet(Builder builder) {
        this.start = builder.start;
        this.frame = new Frame(start);
        this.rules = builder.rules.stream().map(RecurrenceRule::parts).toList();
        this.exclusionRules =
                builder.exclusionRules.stream().map(RecurrenceRule::parts).toList();
        this.dates = keys(builder.dates, rules.isEmpty());
        this.ends = Map.copyOf(endsOf(builder.periods));
        boolean byDay = !start.isDate();
        this.excluded = keys(
                builder.exclusions.stream()
                        .filter(each -> !byDay || !each.isDate())
                        .toList(),
                false);
        this.excludedDays = builder.exclusions.stream()
                .filter(each -> byDay && each.isDate())
                .mapToLong(each -> each.date().toEpochDay())
                .sorted()
                .toArray();
    }

    private long[] keys(List<DateOrDateTime> points, boolean withStart) {
        long[] keys = new long[points.size() + (withStart ? 1 : 0)];
        for (int i = 0; i < points.size(); i++) {
            keys[i] = frame.key(points.get(i));
        }
        if (withStart) {
            keys[points.size()] = frame.key(start);
        }
        Arrays.sort(keys);
        return keys;
    }

    private Map<Long, DateOrDateTime> endsOf(List<CalendarPeriod> periods) {
        Map<Long, DateOrDateTime> found = new TreeMap<>();
        for (CalendarPeriod period : periods) {
            found.put(frame.key(period.start()), period.end());
        }
        return found;
    }

    /**
     * Begins a set.
     *
     * @param start the DTSTART
     * @return a builder
     */
    public static Builder from(DateOrDateTime start) {
        return new Builder(start);
    }

    /**
     * Returns the start.
     *
     * @return the DTSTART
     */
    public DateOrDateTime start() {
        return start;
    }

    /**
     * Tells whether there can be more than one occurrence.
     *
     * @return true if there are rules or further dates
     */
    public boolean isRecurring() {
        return !rules.isEmpty() || dates.length > 1;
    }

    /**
     * Finds the occurrences that start within a window.
     *
     * @param from the first moment of the window
     * @param to the moment after its last
     * @param viewer the zone in which dates and floating times are seen
     * @param budget what it may cost
     * @return the occurrences in order
     */
    public Expansion expand(Instant from, Instant to, CalendarZone viewer, Budget budget) {
        return walk(frame.key(from, viewer), frame.key(to, viewer), budget, budget.occurrences());
    }

    /**
     * Finds the occurrences that start within a window on the clock of the start.
     *
     * @param from the first local time of the window, UTC for a start in UTC
     * @param to the local time after its last
     * @param budget what it may cost
     * @return the occurrences in order
     */
    public Expansion expand(LocalDateTime from, LocalDateTime to, Budget budget) {
        return walk(
                frame.key(from.toEpochSecond(ZoneOffset.UTC)),
                frame.key(to.toEpochSecond(ZoneOffset.UTC)),
                budget,
                budget.occurrences());
    }

    /**
     * Finds the next occurrences.
     *
     * @param after the moment that they start at or after
     * @param viewer the zone in which dates and floating times are seen
     * @param howMany the most that are wanted
     * @param budget what it may cost
     * @return the occurrences in order; not truncated where there are fewer
     */
    public Expansion next(Instant after, CalendarZone viewer, int howMany, Budget budget) {
        long key = frame.key(after, viewer);
        return walk(key, RuleCursor.END, budget, Math.min(howMany, budget.occurrences()));
    }

    /**
     * Finds the first occurrences of all.
     *
     * @param howMany the most that are wanted
     * @param budget what it may cost
     * @return the occurrences in order; not truncated where there are fewer
     */
    public Expansion first(int howMany, Budget budget) {
        return walk(Long.MIN_VALUE / 2, RuleCursor.END, budget, Math.min(howMany, budget.occurrences()));
    }

    private Expansion walk(long from, long to, Budget budget, int most) {
        return new SetWalk(this, new WorkMeter(budget.work())).run(from, to, most, budget.occurrences());
    }

    Frame frame() {
        return frame;
    }

    List<RuleParts> rules() {
        return rules;
    }

    List<RuleParts> exclusionRules() {
        return exclusionRules;
    }

    long[] dates() {
        return dates;
    }

    boolean hasExceptions() {
        return excluded.length > 0 || excludedDays.length > 0;
    }

    boolean isExcluded(long key) {
        return (excluded.length > 0 && Arrays.binarySearch(excluded, key) >= 0)
                || (excludedDays.length > 0 && Arrays.binarySearch(excludedDays, frame.dayOf(key)) >= 0);
    }

    Occurrence occurrence(long key) {
        return new Occurrence(frame.point(key), ends.isEmpty() ? Optional.empty() : Optional.ofNullable(ends.get(key)));
    }

    /** Collects the parts of a set. Not safe for several threads. */
    public static final class Builder {
        private final DateOrDateTime start;
        private final List<RecurrenceRule> rules = new ArrayList<>(1);
        private final List<RecurrenceRule> exclusionRules = new ArrayList<>(0);
        private final List<DateOrDateTime> dates = new ArrayList<>(0);
        private final List<CalendarPeriod> periods = new ArrayList<>(0);
        private final List<DateOrDateTime> exclusions = new ArrayList<>(0);

        private Builder(DateOrDateTime start) {
            this.start = start;
        }

        /**
         * Adds an RRULE.
         *
         * @param rule the rule
         * @return this
         * @throws RecurrenceRuleException if the rule's calendar does not cover the start
         */
        public Builder rule(RecurrenceRule rule) {
            rules.add(covering(rule));
            return this;
        }

        /**
         * Adds an EXRULE (RFC 2445 §4.8.5.2).
         *
         * @param rule the rule whose occurrences are left out
         * @return this
         * @throws RecurrenceRuleException if the rule's calendar does not cover the start
         */
        public Builder exclusionRule(RecurrenceRule rule) {
            exclusionRules.add(covering(rule));
            return this;
        }

        private RecurrenceRule covering(RecurrenceRule rule) {
            if (!rule.scale().covers(start.date().toEpochDay())) {
                throw new RecurrenceRuleException(
                        RecurrenceRuleException.Reason.UNSUPPORTED,
                        0,
                        "The calendar " + rule.scale().name() + " does not cover the start " + start + ".");
            }
            return rule;
        }

        /**
         * Adds an RDATE.
         *
         * @param date the start of one more occurrence
         * @return this
         */
        public Builder date(DateOrDateTime date) {
            dates.add(date);
            return this;
        }

        /**
         * Adds an RDATE of type PERIOD.
         *
         * @param period one more occurrence with a length of its own
         * @return this
         */
        public Builder period(CalendarPeriod period) {
            dates.add(period.start());
            periods.add(period);
            return this;
        }

        /**
         * Adds an EXDATE.
         *
         * @param date the start that is left out; a date leaves out every occurrence of that day
         * @return this
         */
        public Builder exclude(DateOrDateTime date) {
            exclusions.add(date);
            return this;
        }

        /**
         * Makes the set.
         *
         * @return the set
         */
        public RecurrenceSet build() {
            return new RecurrenceSet(this);
        }
    }
}
