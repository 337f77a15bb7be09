package org.citykit.runtime.resolve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.citykit.runtime.plan.Note;
import org.citykit.runtime.plugin.VersionRange;

/**
 * What each plugin gets: all it requires, and of what it may do without that which is there, fits and does not need it
 * in turn. All optional requirements of one circle are left out, so that no vendor is preferred. Confined.
 */
final class Bindings {
    private final Pool pool;
    private final SortedMap<String, Candidate> chosen;
    private final List<Note> notes;

    Bindings(Pool pool, SortedMap<String, Candidate> chosen, List<Note> notes) {
        this.pool = pool;
        this.chosen = chosen;
        this.notes = notes;
    }

    /** The ids that each plugin gets, the required ones first. */
    Map<String, List<String>> bound() {
        Map<String, Set<String>> wanted = new TreeMap<>();
        chosen.forEach((id, candidate) -> wanted.put(id, wanted(candidate)));
        Circles circles = new Circles(wanted);
        Map<String, List<String>> bound = new TreeMap<>();
        chosen.forEach((id, candidate) -> {
            Set<String> ids = new LinkedHashSet<>(wanted.getOrDefault(id, Set.of()));
            ids.removeIf(other -> leftOut(candidate, other, circles));
            bound.put(id, List.copyOf(ids));
        });
        return bound;
    }

    private Set<String> wanted(Candidate candidate) {
        Set<String> ids = new LinkedHashSet<>();
        candidate.needs().forEach(need -> ids.add(need.id()));
        candidate.facts().optional().forEach((id, range) -> {
            if (isThere(candidate, id, range)) {
                ids.add(id);
            }
        });
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
