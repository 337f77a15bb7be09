package org.citykit.host.publish;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.citykit.api.Revision;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;
import org.citykit.events.EventSource;
import org.citykit.events.WithdrawnEvent;
import org.citykit.host.content.Held;
import org.citykit.host.language.Language;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.event.FeedBuilder;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.PortalSettings;

/** The events of a portal that fit a selection, in one language, as other calendars hold them. Immutable, thread-safe. */
public final class Publication {
    private static final String PRODUCT = "-//CityKit//Sample host//EN";

    private final EventIndex index;
    private final Horizon horizon;
    private final List<PublishedEvent> events;
    private final Instant modified;
    private final EventComponents components;

    private Publication(
            EventIndex index,
            Horizon horizon,
            EventComponents components,
            List<PublishedEvent> events,
            Instant modified) {
        this.index = index;
        this.components = components;
        this.horizon = horizon;
        this.events = events;
        this.modified = modified;
    }

    /** Makes it of what the portal holds now. */
    public static Publication of(Held held, Selection selection, Language language, Rules rules) {
        EventIndex index = held.events().get();
        Horizon horizon = Horizon.now(held.clock(), index.zone());
        EventComponents components = new EventComponents(language);
        FamilyWriter writer =
                new FamilyWriter(index, selection.in(index), components, rules, horizon, uids(held.settings()));
        List<PublishedEvent> events = Family.of(index).stream()
                .flatMap(family -> writer.write(family).stream())
                .toList();
        return new Publication(index, horizon, components, events, modified(held, index, horizon));
    }

    /**
     * Names all that a publication depends on besides its selection and language: equal for equal data in the same year.
     */
    public static Edition edition(Held held) {
        EventIndex index = held.events().get();
        return new Edition(
                index.revision(), Horizon.now(held.clock(), index.zone()).year());
    }

    /**
     * A state of what is published.
     *
     * @param data of the data
     * @param year written-out dates reach some years beyond it
     */
    public record Edition(Revision data, int year) {}

    /** What is published, in the order of the calendars. */
    public List<PublishedEvent> events() {
        return events;
    }

    /** The data it is made of. */
    public EventIndex index() {
        return index;
    }

    /** The state it is made of. */
    public Edition edition() {
        return new Edition(index.revision(), horizon.year());
    }

    /**
     * When the data that it is made of last changed. Of the whole data, not of what fits the selection: an event that
     * fits no more leaves no trace in what does.
     */
    public Instant modified() {
        return modified;
    }

    /** Begins a VCALENDAR with nothing in it. */
    public static FeedBuilder calendar() {
        return FeedBuilder.of(PRODUCT);
    }

    EventComponents components() {
        return components;
    }

    /** A calendar without what takes place in it: its zones alone. */
    public static Component withoutEvents(Component calendar) {
        return Component.of(
                calendar.name(),
                calendar.properties(),
                calendar.components().stream()
                        .filter(component -> !component.name().equals("VEVENT"))
                        .toList());
    }

    /** One event as a calendar of its own, as it stands behind one address (RFC 4791 §4.1). */
    public static Component calendarOf(PublishedEvent event) {
        FeedBuilder calendar = calendar();
        event.components().forEach(calendar::add);
        return calendar.build();
    }

    private static Function<EventEntry, String> uids(PortalSettings portal) {
        String suffix = "@" + portal.domain().orElse(portal.id() + ".citykit.invalid");
        return entry -> entry.event().uid().orElseGet(() -> entry.id() + suffix);
    }

    /** The newest change that events tell of, or withdrawal that was noticed; of a module with an event that does not tell, when it was fetched. */
    private static Instant modified(Held held, EventIndex index, Horizon horizon) {
        Map<String, Boolean> tells = new HashMap<>();
        Instant newest = horizon.began();
        for (EventEntry entry : index.entries()) {
            for (EventSource source : entry.sources()) {
                tells.merge(source.module(), source.event().changed().isPresent(), Boolean::logicalAnd);
                newest = later(newest, source.event().changed());
            }
        }
        for (WithdrawnEvent gone : index.withdrawn()) {
            newest = later(newest, Optional.of(gone.noticed()));
        }
        Predicate<ModuleHealth> silent = health -> !tells.getOrDefault(health.module(), true);
        for (ModuleHealth health : held.health().get().stream().filter(silent).toList()) {
            newest = later(newest, health.lastGood());
        }
        return newest;
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.filter(one::isBefore).orElse(one);
    }
}
