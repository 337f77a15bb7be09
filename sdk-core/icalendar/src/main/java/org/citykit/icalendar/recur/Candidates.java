package org.citykit.icalendar.recur;

import java.util.Arrays;

/**
 * The occurrences of one period in order: days times seconds, thinned by BYSETPOS, reached by index and never written
 * out. Reused from period to period.
 */
final class Candidates {
    private static final long[] NONE = {};

    private final TimeSet times;
    private final int[] setPositions;
    private long[] days = new long[8];
    private int dayCount;
    private long offset;
    private final boolean single;
    private final int singleTime;
    private long[] chosen = NONE;
    private int chosenCount;

    Candidates(TimeSet times, int[] setPositions) {
        this.times = times;
        this.setPositions = setPositions;
        this.single = times.size() == 1;
        this.singleTime = single ? times.at(0) : 0;
    }

    void clear() {
        dayCount = 0;
        offset = 0;
        chosenCount = 0;
    }

    void addDay(long epochDay) {
        if (dayCount == days.length) {
            days = Arrays.copyOf(days, dayCount * 2);
        }
        days[dayCount++] = epochDay;
    }

    /** Sets the second from which the times count; 0 for whole days. */
    void offset(long seconds) {
        offset = seconds;
    }

    /** Tells whether each day has one time and no position chooses among them. */
    boolean isSingle() {
        return single && setPositions.length == 0;
    }

    int dayCount() {
        return dayCount;
    }

    long day(int index) {
        return days[index];
    }

    void setDay(int index, long epochDay) {
        days[index] = epochDay;
    }

    /** Keeps the days up to an index. */
    void truncateDays(int count) {
        dayCount = count;
    }

    /** Puts the days in order, each once, and applies BYSETPOS. */
    void finish() {
        if (!isInOrder()) {
            Arrays.sort(days, 0, dayCount);
            int kept = 1;
            for (int i = 1; i < dayCount; i++) {
                if (days[i] != days[i - 1]) {
                    days[kept++] = days[i];
                }
            }
            dayCount = kept;
        }
        if (setPositions.length > 0) {
            choose();
        }
    }

    private boolean isInOrder() {
        for (int i = 1; i < dayCount; i++) {
            if (days[i] <= days[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private void choose() {
        long all = (long) dayCount * times.size();
        chosen = chosen.length == 0 ? new long[setPositions.length] : chosen;
        chosenCount = 0;
        for (int position : setPositions) {
            long index = position > 0 ? position - 1L : all + position;
            if (index >= 0 && index < all) {
                chosen[chosenCount++] = index;
            }
        }
        Arrays.sort(chosen, 0, chosenCount);
        int kept = Math.min(1, chosenCount);
        for (int i = 1; i < chosenCount; i++) {
            if (chosen[i] != chosen[i - 1]) {
                chosen[kept++] = chosen[i];
            }
        }
        chosenCount = kept;
    }

    int size() {
        return setPositions.length > 0 ? chosenCount : dayCount * times.size();
    }

    /** Returns the local second at an index. */
    long at(int index) {
        if (single && setPositions.length == 0) {
            return days[index] * 86_400 + offset + singleTime;
        }
        long place = setPositions.length > 0 ? chosen[index] : index;
        int size = times.size();
        return days[(int) (place / size)] * 86_400 + offset + times.at((int) (place % size));
    }

    /** Returns the first index whose second is not before the given one. */
    int firstFrom(long localSecond) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle) < localSecond) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
