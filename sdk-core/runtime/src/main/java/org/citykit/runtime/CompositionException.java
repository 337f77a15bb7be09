package org.citykit.runtime;

import java.util.List;
import java.util.stream.Collectors;
import org.citykit.api.CityKitException;

/** Says that a portal cannot be opened at all, with everything that is wrong at once. */
public final class CompositionException extends CityKitException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems what is wrong; at least one */
    public CompositionException(List<Problem> problems) {
        super(problems.get(0).code(), told(problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong. */
    public List<Problem> problems() {
        return problems;
    }

    private static String told(List<Problem> problems) {
        return "The portal cannot be opened:\n"
                + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")) + "\n";
    }
}
