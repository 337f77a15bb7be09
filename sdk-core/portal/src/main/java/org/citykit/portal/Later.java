package org.citykit.portal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that is set once, after those who read it have been made. Thread-safe.
 *
 * @param <T> what it is
 */
final class Later<T> {
    private volatile @Nullable T value;

    void set(T ready) {
        value = ready;
    }

    Optional<T> get() {
        return Optional.ofNullable(value);
    }
}
