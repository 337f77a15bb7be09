package org.citykit.runtime;

import java.util.Optional;
import org.citykit.api.crisis.AlertChannel;
import org.citykit.api.crisis.CrisisTemplates;
import org.citykit.api.events.EventCalendar;
import org.citykit.api.twinning.TwinningRegistry;

/** What a provider is for, with the interface that a plugin provides. */
public enum Domain {
    /** A registry of agreements, cities and networks. */
    TWINNING(TwinningRegistry.class),
    /** A calendar of events. */
    EVENTS(EventCalendar.class),
    /** A pack of crisis playbooks. */
    CRISIS(CrisisTemplates.class),
    /** A channel that carries alerts out; it is not fetched. */
    CHANNEL(AlertChannel.class);

    private final Class<?> service;

    Domain(Class<?> service) {
        this.service = service;
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
