package org.citykit.runtime.module;

import java.util.List;
import org.citykit.runtime.Problem;
import org.citykit.runtime.guard.Guarded;

/**
 * Why something of a module did not go well.
 *
 * @param problem what, for the webmaster
 * @param stack where, for the vendor
 */
record Setback(Problem problem, List<String> stack) {
    static Setback of(String module, Guarded.Failed<?> failed) {
        return new Setback(Problem.of(failed.code(), module, failed.reason()), failed.stack());
    }
}
