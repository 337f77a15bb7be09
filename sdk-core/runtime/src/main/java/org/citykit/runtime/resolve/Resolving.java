package org.citykit.runtime.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citykit.runtime.plan.Note;
import org.citykit.runtime.plan.Reason;
import org.citykit.runtime.plan.Refusal;
import org.citykit.runtime.plugin.PluginFacts;

/** One resolution while it is made. Each round but the last refuses at least one file for good. Confined. */
final class Resolving {
    private static final int SHOWN = 8;

    private final Pool pool;

    Resolving(Collection<PluginFacts> found) {
        this.pool = new Pool(found);
    }

    Resolution resolution() {
        while (true) {
            Choice choice = new Choice(pool);
            List<Candidate> refused = choice.settle();
            if (refused.isEmpty()) {
                refused = inCircles(choice.chosen());
            }
            if (refused.isEmpty()) {
                return resolution(choice);
            }
            pool.remove(refused);
        }
    }

    /** How often a need was held against a file. */
    long steps() {
        return pool.steps();
    }

    private List<Candidate> inCircles(Map<String, Candidate> chosen) {
        Map<String, Set<String>> edges = new HashMap<>();
        for (Map.Entry<String, Candidate> one : chosen.entrySet()) {
            edges.put(one.getKey(), needed(one.getValue()));
        }
        Circles circles = new Circles(edges);
        for (List<String> group : circles.groups()) {
            Optional<String> replaceable =
                    group.stream().filter(this::hasAnother).findFirst();
            List<String> refused = replaceable.map(List::of).orElse(group);
            return refuse(refused, chosen, circles);
        }
        return List.of();
    }

    private boolean hasAnother(String id) {
        return pool.left().getOrDefault(id, List.of()).size() > 1;
    }

    private static Set<String> needed(Candidate candidate) {
        Set<String> ids = new LinkedHashSet<>();
        for (Need need : candidate.needs()) {
            ids.add(need.id());
        }
        return ids;
    }

    private static List<Candidate> refuse(List<String> ids, Map<String, Candidate> chosen, Circles circles) {
        Map<String, List<String>> ways = new TreeMap<>();
        for (String id : ids) {
            if (!ways.containsKey(id)) {
                List<String> ring = circles.shortest(id);
                for (int i = 0; i < ring.size() - 1; i++) {
                    ways.putIfAbsent(ring.get(i), turned(ring, i));
                }
            }
        }
        List<Candidate> refused = new ArrayList<>();
        for (String id : ids) {
            List<String> way = ways.getOrDefault(id, List.of());
            Candidate candidate = chosen.get(id);
            if (candidate != null) {
                candidate.refuse(Reason.CIRCLE, Map.of("circle", shown(way)), way);
                refused.add(candidate);
            }
        }
        return refused;
    }

    /** A ring that begins and ends elsewhere. */
    private static List<String> turned(List<String> ring, int start) {
        List<String> turned = new ArrayList<>(ring.subList(start, ring.size() - 1));
        turned.addAll(ring.subList(0, start + 1));
        return turned;
    }

    static String shown(List<String> way) {
        if (way.size() <= SHOWN) {
            return String.join(" > ", way);
        }
        return String.join(" > ", way.subList(0, SHOWN - 2)) + " > … > " + way.get(way.size() - 1);
    }

    private Resolution resolution(Choice choice) {
        Map<String, Candidate> chosen = choice.chosen();
        List<Note> notes = new ArrayList<>();
        Map<String, List<String>> bound = new Bindings(pool, chosen, notes).bound();
        List<Refusal> refusals = new ArrayList<>();
        List<PluginFacts> aside = new ArrayList<>();
        for (Map.Entry<String, List<Candidate>> one : pool.all().entrySet()) {
            Candidate used = chosen.get(one.getKey());
            for (Candidate candidate : one.getValue()) {
                if (candidate != used) {
                    aside.add(candidate.facts());
                    refusals.addAll(used == null ? candidate.refusals() : besides(candidate, used, choice, notes));
                }
            }
        }
        List<PluginFacts> order = new ArrayList<>();
        for (String id : Ordering.of(bound)) {
            Candidate candidate = chosen.get(id);
            if (candidate != null) {
                order.add(candidate.facts());
            }
        }
        notes.addAll(Providers.shared(order));
        return new Resolution(order, bound, refusals, notes, aside);
    }

    private List<Refusal> besides(Candidate candidate, Candidate used, Choice choice, List<Note> notes) {
        if (candidate.isSameVersionAs(used)) {
            return candidate.refusals();
        }
        if (!candidate.isNewerThan(used)) {
            return List.of(asideFor(used, candidate, Reason.OLDER, Map.of()));
        }
        if (candidate.isDead()) {
            notes.add(new Note(
                    used.id(),
                    used.facts().fileName(),
                    Note.Kind.FALLBACK,
                    Map.of(
                            "newer",
                            candidate.facts().version(),
                            "file",
                            candidate.facts().fileName())));
            return candidate.refusals();
        }
        Optional<Need> objection = choice.objection(candidate);
        if (objection.isPresent()) {
            Need need = objection.get();
            return List.of(asideFor(
                    used,
                    candidate,
                    Reason.HELD_BACK,
                    Map.of("holder", need.by().id(), "range", Pool.written(need))));
        }
        choice.unmet(candidate).ifPresent(need -> {
            Candidate other = choice.chosen().get(need.id());
            if (other != null) {
                Choice.refuse(need, other, choice.users(need.id()));
            }
        });
        return candidate.refusals();
    }

    private static Refusal asideFor(Candidate used, Candidate candidate, Reason reason, Map<String, String> more) {
        Map<String, String> arguments = new LinkedHashMap<>(more);
        arguments.put("used", used.facts().version());
        arguments.put("file", used.facts().fileName());
        PluginFacts facts = candidate.facts();
        return new Refusal(facts.id(), facts.version(), facts.fileName(), reason, arguments, List.of(facts.id()));
    }
}
