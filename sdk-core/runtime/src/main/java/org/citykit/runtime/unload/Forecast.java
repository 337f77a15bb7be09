package org.citykit.runtime.unload;

import java.util.List;

/**
 * Whether a plugin can be expected to go while the portal runs. Immutable.
 *
 * @param expectation what is expected
 * @param reasons why it may stay, for people; empty where nothing speaks against it
 */
public record Forecast(Expectation expectation, List<String> reasons) {
    /** What is expected. */
    public enum Expectation {
        /** It can be unloaded while the portal runs. */
        LIVE,
        /** It may be held by what it leaves behind, until the portal is restarted. */
        LIKELY_PINNED
    }

    public Forecast {
        reasons = List.copyOf(reasons);
    }
}
