package org.citykit.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.ReplacedOccurrence;

/**
 * Brings together what several calendars tell of one event. The calendar that comes first is believed; events of one
 * calendar are never brought together. Confined to the building of an index.
 */
final class Merger {
    /** So many events with one title at one time are not compared any more. */
    private static final int MOST_ALIKE = 100;

    /**
     * What came of it.
     *
     * @param entries in the order of the calendars and of their events
     * @param otherIds ids of which only the entry with another id is left
     * @param problems where calendars contradict each other
     */
    record Merged(List<EventEntry> entries, Map<String, String> otherIds, List<EventProblem> problems) {}

    private record Occasion(Group series, Instant start, boolean andFollowing) {}

    /** The events that are one. */
    private static final class Group {
        private final int order;
        private final List<EventSource> sources = new ArrayList<>(1);

        Group(int order, EventSource first) {
            this.order = order;
            sources.add(first);
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

    private final Likeness likeness;
    private final boolean alone;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, List<Group>> byUid = new HashMap<>();
    private final Map<Likeness.Key, List<Group>> byKey = new HashMap<>();
    private final Map<String, Group> byId = new HashMap<>();
    private final Map<Occasion, Group> byOccasion = new HashMap<>();
    private final Map<String, String> otherIds = new LinkedHashMap<>();
    private final List<Runnable> complaints = new ArrayList<>();
    private final List<EventProblem> problems = new ArrayList<>();
    private final Map<Group, EventEntry> entries = new LinkedHashMap<>();
    private int order;

    Merger(List<CalendarSnapshot> snapshots, ZoneId zone) {
        likeness = new Likeness(zone);
        alone = snapshots.stream().filter(one -> !one.events().isEmpty()).count() < 2
                && snapshots.stream().allMatch(one -> one.withdrawn().isEmpty());
        List<Runnable> replacements = new ArrayList<>();
        for (CalendarSnapshot snapshot : snapshots) {
            replacements.add(takeEvents(snapshot));
        }
        replacements.forEach(Runnable::run);
    }

    Merged merged() {
        groups.sort(Comparator.comparingInt(group -> group.order));
        groups.forEach(group -> {
            EventEntry entry = EventEntry.of(group.sources);
            entries.put(group, entry);
            group.sources.forEach(source -> otherIds.put(source.id(), entry.id()));
        });
        complaints.forEach(Runnable::run);
        entries.forEach((group, entry) -> contradictions(entry));
        return new Merged(List.copyOf(entries.values()), otherIds, problems);
    }

    /** The id of the event that a withdrawn one has become, if exactly one fits; of an occurrence, that of its series. */
    Optional<String> successor(WithdrawnEvent gone) {
        CalendarEvent event = gone.event();
        if (event.replaces().isPresent()) {
            String series = event.replaces().get().series();
            return Optional.ofNullable(byId.get(EventIds.of(gone.module(), series)))
                    .map(group -> group.believed().id());
        }
        List<Group> found = new ArrayList<>(
                event.uid().map(uid -> byUid.getOrDefault(uid, List.of())).orElse(List.of()));
        found.removeIf(group -> !likeness.agree(group.believed().event(), event));
        if (found.isEmpty()) {
            likeness.keys(event).stream()
                    .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                    .distinct()
                    .filter(group ->
                            likeness.lengthsFit(group.believed().event().when(), event.when()))
                    .forEach(found::add);
        }
        return found.size() == 1 ? Optional.of(found.get(0).believed().id()) : Optional.empty();
    }

    /** Takes what stands for itself; what replaces an occurrence is taken when the series of all are known. */
    private Runnable takeEvents(CalendarSnapshot snapshot) {
        Map<String, EventSource> own = new LinkedHashMap<>();
        snapshot.events().forEach(event -> own.put(event.id(), source(snapshot.module(), event)));
        List<EventSource> themselves = new ArrayList<>();
        List<EventSource> replacing = new ArrayList<>();
        own.values().forEach(source -> {
            boolean replaces = source.event()
                    .replaces()
                    .filter(which -> own.containsKey(which.series()))
                    .isPresent();
            (replaces ? replacing : themselves).add(source);
        });
        Map<EventSource, Integer> orders = new HashMap<>();
        own.values().forEach(source -> orders.put(source, order++));
        takeThemselves(themselves, orders);
        return () -> replacing.forEach(source -> takeReplacement(source, orders.getOrDefault(source, 0)));
    }

    private static EventSource source(String module, CalendarEvent event) {
        return new EventSource(EventIds.of(module, event.id()), module, event);
    }

    private void takeThemselves(List<EventSource> sources, Map<EventSource, Integer> orders) {
        Map<Likeness.Key, List<EventSource>> own = new HashMap<>();
        if (!alone) {
            sources.forEach(source -> likeness.keys(source.event())
                    .forEach(key -> own.computeIfAbsent(key, first -> new ArrayList<>(1))
                            .add(source)));
        }
        Map<EventSource, Group> joined = new LinkedHashMap<>();
        for (EventSource source : sources) {
            Group group = known(source)
                    .or(() -> alike(source, own))
                    .orElseGet(() -> new Group(orders.getOrDefault(source, 0), source));
            if (!group.believes(source)) {
                group.sources.add(source);
            }
            joined.put(source, group);
        }
        joined.forEach(this::register);
    }

    private void register(EventSource source, Group group) {
        if (group.believes(source)) {
            groups.add(group);
        }
        byId.put(source.id(), group);
        if (!alone) {
            source.event().uid().ifPresent(uid -> add(byUid, uid, group));
            likeness.keys(source.event()).forEach(key -> add(byKey, key, group));
        }
    }

    private static <K> void add(Map<K, List<Group>> map, K key, Group group) {
        List<Group> groups = map.computeIfAbsent(key, first -> new ArrayList<>(1));
        if (!groups.contains(group) && groups.size() < MOST_ALIKE) {
            groups.add(group);
        }
    }

    /** The event that has the same UID, unless all else about it is different. */
    private Optional<Group> known(EventSource source) {
        return source.event()
                .uid()
                .flatMap(uid -> byUid.getOrDefault(uid, List.of()).stream()
                        .filter(group -> group.lacks(source.module()))
                        .filter(group -> likeness.agree(group.believed().event(), source.event()))
                        .findFirst());
    }

    /** The one event that is alike, if this is the one event of its calendar that is like it. */
    private Optional<Group> alike(EventSource source, Map<Likeness.Key, List<EventSource>> own) {
        Set<Likeness.Key> keys = likeness.keys(source.event());
        List<Group> candidates = keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .distinct()
                .filter(group -> group.lacks(source.module()))
                .toList();
        List<EventSource> rivals = keys.stream()
                .flatMap(key -> own.getOrDefault(key, List.of()).stream())
                .distinct()
                .toList();
        if (candidates.isEmpty() || rivals.size() > MOST_ALIKE) {
            return Optional.empty();
        }
        return onlyPair(source, candidates, rivals, likeness::same)
                .or(() -> onlyPair(source, candidates, rivals, likeness::equal));
    }

    private static Optional<Group> onlyPair(
            EventSource source, List<Group> candidates, List<EventSource> rivals, Test test) {
        List<Group> fitting =
                candidates.stream().filter(group -> fits(test, group, source)).toList();
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        Group group = fitting.get(0);
        boolean only = rivals.stream().filter(rival -> fits(test, group, rival)).count() == 1;
        return only ? Optional.of(group) : Optional.empty();
    }

    private static boolean fits(Test test, Group group, EventSource source) {
        return group.sources.stream().allMatch(other -> test.holds(other.event(), source.event()));
    }

    private void takeReplacement(EventSource source, int place) {
        ReplacedOccurrence which = source.event().replaces().orElseThrow();
        Group series = byId.get(EventIds.of(source.module(), which.series()));
        EventSource master = series == null
                ? source
                : series.sources.stream()
                        .filter(one -> one.module().equals(source.module()))
                        .findFirst()
                        .orElse(source);
        if (series == null || series.believes(master)) {
            Group group = new Group(place, source);
            groups.add(group);
            byId.put(source.id(), group);
            if (series != null) {
                byOccasion.putIfAbsent(occasion(series, master, which), group);
            }
            return;
        }
        Group same = byOccasion.get(occasion(series, master, which));
        if (same != null && same.lacks(source.module())) {
            same.sources.add(source);
            return;
        }
        otherIds.put(source.id(), series.believed().id());
        complaints.add(() -> complain(
                series,
                "module '" + source.module() + "' says something else of its time on " + which.start() + "; module '"
                        + series.believed().module() + "' is believed"));
    }

    private Occasion occasion(Group series, EventSource master, ReplacedOccurrence which) {
        Instant start = likeness.instant(master.event().when(), which.start());
        return new Occasion(series, start, which.andFollowing());
    }

    private void complain(Group group, String reason) {
        EventEntry entry = entries.get(group);
        if (entry != null) {
            problems.add(new EventProblem(entry, reason));
        }
    }

    private void contradictions(EventEntry entry) {
        CalendarEvent believed = entry.event();
        for (EventSource other : entry.sources().subList(1, entry.sources().size())) {
            boolean moved = !likeness.start(believed.when())
                    .equals(likeness.start(other.event().when()));
            boolean cancelled = (believed.status() == EventStatus.CANCELLED)
                    != (other.event().status() == EventStatus.CANCELLED);
            if (moved || cancelled) {
                problems.add(new EventProblem(
                        entry,
                        "module '" + other.module() + "' says that it "
                                + (moved
                                        ? "begins at " + other.event().when().localStart()
                                        : "is " + (believed.status() == EventStatus.CANCELLED ? "not " : "")
                                                + "cancelled")
                                + "; module '" + entry.module() + "' is believed"));
            }
        }
    }

    /** Compares two events. */
    private interface Test {
        boolean holds(CalendarEvent one, CalendarEvent other);
    }
}
