package org.citykit.host.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.events.EventEntry;
import org.citykit.icalendar.Component;

/**
 * What has one UID: an event, or a series with its overrides.
 *
 * @param id identifies it in the portal: ASCII letters, digits, hyphens, dots and underscores
 * @param uid its UID (RFC 5545 §3.8.4.7)
 * @param components its VEVENTs, a series before its overrides; at least one
 * @param entries the events they are made of, the first one first
 * @param changed when one of them last changed; absent if one of them does not say
 */
public record PublishedEvent(
        String id, String uid, List<Component> components, List<EventEntry> entries, Optional<Instant> changed) {
    public PublishedEvent {
        components = List.copyOf(components);
        entries = List.copyOf(entries);
    }
}
