package org.citykit.host.publish;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.citykit.events.EventEntry;
import org.citykit.events.EventFilter;
import org.citykit.events.EventIndex;

/**
 * Events that fit a filter.
 *
 * @param filter which
 */
public record Filtered(EventFilter filter) implements Selection {
    @Override
    public Predicate<EventEntry> in(EventIndex index) {
        if (filter.isAll()) {
            return entry -> true;
        }
        Set<String> ids = index.entries(filter).stream().map(EventEntry::id).collect(Collectors.toSet());
        return entry -> ids.contains(entry.id());
    }
}
