package org.citykit.icalendar.recur;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/** One computation over a {@link RecurrenceSet}: merges its rules and dates and takes its exceptions away. */
final class SetWalk {
    private static final long DAY = 86_400;
    private static final long[] NONE = {};
    private static final KeyCursor[] NO_RULES = {};

    private final RecurrenceSet set;
    private final Frame frame;
    private final WorkMeter meter;
    private final KeyCursor[] rules;
    private final KeyCursor[] exclusions;
    private int nextDate;
    private long[] found = NONE;
    private int size;

    SetWalk(RecurrenceSet set, WorkMeter meter) {
        this.set = set;
        this.frame = set.frame();
        this.meter = meter;
        this.rules = cursors(set.rules());
        this.exclusions = cursors(set.exclusionRules());
    }

    private static KeyCursor[] cursors(List<RuleParts> rules) {
        return rules.isEmpty() ? NO_RULES : new KeyCursor[rules.size()];
    }

    /**
     * Collects occurrences.
     *
     * @param most how many are wanted
     * @param allowed how many the budget allows; to reach it before the window ends is to be truncated
     */
    Expansion run(long from, long to, int most, int allowed) {
        open(set.rules(), rules, from, to);
        open(set.exclusionRules(), exclusions, from, to);
        nextDate = lowerBound(set.dates(), from);
        boolean single =
                rules.length == 1 && exclusions.length == 0 && nextDate >= set.dates().length && !set.hasExceptions();
        boolean full = single ? walkSingle(from, to, most) : walkMerged(from, to, most);
        boolean truncated = meter.isExhausted() || (full && most == allowed);
        return new Expansion(set, found, size, truncated, meter.used());
    }

    /** Collects from one rule that nothing is added to or taken from; tells whether more were there than wanted. */
    private boolean walkSingle(long from, long to, int most) {
        KeyCursor rule = rules[0];
        for (long key = rule.poll(); key < to; key = rule.poll()) {
            if (key >= from && frame.hasPoint(key)) {
                if (size == most) {
                    return true;
                }
                add(key);
            }
        }
        return false;
    }

    private boolean walkMerged(long from, long to, int most) {
        boolean full = false;
        long key = take();
        while (key < to && !full && !meter.isExhausted()) {
            if (key >= from && frame.hasPoint(key) && !set.isExcluded(key) && !isExcludedByRule(key)) {
                full = size == most;
                if (!full) {
                    add(key);
                }
            }
            key = full ? key : take();
        }
        return full;
    }

    private void add(long key) {
        if (size == found.length) {
            found = Arrays.copyOf(found, Math.max(8, size * 2));
        }
        found[size++] = key;
    }

    private void open(List<RuleParts> from, KeyCursor[] into, long first, long to) {
        for (int i = 0; i < into.length; i++) {
            RuleParts parts = from.get(i);
            DateOrDateTime start = set.start();
            long startSecond = start.local().toEpochSecond(ZoneOffset.UTC);
            long untilKey = parts.until == null ? RuleCursor.END - 1 : untilKey(parts.until);
            long bound = Math.min(lastLocal(to), lastLocal(untilKey));
            RuleCursor cursor = new RuleCursor(parts, startSecond, start.isDate(), bound, meter);
            KeyCursor keys = new KeyCursor(cursor, frame, untilKey);
            keys.seek(first);
            into[i] = keys;
        }
    }

    /**
     * Returns a local second such that no later one has a key at or before the given one: a day more because localFrom may
     * lie before a gap, which takes up to a day, and another because of two equal local times the first is meant.
     */
    private long lastLocal(long key) {
        return key >= RuleCursor.END / 2 ? key : frame.localFrom(key) + 2 * DAY;
    }

    /** Returns the key of the last moment that UNTIL allows; a date allows its whole day. */
    private long untilKey(DateOrDateTime until) {
        if (until.isDate() && !set.start().isDate()) {
            return frame.key(until.local().toEpochSecond(ZoneOffset.UTC) + DAY - 1);
        }
        return frame.isLocal() && !set.start().isDate()
                ? until.in(CalendarZone.UTC).local().toEpochSecond(ZoneOffset.UTC)
                : frame.key(until);
    }

    /** Takes the earliest key of all sources, or {@link RuleCursor#END}. */
    private long take() {
        if (!meter.spend(1L + rules.length)) {
            return RuleCursor.END;
        }
        long[] dates = set.dates();
        long key = nextDate < dates.length ? dates[nextDate] : RuleCursor.END;
        for (KeyCursor rule : rules) {
            key = Math.min(key, rule.peek());
        }
        for (KeyCursor rule : rules) {
            rule.take(key);
        }
        while (nextDate < dates.length && dates[nextDate] == key) {
            nextDate++;
        }
        return key;
    }

    private boolean isExcludedByRule(long key) {
        boolean excluded = false;
        for (KeyCursor exclusion : exclusions) {
            long next = exclusion.peek();
            while (next < key) {
                exclusion.take(next);
                next = exclusion.peek();
            }
            excluded |= next == key;
        }
        return excluded;
    }

    private static int lowerBound(long[] sorted, long key) {
        int found = Arrays.binarySearch(sorted, key);
        while (found > 0 && sorted[found - 1] == key) {
            found--;
        }
        return found >= 0 ? found : -found - 1;
    }
}
