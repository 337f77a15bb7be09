package org.citykit.runtime.value;

import java.util.Optional;

/** The environment variables that values may name as {@code {env: NAME}}. Thread-safe. */
@FunctionalInterface
public interface Environment {
    /** What a variable holds, if it is set. */
    Optional<String> variable(String name);

    /** The variables of this process. */
    static Environment ofProcess() {
        return name -> Optional.ofNullable(System.getenv(name));
    }
}
