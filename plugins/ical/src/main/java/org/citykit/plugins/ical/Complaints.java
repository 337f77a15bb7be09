package org.citykit.plugins.ical;

import java.util.Locale;
import java.util.function.Consumer;
import org.citykit.api.Defect;

/** Tells publishers what is wrong with their calendars. Confined to one fetch. */
final class Complaints {
    private static final int LONGEST = 500;

    private final Consumer<Defect> sink;

    Complaints(Consumer<Defect> sink) {
        this.sink = sink;
    }

    void add(String where, long line, long column, String reason) {
        String told = reason.replaceAll("\\p{Cntrl}", " ").strip();
        sink.accept(new Defect(where, line, column, told.length() > LONGEST ? told.substring(0, LONGEST) + "…" : told));
    }

    void add(EventCopy copy, long line, String reason) {
        add(copy.origin().where(), line, line == 0 ? 0 : 1, reason);
    }

    /** Passes on what the reader of iCalendar found. */
    void add(String where, org.citykit.icalendar.Defect found) {
        String kind = found.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        add(
                where,
                found.line(),
                found.line() == 0 ? 0 : found.column(),
                kind + ": expected " + found.expected() + "; " + found.done());
    }
}
