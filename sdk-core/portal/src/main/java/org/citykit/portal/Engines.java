package org.citykit.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.citykit.api.Revision;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.TwinningItem;
import org.citykit.crisis.CrisisSettings;
import org.citykit.crisis.PackSnapshot;
import org.citykit.crisis.PlaybookBook;
import org.citykit.events.CalendarSnapshot;
import org.citykit.events.EventIndex;
import org.citykit.events.WithdrawnEvent;
import org.citykit.runtime.Domain;
import org.citykit.runtime.PortalSettings;
import org.citykit.twinning.RegistrySnapshot;
import org.citykit.twinning.RelationQuery;
import org.citykit.twinning.TwinningIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engines over what the modules hold; each is built anew when its modules' data changes. Thread-safe. */
final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    private static final int MONTHS_BACK = 1;
    private static final int MONTHS_AHEAD = 12;

    private final HeldModules held;
    private final Clock clock;
    private final Rebuilt<TwinningIndex> twinning;
    private final Rebuilt<EventIndex> events;
    private final Rebuilt<PlaybookBook> playbooks;
    private volatile PortalSettings settings;

    Engines(HeldModules held, PortalSettings settings, Clock clock) {
        this.held = held;
        this.clock = clock;
        this.settings = settings;
        this.twinning = new Rebuilt<>(TwinningIndex.empty(), this::buildTwinning);
        this.events = new Rebuilt<>(EventIndex.empty(settings.zone()), this::buildEvents);
        this.playbooks = new Rebuilt<>(PlaybookBook.of(crisis(settings), List.of()), this::buildPlaybooks);
    }

    private static CrisisSettings crisis(PortalSettings portal) {
        return new CrisisSettings(
                portal.id(), portal.languages(), portal.zone(), portal.domain().orElse(portal.id()));
    }

    PortalSettings settings() {
        return settings;
    }

    /** Has another description of the portal; gives the domains whose engines must be built anew for it. */
    Set<Domain> describe(PortalSettings next) {
        Set<Domain> touched = EnumSet.noneOf(Domain.class);
        if (!next.zone().equals(settings.zone())) {
            touched.add(Domain.EVENTS);
        }
        if (!crisis(next).equals(crisis(settings))) {
            touched.add(Domain.CRISIS);
        }
        settings = next;
        return touched;
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

    /**
     * Has the word lists, and the occurrences of about a year, made that the first questions would otherwise wait for.
     * Takes seconds on large registries.
     */
    void prepareSearches() {
        int found = twinning.get()
                .relations(RelationQuery.all().matching("a").page(0, 1))
                .total();
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        events.get().prepare(today.minusMonths(MONTHS_BACK), today.plusMonths(MONTHS_AHEAD));
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
        List<CalendarSnapshot> snapshots =
                held.inOrder(Domain.EVENTS).stream().map(this::calendar).toList();
        return EventIndex.of(snapshots, settings.zone());
    }

    private CalendarSnapshot calendar(HeldModules.Held one) {
        String module = one.snapshot().module();
        List<WithdrawnEvent> withdrawn = held.withdrawn(module);
        Revision revision = withdrawn.isEmpty()
                ? one.revision()
                : Revision.of(Stream.concat(
                                Stream.of(one.revision().value()),
                                withdrawn.stream().map(gone -> gone.id() + " " + gone.noticed()))
                        .toList());
        return new CalendarSnapshot(module, revision, one.items(CalendarEvent.class), withdrawn);
    }

    private PlaybookBook buildPlaybooks() {
        List<PackSnapshot> packs = held.of(Domain.CRISIS).stream()
                .map(one -> new PackSnapshot(one.snapshot().module(), one.revision(), one.items(Playbook.class)))
                .toList();
        return PlaybookBook.of(crisis(settings), packs);
    }
}
