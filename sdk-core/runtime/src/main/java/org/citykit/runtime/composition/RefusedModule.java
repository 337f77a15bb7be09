package org.citykit.runtime.composition;

import java.util.List;
import java.util.Objects;
import org.citykit.runtime.Problem;

/**
 * A module that cannot be opened as it is written. Its last good data can still be served.
 *
 * @param id its id
 * @param problems what is wrong with it; at least one
 */
public record RefusedModule(String id, List<Problem> problems) {
    public RefusedModule {
        Objects.requireNonNull(id, "id");
        problems = List.copyOf(problems);
        Distinct.notEmpty("problems", problems);
    }
}
