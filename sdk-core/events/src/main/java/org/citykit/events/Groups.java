package org.citykit.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.citykit.api.events.CalendarEvent;
import org.citykit.events.Group.Member;

/** Finds the events that are one, by UID and by likeness. Confined to the building of an index. */
final class Groups {
    /** So many events with one title at one time are not compared any more. */
    private static final int MOST_ALIKE = 100;

    private final Likeness likeness;
    private final Map<String, List<Group>> byUid = new HashMap<>();
    private final Map<Likeness.Key, List<Group>> byKey = new HashMap<>();

    Groups(Likeness likeness) {
        this.likeness = likeness;
    }

    /** Makes an event known to the calendars that come later. */
    void register(Member member, Group group) {
        member.event().uid().ifPresent(uid -> add(byUid, uid, group));
        member.keys().forEach(key -> add(byKey, key, group));
    }

    /**
     * The group that an event of another calendar belongs to.
     *
     * @param own all events of its own calendar, by their keys
     */
    Optional<Group> find(Member member, Map<Likeness.Key, List<Member>> own) {
        return known(member).or(() -> alike(member, own));
    }

    /** The one group that an event which is no more has become, if exactly one fits. */
    Optional<Group> successor(CalendarEvent gone) {
        List<Group> found = new ArrayList<>(
                gone.uid().map(uid -> byUid.getOrDefault(uid, List.of())).orElse(List.of()));
        found.removeIf(group -> !likeness.agree(group.believed().event(), gone));
        if (found.isEmpty()) {
            likeness.keys(gone).stream()
                    .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                    .distinct()
                    .filter(group ->
                            likeness.lengthsFit(group.believed().event().when(), gone.when()))
                    .forEach(found::add);
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static <K> void add(Map<K, List<Group>> map, K key, Group group) {
        List<Group> groups = map.computeIfAbsent(key, first -> new ArrayList<>(1));
        if (groups.size() < MOST_ALIKE && !groups.contains(group)) {
            groups.add(group);
        }
    }

    /** The event that has the same UID, unless all else about it is different. */
    private Optional<Group> known(Member member) {
        return member.event()
                .uid()
                .flatMap(uid -> byUid.getOrDefault(uid, List.of()).stream()
                        .filter(group -> group.lacks(member.module()))
                        .filter(group -> likeness.agree(group.believed().event(), member.event()))
                        .findFirst());
    }

    /** The one event that is alike, if this is the one event of its calendar that is like it. */
    private Optional<Group> alike(Member member, Map<Likeness.Key, List<Member>> own) {
        List<Group> candidates = member.keys().stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .distinct()
                .filter(group -> group.lacks(member.module()))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Member> rivals = new HashMap<>();
        member.keys()
                .forEach(key -> own.getOrDefault(key, List.of())
                        .forEach(rival -> rivals.put(rival.source().id(), rival)));
        if (rivals.size() > MOST_ALIKE) {
            return Optional.empty();
        }
        return onlyPair(member, candidates, rivals.values(), likeness::same)
                .or(() -> onlyPair(member, candidates, rivals.values(), likeness::equal));
    }

    private static Optional<Group> onlyPair(
            Member member,
            List<Group> candidates,
            Iterable<Member> rivals,
            BiPredicate<CalendarEvent, CalendarEvent> test) {
        List<Group> fitting =
                candidates.stream().filter(group -> fits(test, group, member)).toList();
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        Group group = fitting.get(0);
        int like = 0;
        for (Member rival : rivals) {
            like += fits(test, group, rival) ? 1 : 0;
        }
        return like == 1 ? Optional.of(group) : Optional.empty();
    }

    private static boolean fits(BiPredicate<CalendarEvent, CalendarEvent> test, Group group, Member member) {
        return group.sources().stream().allMatch(other -> test.test(other.event(), member.event()));
    }
}
