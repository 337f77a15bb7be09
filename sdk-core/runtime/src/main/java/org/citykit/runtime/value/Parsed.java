package org.citykit.runtime.value;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citykit.runtime.Problem;

/**
 * What reading a file of values gave: the value, or what is wrong with the file.
 *
 * @param value what it holds; absent if there is a problem
 * @param problems what is wrong; empty if there is a value
 */
public record Parsed(Optional<Value> value, List<Problem> problems) {
    public Parsed {
        Objects.requireNonNull(value, "value");
        problems = List.copyOf(problems);
    }
}
