package org.citykit.runtime;

import java.util.Optional;
import org.citykit.api.Item;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.AlertChannel;
import org.citykit.api.crisis.CrisisTemplates;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventCalendar;
import org.citykit.api.twinning.TwinningItem;
import org.citykit.api.twinning.TwinningRegistry;

/** What a provider is for, with the interface that a plugin provides. */
public enum Domain {
    /** A registry of agreements, cities and networks. */
    TWINNING(TwinningRegistry.class, TwinningItem.class),
    /** A calendar of events. */
    EVENTS(EventCalendar.class, CalendarEvent.class),
    /** A pack of crisis playbooks. */
    CRISIS(CrisisTemplates.class, Playbook.class),
    /** A channel that carries alerts out; it is not fetched. */
    CHANNEL(AlertChannel.class, Alert.class);

    private final Class<?> service;
    private final Class<? extends Item> item;

    Domain(Class<?> service, Class<? extends Item> item) {
        this.service = service;
        this.item = item;
    }

    /** What its sources deliver, or its channels carry. */
    public Class<? extends Item> item() {
        return item;
    }

    /** The interface that a plugin's module descriptor names after {@code provides}. */
    public Class<?> service() {
        return service;
    }

    /** The domain of a service by its binary name, if it is one of ours. */
    public static Optional<Domain> ofService(String name) {
        for (Domain domain : values()) {
            if (domain.service.getName().equals(name)) {
                return Optional.of(domain);
            }
        }
        return Optional.empty();
    }
}
