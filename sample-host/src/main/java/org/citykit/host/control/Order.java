package org.citykit.host.control;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody at the command line wants of a portal.
 *
 * @param what what is wanted
 * @param options how, by name; see {@link Control}
 */
public record Order(What what, Map<String, String> options) {
    /** What can be wanted. */
    public enum What {
        /** How everything does. */
        STATUS,
        /** What would change. */
        PLAN,
        /** A change. */
        APPLY
    }

    public Order {
        Objects.requireNonNull(what, "what");
        options = Map.copyOf(options);
    }

    /** An option, if it was given. */
    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether an option was given as true. */
    boolean has(String name) {
        return option(name).filter("true"::equals).isPresent();
    }
}
