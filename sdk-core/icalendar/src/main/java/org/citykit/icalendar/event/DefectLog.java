package org.citykit.icalendar.event;

import java.util.ArrayList;
import java.util.List;
import org.citykit.icalendar.Defect;
import org.citykit.icalendar.Property;

/** Collects what is wrong with the values of one event, up to a bound. */
final class DefectLog {
    private static final int MOST = 100;

    private final List<Defect> defects = new ArrayList<>(0);

    void report(Defect.Kind kind, Property where, String expected, String done) {
        report(kind, where.line(), 1, expected, done);
    }

    void report(Defect.Kind kind, int line, int column, String expected, String done) {
        if (defects.size() < MOST) {
            defects.add(new Defect(kind, line, column, expected, done));
        }
    }

    List<Defect> defects() {
        return List.copyOf(defects);
    }
}
