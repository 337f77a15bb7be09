package org.citykit.cap;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing found in a message: where it is, what is wrong and what to do.
 *
 * @param code the rule; it carries level, remedy and section
 * @param path the element, such as {@code /alert/info[2]/area/polygon}; counted from 1 and only where siblings repeat
 * @param problem what is wrong, with the value found (shortened), in one sentence
 * @param position where in the document, if it was read from one
 */
public record Finding(FindingCode code, String path, String problem, Optional<Position> position) {

    /** How much a finding weighs. */
    public enum Level {
        /** The message breaks the standard; do not send it, do not act on it unseen. */
        ERROR,
        /** The message is legal, but not what the standard or experience advises. */
        WARNING
    }

    /**
     * A place in a document.
     *
     * @param line counted from 1
     * @param column counted from 1; for an element, just behind its start tag
     */
    public record Position(int line, int column) {}

    /** Refuses null. */
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(position, "position");
    }

    /**
     * A finding about a value that came from no document.
     *
     * @param code the rule
     * @param path the element
     * @param problem what is wrong
     * @return a finding without a position
     */
    public static Finding of(FindingCode code, String path, String problem) {
        return new Finding(code, path, problem, Optional.empty());
    }

    /**
     * This finding at a place of a document.
     *
     * @param where the place
     * @return a copy with the position
     */
    public Finding at(Position where) {
        return new Finding(code, path, problem, Optional.of(where));
    }

    /**
     * How much it weighs.
     *
     * @return the level of its code
     */
    public Level level() {
        return code.level();
    }

    /**
     * What to do about it.
     *
     * @return one imperative sentence
     */
    public String remedy() {
        return code.remedy();
    }

    /**
     * The section of the standard that holds the rule.
     *
     * @return such as {@code §3.2.4}
     */
    public String section() {
        return code.section();
    }

    /**
     * Tells whether this is an error.
     *
     * @return true for {@link Level#ERROR}
     */
    public boolean isError() {
        return level() == Level.ERROR;
    }

    /** One line for a log or a console: level, code, place, problem, remedy, section. */
    @Override
    public String toString() {
        String place = position.map(p -> " (line " + p.line() + ", column " + p.column() + ")")
                .orElse("");
        return level() + " " + code.slug() + " " + path + place + ": " + problem + " " + remedy() + " CAP 1.2 "
                + section() + ".";
    }
}
