package org.citykit.runtime.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.Problem;

/**
 * Collects everything that is wrong with the values of one file, in one wording: what was found, what was expected,
 * what to do. Keeps the first 100 problems and counts the rest. Confined to one thread.
 */
public final class Complaints {
    private static final int KEPT = 100;

    private final Terms terms;
    private final String module;
    private final String file;
    private final Place base;
    private final List<Problem> problems = new ArrayList<>();
    private int leftOut;

    /**
     * @param terms how things are called
     * @param module the module that the values belong to, or empty
     * @param file the file as people know it, or empty
     * @param base the place whose path need not be repeated in every message, for example {@code modules[2].settings}
     */
    public Complaints(Terms terms, String module, String file, Place base) {
        this.terms = Objects.requireNonNull(terms, "terms");
        this.module = Objects.requireNonNull(module, "module");
        this.file = Objects.requireNonNull(file, "file");
        this.base = Objects.requireNonNull(base, "base");
    }

    /** Complaints about a whole file. */
    public Complaints(Terms terms, String file) {
        this(terms, "", file, Place.top("", 0, 0));
    }

    /** A key that does not exist. Its value is not shown. */
    public void unknown(Place key, String written, Collection<String> known) {
        if (isFull()) {
            leftOut++;
            return;
        }
        String advice = Nearest.to(written, known)
                .map(meant -> "Did you mean '" + meant + "'?")
                .orElse(known.isEmpty() ? "Remove it." : "There are: " + String.join(", ", known) + ".");
        add(terms.unknown(), key, subject(key) + " does not exist. " + advice);
    }

    /**
     * A key that must be there.
     *
     * @param group the map that it is missing from
     * @param key its name
     * @param advice how to write it, as one or more sentences, or empty
     */
    public void missing(Place group, String key, String advice) {
        Place place = group.member(key, group.line(), group.column());
        String where = group.path().isEmpty() ? "at the top" : "under " + group.path();
        String inFile = file.isEmpty() ? "" : " of " + file;
        add(terms.missing(), place, subject(place) + " is missing. Add it " + where + inFile + "." + spaced(advice));
    }

    /**
     * A value that does not fit.
     *
     * @param found what was written; it is shown
     * @param expected what it must be, so that it reads on after "must be", for example {@code a web address}
     * @param advice how to write it, as one or more sentences, or empty
     */
    public void wrong(Value found, String expected, String advice) {
        refused(found.place(), "must be " + expected + ", but is " + Shown.of(found) + "." + spaced(advice));
    }

    /**
     * A value that is refused for a reason of its own.
     *
     * @param place where it stands
     * @param reason reads on after the key's name, and is a whole sentence with it
     */
    public void refused(Place place, String reason) {
        add(terms.wrong(), place, subject(place) + " " + reason);
    }

    /** Any other problem. */
    public void add(ErrorCode code, Place place, String message) {
        if (isFull()) {
            leftOut++;
        } else {
            problems.add(new Problem(code, module, file, place.line(), place.column(), message));
        }
    }

    /** How a message names what stands at a place, for example {@code setting 'feed'}. */
    public String subject(Place place) {
        String path = place.path();
        String outside = base.path();
        String inside = path.startsWith(outside) ? path.substring(outside.length()) : path;
        String name = inside.startsWith(".") ? inside.substring(1) : inside;
        return name.isEmpty() ? "the group of " + terms.noun() + "s" : terms.noun() + " '" + name + "'";
    }

    /** How many problems there are. */
    public int count() {
        return problems.size() + leftOut;
    }

    /** What is wrong, in the order in which it was found. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        if (leftOut > 0) {
            String message = "has " + leftOut + " more problems. Mend those above first.";
            all.add(new Problem(terms.wrong(), module, file, 0, 0, message));
        }
        return List.copyOf(all);
    }

    /** True once nothing more is kept, so that a guess at what was meant is not worth its time. */
    boolean isFull() {
        return problems.size() >= KEPT;
    }

    private static String spaced(String advice) {
        return advice.isEmpty() ? "" : " " + advice;
    }
}
