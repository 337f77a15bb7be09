package org.citykit.plugins.ical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * Sorts the copies of one UID that replace no occurrence: revisions, wordings in other languages, and events that
 * share their UID by mistake. Stateless.
 */
final class Masters {
    private Masters() {}

    /**
     * The events among the copies, each with its newest copy first.
     *
     * <p>Copies in different inputs are one event. So are those in one input, unless they have one SEQUENCE and several
     * starts: then nothing tells which is meant, and all are kept.
     */
    static List<List<EventCopy>> split(List<EventCopy> copies, Complaints complaints) {
        if (copies.size() < 2) {
            return copies.isEmpty() ? List.of() : List.of(copies);
        }
        Map<String, List<EventCopy>> inputs = new LinkedHashMap<>();
        copies.forEach(copy -> inputs.computeIfAbsent(copy.origin().where(), first -> new ArrayList<>())
                .add(copy));
        inputs.values().forEach(own -> dropOldRevisions(own, complaints));
        List<EventCopy> current = inputs.values().stream()
                .flatMap(List::stream)
                .sorted(EventCopy.NEWEST)
                .toList();
        boolean one = inputs.values().stream()
                .allMatch(own -> own.stream().map(EventCopy::start).distinct().count() == 1);
        if (one) {
            reportOtherTimes(current, complaints);
            return List.of(current);
        }
        Map<DateOrDateTime, List<EventCopy>> byStart = new LinkedHashMap<>();
        current.forEach(copy -> byStart.computeIfAbsent(copy.start(), first -> new ArrayList<>())
                .add(copy));
        return List.copyOf(byStart.values());
    }

    private static void dropOldRevisions(List<EventCopy> own, Complaints complaints) {
        int newest =
                own.stream().mapToInt(copy -> copy.event().sequence()).max().orElse(0);
        own.removeIf(copy -> {
            boolean old = copy.event().sequence() < newest;
            if (old) {
                complaints.add(copy, copy.line(), "there is a newer SEQUENCE of this UID; passed over this one");
            }
            return old;
        });
    }

    private static void reportOtherTimes(List<EventCopy> current, Complaints complaints) {
        EventCopy newest = current.get(0);
        current.stream()
                .filter(copy -> !copy.start().equals(newest.start()))
                .forEach(copy -> complaints.add(
                        copy,
                        copy.line(),
                        "begins at another time than in " + newest.origin().where() + ", which is newer and believed"));
    }
}
