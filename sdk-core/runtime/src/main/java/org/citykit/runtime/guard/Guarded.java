package org.citykit.runtime.guard;

import java.util.List;
import org.citykit.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * How a guarded call ended.
 *
 * @param <T> what the call gives
 */
public sealed interface Guarded<T> {
    /**
     * It returned. Two of them are equal if they are one object: asking the value would be a call of vendor code.
     *
     * @param value never null
     */
    record Done<T>(T value) implements Guarded<T> {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return "Done";
        }
    }

    /**
     * It did not return well. Holds text alone, so that it keeps nothing of the plugin in memory.
     *
     * @param code names what happened
     * @param reason what happened, in words
     * @param stack where, outermost call last; at most 40 lines
     */
    record Failed<T>(ErrorCode code, String reason, List<String> stack) implements Guarded<T> {
        public Failed {
            stack = List.copyOf(stack);
        }

        /** The same end for a call of another type. */
        public <R> Failed<R> as() {
            return new Failed<>(code, reason, stack);
        }
    }
}
