package org.citykit.runtime.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.runtime.plan.Note;
import org.citykit.runtime.plugin.VersionRange;

/**
 * What each plugin gets: all it requires, and of what it may do without that which is there, fits and does not need it
 * in turn. All optional requirements of one circle are left out, so that no vendor is preferred. Confined.
 */
final class Bindings {
    private final Pool pool;
    private final Map<String, Candidate> chosen;
    private final List<Note> notes;

    /** @param chosen the file of each plugin, in the order of their ids */
    Bindings(Pool pool, Map<String, Candidate> chosen, List<Note> notes) {
        this.pool = pool;
        this.chosen = chosen;
        this.notes = notes;
    }

    /** The ids that each plugin gets, the required ones first; in the order of the plugins' ids. */
    Map<String, List<String>> bound() {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (Map.Entry<String, Candidate> one : chosen.entrySet()) {
            wanted.put(one.getKey(), wanted(one.getValue()));
        }
        Circles circles = new Circles(wanted);
        Map<String, List<String>> bound = new LinkedHashMap<>();
        for (Map.Entry<String, Candidate> one : chosen.entrySet()) {
            List<String> ids = new ArrayList<>();
            for (String id : wanted.getOrDefault(one.getKey(), Set.of())) {
                if (!leftOut(one.getValue(), id, circles)) {
                    ids.add(id);
                }
            }
            bound.put(one.getKey(), ids);
        }
        return bound;
    }

    private Set<String> wanted(Candidate candidate) {
        Set<String> ids = new LinkedHashSet<>();
        for (Need need : candidate.needs()) {
            ids.add(need.id());
        }
        for (Map.Entry<String, VersionRange> one : candidate.facts().optional().entrySet()) {
            if (isThere(candidate, one.getKey(), one.getValue())) {
                ids.add(one.getKey());
            }
        }
        return ids;
    }

    private boolean isThere(Candidate candidate, String id, VersionRange range) {
        Candidate other = chosen.get(id);
        if (other != null && other.fits(range)) {
            return true;
        }
        if (other != null) {
            note(
                    candidate,
                    Note.Kind.OPTIONAL_UNFIT,
                    Map.of("required", id, "range", range.text(), "found", other.named()));
        } else if (pool.all().containsKey(id)) {
            note(candidate, Note.Kind.OPTIONAL_REFUSED, Map.of("required", id));
        }
        return false;
    }

    private boolean leftOut(Candidate candidate, String id, Circles circles) {
        boolean needed = candidate.facts().requires().containsKey(id);
        if (needed || !circles.joins(candidate.id(), id)) {
            return false;
        }
        List<String> way = circles.way(id, candidate.id());
        way.add(0, candidate.id());
        note(candidate, Note.Kind.OPTIONAL_CIRCLE, Map.of("required", id, "circle", Resolving.shown(way)));
        return true;
    }

    private void note(Candidate candidate, Note.Kind kind, Map<String, String> arguments) {
        notes.add(new Note(candidate.id(), candidate.facts().fileName(), kind, arguments));
    }
}
