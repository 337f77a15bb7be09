package org.citykit.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citykit.api.events.CalendarEvent;

/** What several calendars tell of one event, the one that is believed first. Confined to the building of an index. */
final class Group {
    /**
     * What one calendar tells.
     *
     * @param source itself
     * @param order where it stands among all events of all calendars
     * @param keys by which it is compared; empty where there is nothing to compare it with
     */
    record Member(EventSource source, int order, Set<Likeness.Key> keys) {
        CalendarEvent event() {
            return source.event();
        }

        String module() {
            return source.module();
        }
    }

    private final int order;
    private final List<EventSource> sources = new ArrayList<>(1);

    Group(Member first) {
        order = first.order();
        sources.add(first.source());
    }

    void add(Member member) {
        sources.add(member.source());
    }

    int order() {
        return order;
    }

    List<EventSource> sources() {
        return sources;
    }

    EventSource believed() {
        return sources.get(0);
    }

    boolean believes(EventSource source) {
        return believed().id().equals(source.id());
    }

    boolean lacks(String module) {
        return sources.stream().noneMatch(source -> source.module().equals(module));
    }
}
