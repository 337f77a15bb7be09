package org.citykit.runtime.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citykit.runtime.plan.Reason;
import org.citykit.runtime.plugin.PluginFacts;

/**
 * The files that can still be used. A file goes as soon as something it needs can be met by none that is left, and
 * takes along who needs it; each need is looked at once for each file it could be met by. Confined.
 */
final class Pool {
    private static final int NAMED = 3;

    private final SortedMap<String, List<Candidate>> all = new TreeMap<>();
    private final Map<String, List<Candidate>> left = new LinkedHashMap<>();
    private final Map<String, List<Need>> needsOn = new HashMap<>();
    private long steps;

    Pool(Collection<PluginFacts> found) {
        for (PluginFacts facts : found) {
            all.computeIfAbsent(facts.id(), id -> new ArrayList<>()).add(new Candidate(facts));
        }
        for (Map.Entry<String, List<Candidate>> one : all.entrySet()) {
            Candidate.sortBestFirst(one.getValue());
            List<Candidate> distinct = distinct(one.getValue());
            left.put(one.getKey(), distinct);
            for (Candidate candidate : distinct) {
                for (Need need : candidate.needs()) {
                    needsOn.computeIfAbsent(need.id(), id -> new ArrayList<>()).add(need);
                }
            }
        }
        remove(hopeless());
    }

    /** Refuses every file but the first of each version. */
    private static List<Candidate> distinct(List<Candidate> candidates) {
        List<Candidate> distinct = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Candidate before = distinct.isEmpty() ? candidate : distinct.get(distinct.size() - 1);
            if (before == candidate || !candidate.isSameVersionAs(before)) {
                distinct.add(candidate);
            } else {
                boolean same = candidate.facts().sha256().equals(before.facts().sha256());
                candidate.refuse(
                        same ? Reason.COPY : Reason.SAME_VERSION,
                        Map.of("file", before.facts().fileName()));
                candidate.die();
            }
        }
        return distinct;
    }

    private List<Candidate> hopeless() {
        List<Candidate> hopeless = new ArrayList<>();
        for (List<Candidate> candidates : left.values()) {
            for (Candidate candidate : candidates) {
                for (Need need : candidate.needs()) {
                    count(need);
                }
                if (!candidate.refusals().isEmpty()) {
                    hopeless.add(candidate);
                }
            }
        }
        return hopeless;
    }

    private void count(Need need) {
        List<Candidate> known = left.getOrDefault(need.id(), List.of());
        for (Candidate candidate : known) {
            steps++;
            if (need.isMetBy(candidate)) {
                need.oneMore();
            }
        }
        if (known.isEmpty()) {
            need.by().refuse(Reason.MISSING, Map.of("required", need.id(), "range", written(need)));
        } else if (need.isUnmet()) {
            need.by()
                    .refuse(
                            Reason.UNFIT,
                            Map.of("required", need.id(), "range", written(need), "found", named(need.id())));
        }
    }

    static String written(Need need) {
        return need.range().text();
    }

    /** The files of a plugin with their versions, the first three of them. */
    String named(String id) {
        List<Candidate> files = all.getOrDefault(id, List.of());
        String names = files.stream().limit(NAMED).map(Candidate::named).collect(Collectors.joining(", "));
        return files.size() > NAMED ? names + ", …" : names;
    }

    /** Removes files that have been refused, and all that needs them. */
    void remove(Collection<Candidate> refused) {
        if (refused.isEmpty()) {
            return;
        }
        Deque<Candidate> going = new ArrayDeque<>(refused);
        refused.forEach(Candidate::die);
        while (!going.isEmpty()) {
            Candidate gone = going.remove();
            left.computeIfPresent(
                    gone.id(),
                    (id, candidates) ->
                            candidates.stream().filter(it -> it != gone).toList());
            for (Need need : needsOn.getOrDefault(gone.id(), List.of())) {
                steps++;
                if (!need.by().isDead() && need.isMetBy(gone) && need.oneLess()) {
                    need.by().die();
                    need.by().refuseBecauseOf(gone);
                    going.add(need.by());
                }
            }
        }
        left.values().removeIf(List::isEmpty);
    }

    /** The files that can still be used, the best first; in the order of their plugins' ids. */
    Map<String, List<Candidate>> left() {
        return left;
    }

    /** All files, the best first, by their plugins' ids. */
    SortedMap<String, List<Candidate>> all() {
        return all;
    }

    /** The needs of all files for a plugin. */
    List<Need> needsOn(String id) {
        return needsOn.getOrDefault(id, List.of());
    }

    void step() {
        steps++;
    }

    long steps() {
        return steps;
    }
}
