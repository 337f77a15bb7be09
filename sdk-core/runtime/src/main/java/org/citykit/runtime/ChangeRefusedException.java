package org.citykit.runtime;

import java.util.List;
import java.util.stream.Collectors;
import org.citykit.api.CityKitException;

/** A change of the running portal was not made; everything runs on as before. It holds every reason. */
public final class ChangeRefusedException extends CityKitException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems why; at least one */
    public ChangeRefusedException(List<Problem> problems) {
        super(problems.get(0).code(), told(problems));
        this.problems = List.copyOf(problems);
    }

    /** Every reason. */
    public List<Problem> problems() {
        return problems;
    }

    private static String told(List<Problem> problems) {
        return "The change is not made, the portal runs on as before:\n"
                + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")) + "\n";
    }
}
