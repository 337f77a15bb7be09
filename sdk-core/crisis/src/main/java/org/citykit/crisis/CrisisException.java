package org.citykit.crisis;

import java.util.List;
import java.util.stream.Collectors;
import org.citykit.api.CityKitException;

/** Says why a message was not rendered or an alert not published: everything that is wrong, at once. */
public final class CrisisException extends CityKitException {
    private static final long serialVersionUID = 1L;

    private final transient List<CrisisProblem> problems;

    private CrisisException(CrisisProblem first, List<CrisisProblem> problems) {
        super(first.code(), problems.stream().map(CrisisProblem::toString).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    static CrisisException of(List<CrisisProblem> problems) {
        return new CrisisException(problems.get(0), problems);
    }

    static CrisisException of(CrisisError code, String field, String reason) {
        return of(List.of(new CrisisProblem(code, field, reason)));
    }

    /** Everything that is wrong, at least one; {@link #code} is that of the first. */
    public List<CrisisProblem> problems() {
        return problems;
    }
}
