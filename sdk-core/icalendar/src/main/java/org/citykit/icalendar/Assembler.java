package org.citykit.icalendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Builds the tree of components from BEGIN, END and properties, and mends it where they do not match: what is broken is
 * closed or passed over, its neighbours stay whole. Never recursive. Confined to one thread.
 */
final class Assembler {
    private static final String CALENDAR = "VCALENDAR";
    /** Components that stand directly in a calendar: to begin one is to end the one before. */
    private static final Set<String> CALENDAR_LEVEL =
            Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY");
    /** Components that hold none of their own kind. */
    private static final Set<String> NEVER_IN_ITSELF = Set.of("VALARM", "STANDARD", "DAYLIGHT", "AVAILABLE");

    private final ReadLimits limits;
    private final Defects defects;
    private final Set<ReachedLimit> reached = EnumSet.noneOf(ReachedLimit.class);
    private final Deque<PackedProperties.Packer> spare = new ArrayDeque<>();
    private final Deque<OpenComponent> open = new ArrayDeque<>();
    private final List<Component> calendars = new ArrayList<>();
    private int components;
    private int properties;
    private int tooDeep;
    private boolean full;

    Assembler(ReadLimits limits, Defects defects) {
        this.limits = limits;
        this.defects = defects;
    }

    /** Tells whether a limit forbids to take more. */
    boolean isFull() {
        return full;
    }

    void begin(String name, int line) {
        if (tooDeep > 0) {
            tooDeep++;
            return;
        }
        if (name.equals(CALENDAR)) {
            closeAll(line);
        } else {
            closeMisplaced(name, line);
            wrapIfStray(line);
        }
        if (components == limits.components()) {
            limit(ReachedLimit.COMPONENTS, line, "at most " + limits.components() + " components", "stopped reading");
            full = true;
        } else if (open.size() >= limits.depth()) {
            limit(ReachedLimit.DEPTH, line, "at most " + limits.depth() + " levels", "left the inner components out");
            tooDeep = 1;
        } else {
            components++;
            open(name, line);
        }
    }

    private void open(String name, int line) {
        PackedProperties.Packer packer = spare.isEmpty() ? new PackedProperties.Packer() : spare.pop();
        open.push(new OpenComponent(name, line, packer));
    }

    void end(String name, int line) {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        if (!isOpen(name)) {
            defects.report(Defect.Kind.UNEXPECTED_END, line, 1, "BEGIN:" + name + " before", "passed over the END");
            return;
        }
        while (!open.element().name.equals(name)) {
            closeUnterminated(line);
        }
        close();
    }

    private boolean isOpen(String name) {
        for (OpenComponent each : open) {
            if (each.name.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a property whose content line stands in a block that is not written to any more. */
    void property(byte[] block, int start, int length, int line) {
        if (tooDeep > 0) {
            return;
        }
        wrapIfStray(line);
        if (properties == limits.properties()) {
            limit(ReachedLimit.PROPERTIES, line, "at most " + limits.properties() + " properties", "stopped reading");
            full = true;
        } else {
            properties++;
            open.element().properties.add(block, start, length, line);
        }
    }

    /** Ends what is still open and returns the calendars. */
    List<Component> finish(int line) {
        closeAll(line);
        return calendars;
    }

    Set<ReachedLimit> reached() {
        return reached;
    }

    void limit(ReachedLimit which, int line, String expected, String done) {
        if (reached.add(which)) {
            defects.report(Defect.Kind.LIMIT, line, 1, expected, done);
        }
    }

    private void wrapIfStray(int line) {
        if (open.isEmpty()) {
            defects.once(
                    Defect.Kind.MISSING_VCALENDAR, line, 1, "BEGIN:VCALENDAR", "put what follows into a VCALENDAR");
            open(CALENDAR, 0);
        }
    }

    private void closeMisplaced(String name, int line) {
        boolean calendarLevel = CALENDAR_LEVEL.contains(name);
        if (!calendarLevel && !NEVER_IN_ITSELF.contains(name)) {
            return;
        }
        boolean misplaced = false;
        for (OpenComponent each : open) {
            misplaced |= calendarLevel ? CALENDAR_LEVEL.contains(each.name) : each.name.equals(name);
        }
        while (misplaced) {
            String closed = open.element().name;
            closeUnterminated(line);
            misplaced = calendarLevel ? !CALENDAR_LEVEL.contains(closed) : !closed.equals(name);
        }
    }

    private void closeAll(int line) {
        while (!open.isEmpty()) {
            // A calendar of our own making has no END to miss.
            if (open.element().line == 0) {
                close();
            } else {
                closeUnterminated(line);
            }
        }
    }

    private void closeUnterminated(int line) {
        OpenComponent top = open.element();
        defects.report(
                Defect.Kind.UNTERMINATED,
                line,
                1,
                "END:" + top.name + " for the BEGIN on line " + top.line,
                "ended the component here");
        close();
    }

    private void close() {
        OpenComponent top = open.pop();
        boolean empty = !top.hasComponents();
        Component closed = top.close();
        spare.push(top.properties);
        if (top.name.equals("VTIMEZONE") && empty) {
            defects.report(
                    Defect.Kind.EMPTY_TIMEZONE,
                    top.line,
                    1,
                    "a STANDARD or DAYLIGHT part",
                    "kept it, its TZID alone counts");
        }
        if (open.isEmpty()) {
            calendars.add(closed);
        } else {
            open.element().add(closed);
        }
    }
}
