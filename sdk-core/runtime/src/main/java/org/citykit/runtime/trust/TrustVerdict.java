package org.citykit.runtime.trust;

import java.util.List;
import org.citykit.runtime.Problem;

/**
 * Whether a plugin file may be used. Immutable.
 *
 * @param refusals why it may not; none if it may
 * @param warnings what the webmaster should know of a file that may be used
 */
public record TrustVerdict(List<Problem> refusals, List<Problem> warnings) {
    public TrustVerdict {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    /** True if the file must not be used. */
    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
