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
import org.citykit.events.Group.Member;

/**
 * Brings together what several calendars tell of one event. The calendar that comes first is believed; events of one
 * calendar are never brought together. Confined to the building of an index.
 */
final class Merger {
    /**
     * What came of it.
     *
     * @param entries in the order of the calendars and of their events
     * @param otherIds ids of which only the entry with another id is left
     * @param problems where calendars contradict each other
     */
    record Merged(List<EventEntry> entries, Map<String, String> otherIds, List<EventProblem> problems) {}

    private record Occasion(Group series, Instant start, boolean andFollowing) {}

    private final Likeness likeness;
    private final Groups known;
    /** True if there is nothing to compare events with, so that their titles need not be folded. */
    private final boolean alone;

    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Group> byId = new HashMap<>();
    private final Map<Occasion, Group> byOccasion = new HashMap<>();
    private final Map<String, String> otherIds = new LinkedHashMap<>();
    private final List<Runnable> complaints = new ArrayList<>();
    private final List<EventProblem> problems = new ArrayList<>();
    private final Map<Group, EventEntry> entries = new LinkedHashMap<>();
    private int order;

    Merger(List<CalendarSnapshot> snapshots, ZoneId zone) {
        likeness = new Likeness(zone);
        known = new Groups(likeness);
        alone = snapshots.stream().filter(one -> !one.events().isEmpty()).count() < 2
                && snapshots.stream().allMatch(one -> one.withdrawn().isEmpty());
        List<Member> replacing = new ArrayList<>();
        snapshots.forEach(snapshot -> takeThemselves(snapshot, replacing));
        replacing.forEach(this::takeReplacement);
    }

    Merged merged() {
        groups.sort(Comparator.comparingInt(Group::order));
        groups.forEach(group -> {
            EventEntry entry = EventEntry.of(group.sources());
            entries.put(group, entry);
            group.sources().forEach(source -> otherIds.put(source.id(), entry.id()));
        });
        complaints.forEach(Runnable::run);
        entries.forEach((group, entry) -> contradictions(entry));
        return new Merged(List.copyOf(entries.values()), otherIds, problems);
    }

    /** The id of the event that a withdrawn one has become, if exactly one fits; of an occurrence, that of its series. */
    Optional<String> successor(WithdrawnEvent gone) {
        return gone.event()
                .replaces()
                .map(which -> Optional.ofNullable(byId.get(EventIds.of(gone.module(), which.series()))))
                .orElseGet(() -> known.successor(gone.event()))
                .map(group -> group.believed().id());
    }

    /**
     * Takes the events of a calendar that stand for themselves.
     *
     * @param replacing takes the others, for which the series of all calendars must be known
     */
    private void takeThemselves(CalendarSnapshot snapshot, List<Member> replacing) {
        Map<String, CalendarEvent> own = new LinkedHashMap<>();
        snapshot.events().forEach(event -> own.put(event.id(), event));
        List<Member> members = new ArrayList<>();
        Map<Likeness.Key, List<Member>> byKey = new HashMap<>();
        for (CalendarEvent event : own.values()) {
            boolean replaces = event.replaces()
                    .filter(which -> own.containsKey(which.series()))
                    .isPresent();
            Member member = new Member(
                    new EventSource(EventIds.of(snapshot.module(), event.id()), snapshot.module(), event),
                    order++,
                    alone || replaces ? Set.of() : likeness.keys(event));
            (replaces ? replacing : members).add(member);
            member.keys()
                    .forEach(key -> byKey.computeIfAbsent(key, first -> new ArrayList<>(1))
                            .add(member));
        }
        List<Group> joined = new ArrayList<>();
        members.forEach(member -> joined.add(known.find(member, byKey).orElseGet(() -> new Group(member))));
        for (int i = 0; i < joined.size(); i++) {
            register(members.get(i), joined.get(i));
        }
    }

    private void register(Member member, Group group) {
        if (group.believes(member.source())) {
            groups.add(group);
        } else if (group.lacks(member.module())) {
            group.add(member);
        } else {
            register(member, new Group(member));
            return;
        }
        byId.put(member.source().id(), group);
        if (!alone) {
            known.register(member, group);
        }
    }

    private void takeReplacement(Member member) {
        ReplacedOccurrence which = member.event().replaces().orElseThrow();
        Optional<Group> series = Optional.ofNullable(byId.get(EventIds.of(member.module(), which.series())));
        if (series.isEmpty() || series.get().believed().module().equals(member.module())) {
            Group group = new Group(member);
            groups.add(group);
            byId.put(member.source().id(), group);
            series.ifPresent(all -> byOccasion.putIfAbsent(occasion(all, member, which), group));
            return;
        }
        Group same = byOccasion.get(occasion(series.get(), member, which));
        if (same != null && same.lacks(member.module())) {
            same.add(member);
            return;
        }
        String believed = series.get().believed().module();
        otherIds.put(member.source().id(), series.get().believed().id());
        complaints.add(() -> complain(
                series.get(),
                "module '" + member.module() + "' says something else of its time on " + which.start() + "; module '"
                        + believed + "' is believed"));
    }

    /** An occurrence of a series by the moment at which it would have begun, on the clock of the member's own series. */
    private Occasion occasion(Group series, Member member, ReplacedOccurrence which) {
        EventSource own = series.sources().stream()
                .filter(source -> source.module().equals(member.module()))
                .findFirst()
                .orElse(member.source());
        return new Occasion(series, likeness.instant(own.event().when(), which.start()), which.andFollowing());
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
            boolean off = believed.status() == EventStatus.CANCELLED;
            if (moved || off != (other.event().status() == EventStatus.CANCELLED)) {
                String says = moved
                        ? "begins at " + other.event().when().localStart()
                        : off ? "is not cancelled" : "is cancelled";
                problems.add(new EventProblem(
                        entry,
                        "module '" + other.module() + "' says that it " + says + "; module '" + entry.module()
                                + "' is believed"));
            }
        }
    }
}
