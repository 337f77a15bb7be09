package org.citykit.runtime.module;

import java.util.List;
import java.util.Set;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.telemetry.CallOutcome;

/**
 * Why something of a module did not go well.
 *
 * @param problem what, for the webmaster
 * @param stack where, for the vendor
 */
record Setback(Problem problem, List<String> stack) {
    private static final Set<ErrorCode> REFUSED = Set.of(
            RuntimeError.MODULE_QUARANTINED,
            RuntimeError.MODULE_BUSY,
            RuntimeError.CIRCUIT_OPEN,
            RuntimeError.RUNTIME_CLOSED);

    /** How a call ended, as events tell it. */
    static CallOutcome outcome(Guarded<?> end) {
        if (end instanceof Guarded.Failed<?> failed) {
            return failed.code() == RuntimeError.DEADLINE_EXCEEDED
                    ? CallOutcome.ABANDONED
                    : REFUSED.contains(failed.code()) ? CallOutcome.REFUSED : CallOutcome.FAILED;
        }
        return CallOutcome.DONE;
    }

    static Setback of(String module, Guarded.Failed<?> failed) {
        return new Setback(Problem.of(failed.code(), module, failed.reason()), failed.stack());
    }
}
