package org.citykit.portal;

import java.time.LocalDate;
import java.util.List;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.TwinningItem;
import org.citykit.crisis.CrisisSettings;
import org.citykit.crisis.PackSnapshot;
import org.citykit.crisis.PlaybookBook;
import org.citykit.events.CalendarSnapshot;
import org.citykit.events.EventIndex;
import org.citykit.runtime.Domain;
import org.citykit.twinning.RegistrySnapshot;
import org.citykit.twinning.RelationQuery;
import org.citykit.twinning.TwinningIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engines over what the modules hold; each is built anew when its modules' data changes. Thread-safe. */
final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    private final HeldModules held;
    private final CrisisSettings settings;
    private final Rebuilt<TwinningIndex> twinning;
    private final Rebuilt<EventIndex> events;
    private final Rebuilt<PlaybookBook> playbooks;

    Engines(HeldModules held, CrisisSettings settings) {
        this.held = held;
        this.settings = settings;
        this.twinning = new Rebuilt<>(TwinningIndex.empty(), this::buildTwinning);
        this.events = new Rebuilt<>(EventIndex.empty(settings.zone()), this::buildEvents);
        this.playbooks = new Rebuilt<>(PlaybookBook.of(settings, List.of()), this::buildPlaybooks);
    }

    TwinningIndex twinning() {
        return twinning.get();
    }

    EventIndex events() {
        return events.get();
    }

    PlaybookBook playbooks() {
        return playbooks.get();
    }

    /** Builds the engine of a domain on the calling thread. */
    void rebuild(Domain domain) {
        switch (domain) {
            case TWINNING -> twinning.rebuild();
            case EVENTS -> events.rebuild();
            case CRISIS -> playbooks.rebuild();
            case CHANNEL -> {} // channels hold nothing
        }
    }

    /** Has the word lists made that the first search would otherwise wait for. Takes seconds on large registries. */
    void prepareSearches() {
        int found = twinning.get()
                        .relations(RelationQuery.all().matching("a").page(0, 1))
                        .total()
                + events.get()
                        .between(LocalDate.EPOCH, LocalDate.EPOCH)
                        .matching("a")
                        .find()
                        .total();
        LOG.debug("The word lists are ready ({}).", found);
    }

    private TwinningIndex buildTwinning() {
        List<RegistrySnapshot> snapshots = held.of(Domain.TWINNING).stream()
                .map(one ->
                        new RegistrySnapshot(one.snapshot().module(), one.revision(), one.items(TwinningItem.class)))
                .toList();
        return TwinningIndex.of(snapshots);
    }

    private EventIndex buildEvents() {
        List<CalendarSnapshot> snapshots = held.of(Domain.EVENTS).stream()
                .map(one ->
                        new CalendarSnapshot(one.snapshot().module(), one.revision(), one.items(CalendarEvent.class)))
                .toList();
        return EventIndex.of(snapshots, settings.zone());
    }

    private PlaybookBook buildPlaybooks() {
        List<PackSnapshot> packs = held.of(Domain.CRISIS).stream()
                .map(one -> new PackSnapshot(one.snapshot().module(), one.revision(), one.items(Playbook.class)))
                .toList();
        return PlaybookBook.of(settings, packs);
    }
}
