package org.citykit.host.caldav;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The last changes of a calendar that anybody has asked for. Confined to its owner's lock. */
final class History {
    /** How many changes are remembered; a client that was away for longer begins anew. */
    static final int CHANGES = 64;
    /** How many names they may hold together. */
    static final int NAMES = 100_000;

    private final Deque<Change> changes = new ArrayDeque<>();
    private int names;

    /**
     * From one state to another.
     *
     * @param from the token of the earlier
     * @param touched the names of members that are new or other
     * @param gone the names of members that are no more
     */
    private record Change(String from, Set<String> touched, Set<String> gone) {
        int size() {
            return touched.size() + gone.size();
        }
    }

    /**
     * What has happened since a state.
     *
     * @param touched the names of members that are new or other
     * @param gone the names of members that are no more
     */
    record Difference(List<String> touched, List<String> gone) {}

    void moved(CalendarState from, CalendarState to) {
        if (from.token().equals(to.token())) {
            return;
        }
        Set<String> touched = new HashSet<>();
        for (Map.Entry<String, Member> now : to.members().entrySet()) {
            Member before = from.members().get(now.getKey());
            if (before == null || !before.tag().equals(now.getValue().tag())) {
                touched.add(now.getKey());
            }
        }
        Set<String> gone = new HashSet<>(from.members().keySet());
        gone.removeAll(to.members().keySet());
        Change change = new Change(from.token(), touched, gone);
        changes.addLast(change);
        names += change.size();
        while (changes.size() > CHANGES || (names > NAMES && !changes.isEmpty())) {
            names -= changes.removeFirst().size();
        }
    }

    /** The difference between the state with a token and the one that is now; empty if that state is not remembered. */
    Optional<Difference> since(String token, CalendarState now) {
        if (token.equals(now.token())) {
            return Optional.of(new Difference(List.of(), List.of()));
        }
        Set<String> names = new HashSet<>();
        Iterator<Change> newestFirst = changes.descendingIterator();
        while (newestFirst.hasNext()) {
            Change change = newestFirst.next();
            names.addAll(change.touched());
            names.addAll(change.gone());
            if (change.from().equals(token)) {
                return Optional.of(difference(names, now));
            }
        }
        return Optional.empty();
    }

    private static Difference difference(Set<String> names, CalendarState now) {
        List<String> touched = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        names.stream().sorted().forEach(name -> (now.members().containsKey(name) ? touched : gone).add(name));
        return new Difference(touched, gone);
    }
}
