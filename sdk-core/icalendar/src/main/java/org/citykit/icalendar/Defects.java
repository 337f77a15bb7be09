package org.citykit.icalendar;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects the defects of one document up to a limit. Confined to one thread. */
final class Defects {
    private final int limit;
    private final List<Defect> kept = new ArrayList<>();
    private final Set<Defect.Kind> seen = EnumSet.noneOf(Defect.Kind.class);
    private long count;

    Defects(int limit) {
        this.limit = limit;
    }

    void report(Defect.Kind kind, int line, int column, String expected, String done) {
        count++;
        if (kept.size() < limit) {
            kept.add(new Defect(kind, line, column, expected, done));
        }
    }

    /** Reports only the first defect of a kind that would stand on every line. */
    void once(Defect.Kind kind, int line, int column, String expected, String done) {
        if (seen.add(kind)) {
            report(kind, line, column, expected, done);
        }
    }

    List<Defect> kept() {
        return kept;
    }

    long count() {
        return count;
    }
}
