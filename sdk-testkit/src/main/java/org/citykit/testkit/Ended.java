package org.citykit.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call of vendor code ended.
 *
 * @param <T> what it gives
 */
sealed interface Ended<T> {
    /** It returned, perhaps null. */
    record Returned<T>(@Nullable T value) implements Ended<T> {}

    /** It threw. */
    record Threw<T>(Throwable thrown) implements Ended<T> {}

    /** It did not end in its time, nor when it was interrupted. */
    record Hung<T>(String reason, List<String> stack) implements Ended<T> {}

    /** What it returned; fails the test if it did anything else. */
    default T value(String what) {
        if (this instanceof Returned<T> returned && returned.value() != null) {
            return returned.value();
        }
        throw broken(what);
    }

    /** An error that says how it ended. */
    default AssertionError broken(String what) {
        if (this instanceof Threw<T> threw) {
            return new AssertionError(what + " threw " + threw.thrown(), threw.thrown());
        }
        if (this instanceof Hung<T> hung) {
            return new AssertionError(what + " hangs: " + hung.reason() + "\n  " + String.join("\n  ", hung.stack()));
        }
        return new AssertionError(what + " returned " + ((Returned<T>) this).value() + ".");
    }
}
