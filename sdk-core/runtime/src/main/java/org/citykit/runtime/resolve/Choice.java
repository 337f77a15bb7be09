package org.citykit.runtime.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citykit.runtime.plan.Reason;

/**
 * One file for each plugin: the best that all others, as they are chosen, can use. Starts with the best of each, goes
 * down where somebody cannot use it, and up again where nobody minds any more; never tries combinations. Confined.
 */
final class Choice {
    private static final int NAMED = 3;

    private final Pool pool;
    private final Map<String, Candidate> chosen = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, Integer> restarts = new HashMap<>();

    Choice(Pool pool) {
        this.pool = pool;
        for (Map.Entry<String, List<Candidate>> one : pool.left().entrySet()) {
            chosen.put(one.getKey(), one.getValue().get(0));
            if (one.getValue().size() > 1) {
                open.add(one.getKey());
            }
        }
    }

    /** The file of each plugin, in the order of their ids. */
    Map<String, Candidate> chosen() {
        return chosen;
    }

    /** Makes the choice; if a plugin cannot please everybody, refuses and returns those it pleases least. */
    List<Candidate> settle() {
        TreeSet<String> unsettled = new TreeSet<>(open);
        while (!unsettled.isEmpty()) {
            String id = unsettled.pollFirst();
            Candidate before = candidate(id);
            Optional<Candidate> after = lower(id, before);
            if (after.isEmpty()) {
                return contest(id);
            }
            if (after.get() != before) {
                chosen.put(id, after.get());
                touched(before, unsettled);
                touched(after.get(), unsettled);
            }
        }
        raise();
        return List.of();
    }

    private void touched(Candidate candidate, Set<String> unsettled) {
        candidate.needs().stream().map(Need::id).filter(open::contains).forEach(unsettled::add);
    }

    private Optional<Candidate> lower(String id, Candidate from) {
        List<Candidate> candidates = pool.left().getOrDefault(id, List.of());
        for (Candidate candidate : candidates.subList(candidates.indexOf(from), candidates.size())) {
            if (pleasesAll(candidate)) {
                return Optional.of(candidate);
            }
        }
        boolean again = restarts.merge(id, 1, Integer::sum) <= candidates.size();
        return again ? candidates.stream().filter(this::pleasesAll).findFirst() : Optional.empty();
    }

    private boolean pleasesAll(Candidate candidate) {
        return pool.needsOn(candidate.id()).stream().allMatch(need -> !isActive(need) || need.isMetBy(candidate));
    }

    private boolean isActive(Need need) {
        pool.step();
        return chosen.get(need.by().id()) == need.by();
    }

    private void raise() {
        boolean raised = true;
        while (raised) {
            raised = false;
            for (String id : new TreeSet<>(open)) {
                raised |= raise(id);
            }
        }
    }

    private boolean raise(String id) {
        for (Candidate better : pool.left().getOrDefault(id, List.of())) {
            if (better == candidate(id)) {
                return false;
            }
            if (pleasesAll(better) && unmet(better).isEmpty()) {
                chosen.put(id, better);
                return true;
            }
        }
        return false;
    }

    /** The first need of a file that what is chosen does not meet. */
    Optional<Need> unmet(Candidate candidate) {
        return candidate.needs().stream()
                .filter(need -> !need.isMetBy(candidate(need.id())))
                .findFirst();
    }

    /** The first need of a chosen file that another file would not meet. */
    Optional<Need> objection(Candidate candidate) {
        return pool.needsOn(candidate.id()).stream()
                .filter(need -> isActive(need) && !need.isMetBy(candidate))
                .min(Comparator.comparing(need -> need.by().id()));
    }

    private Candidate candidate(String id) {
        Candidate candidate = chosen.get(id);
        if (candidate == null) {
            throw new IllegalStateException("no file is left for " + id);
        }
        return candidate;
    }

    private List<Candidate> contest(String id) {
        List<Need> needs = pool.needsOn(id).stream().filter(this::isActive).toList();
        Candidate winner = best(pool.left().getOrDefault(id, List.of()), needs);
        chosen.put(id, winner);
        String others =
                names(needs.stream().filter(need -> need.isMetBy(winner)).toList());
        List<Candidate> losers = new ArrayList<>();
        for (Need need : needs) {
            if (!need.isMetBy(winner)) {
                refuse(need, winner, others);
                losers.add(need.by());
            }
        }
        return losers;
    }

    /** Whom it costs least: first plugins with no other file that would do, then all, and the newer if it is even. */
    private Candidate best(List<Candidate> candidates, List<Need> needs) {
        Set<Need> firm = needs.stream().filter(need -> !hasAnother(need.by())).collect(Collectors.toSet());
        Candidate best = candidates.get(0);
        long[] most = {-1, -1};
        for (Candidate candidate : candidates) {
            long[] pleased = new long[2];
            for (Need need : needs) {
                pool.step();
                pleased[0] += need.isMetBy(candidate) && firm.contains(need) ? 1 : 0;
                pleased[1] += need.isMetBy(candidate) ? 1 : 0;
            }
            if (pleased[0] > most[0] || (pleased[0] == most[0] && pleased[1] > most[1])) {
                best = candidate;
                most = pleased;
            }
        }
        return best;
    }

    private boolean hasAnother(Candidate candidate) {
        return pool.left().getOrDefault(candidate.id(), List.of()).stream()
                .anyMatch(other -> other != candidate && pleasesAll(other));
    }

    /** Refuses a file because one that it cannot use is used. */
    static void refuse(Need need, Candidate used, String others) {
        need.by()
                .refuse(
                        Reason.CONTESTED,
                        Map.of(
                                "required",
                                need.id(),
                                "range",
                                Pool.written(need),
                                "used",
                                used.facts().version(),
                                "file",
                                used.facts().fileName(),
                                "others",
                                others));
    }

    /** Who has a need for the chosen file of a plugin, the first three of them. */
    String users(String id) {
        return names(pool.needsOn(id).stream().filter(this::isActive).toList());
    }

    private static String names(List<Need> needs) {
        List<String> ids =
                needs.stream().map(need -> need.by().id()).sorted().distinct().toList();
        String names = ids.stream().limit(NAMED).collect(Collectors.joining(", "));
        return ids.size() > NAMED ? names + ", …" : names;
    }
}
