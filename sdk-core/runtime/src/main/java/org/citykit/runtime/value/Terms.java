package org.citykit.runtime.value;

import java.util.Objects;
import org.citykit.api.ErrorCode;

/**
 * How {@link Complaints} name things.
 *
 * @param noun what a key is called, for example {@code setting}
 * @param unknown the code for a key that does not exist
 * @param missing the code for a key that must be there
 * @param wrong the code for a value that does not fit
 */
public record Terms(String noun, ErrorCode unknown, ErrorCode missing, ErrorCode wrong) {
    public Terms {
        Objects.requireNonNull(noun, "noun");
        Objects.requireNonNull(unknown, "unknown");
        Objects.requireNonNull(missing, "missing");
        Objects.requireNonNull(wrong, "wrong");
    }
}
