package org.citykit.icalendar.recur;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * What a computation found. Immutable, safe for any thread. Occurrences are kept as numbers and written out when they
 * are asked for.
 */
public final class Expansion {
    private final RecurrenceSet set;
    private final long[] keys;
    private final int size;
    private final boolean truncated;
    private final long workUsed;

    Expansion(RecurrenceSet set, long[] keys, int size, boolean truncated, long workUsed) {
        this.set = set;
        this.keys = keys;
        this.size = size;
        this.truncated = truncated;
        this.workUsed = workUsed;
    }

    /**
     * Returns how many occurrences were found.
     *
     * @return the number, 0 or more
     */
    public int size() {
        return size;
    }

    /**
     * Returns when an occurrence starts, without making an object.
     *
     * @param index 0 to {@link #size()} - 1
     * @return seconds since 1970-01-01: of UTC for a start in a zone or in UTC, of local time for a date or a floating time
     * @throws IndexOutOfBoundsException for another index
     */
    public long second(int index) {
        return keys[Objects.checkIndex(index, size)];
    }

    /**
     * Returns the occurrences in order of time.
     *
     * @return a list that cannot be changed; each call of {@code get} makes its object anew
     */
    public List<Occurrence> occurrences() {
        return new Lazy<>(size, index -> set.occurrence(second(index)));
    }

    /**
     * Returns the starts of the occurrences.
     *
     * @return the starts in order of time, in a list that cannot be changed
     */
    public List<DateOrDateTime> starts() {
        return new Lazy<>(size, index -> set.frame().point(second(index)));
    }

    /**
     * Tells whether the budget ended before the window did; then there may be more.
     *
     * @return true if it did
     */
    public boolean truncated() {
        return truncated;
    }

    /**
     * Returns the work that was spent.
     *
     * @return units of work
     */
    public long workUsed() {
        return workUsed;
    }

    /** Returns the numbers of a message. */
    @Override
    public String toString() {
        return size + " occurrences" + (truncated ? ", truncated" : "") + ", work " + workUsed;
    }

    /** A list whose elements are made when they are asked for. */
    private static final class Lazy<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final IntFunction<T> maker;

        Lazy(int size, IntFunction<T> maker) {
            this.size = size;
            this.maker = maker;
        }

        @Override
        public T get(int index) {
            return maker.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
