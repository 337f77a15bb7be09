package org.citykit.runtime.value;

import org.citykit.api.InvalidValueException;

/**
 * How much a file of values may hold. Immutable.
 *
 * @param bytes the most octets of UTF-8, or characters of a text
 * @param depth how many maps and lists may stand inside each other, 1 to 200
 * @param aliases how many times YAML aliases may repeat a map or list
 * @param values the most keys and values, those that aliases repeat counted as often as they are repeated
 */
public record ValueLimits(int bytes, int depth, int aliases, int values) {
    /** 4 MiB, 50 deep, 20 repeated maps or lists, 100,000 values. */
    public static final ValueLimits STANDARD = new ValueLimits(4 << 20, 50, 20, 100_000);

    private static final int DEEPEST = 200;

    public ValueLimits {
        if (bytes < 1 || depth < 1 || depth > DEEPEST || aliases < 0 || values < 1) {
            throw new InvalidValueException("limits", "must be positive, and the depth at most " + DEEPEST);
        }
    }
}
