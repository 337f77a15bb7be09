package org.citykit.host.publish;

import java.util.List;
import java.util.function.Predicate;
import org.citykit.events.EventEntry;
import org.citykit.events.EventFilter;
import org.citykit.events.EventIndex;

/** Which events are published. Equal selections choose the same events of the same data; implementations are records. */
public interface Selection {
    /** A series with what replaces some of its occurrences, or a single event. */
    static Selection family(String id) {
        return new Filtered(EventFilter.all().ofEvents(List.of(id)));
    }

    /** Says of each event of some data whether it is chosen. */
    Predicate<EventEntry> in(EventIndex index);
}
