package org.citykit.icalendar.recur;

/** The seconds of a span that BYHOUR, BYMINUTE and BYSECOND select: a product that is never written out. */
final class TimeSet {
    private final int[] hours;
    private final int[] minutes;
    private final int[] seconds;

    TimeSet(int[] hours, int[] minutes, int[] seconds) {
        this.hours = hours;
        this.minutes = minutes;
        this.seconds = seconds;
    }

    int size() {
        return hours.length * minutes.length * seconds.length;
    }

    /** Returns the second of the span at an index; the index grows with time. */
    int at(int index) {
        int second = index % seconds.length;
        int rest = index / seconds.length;
        int minute = rest % minutes.length;
        return hours[rest / minutes.length] * 3_600 + minutes[minute] * 60 + seconds[second];
    }
}
