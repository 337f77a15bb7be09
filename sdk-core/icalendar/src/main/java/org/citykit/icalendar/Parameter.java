package org.citykit.icalendar;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One parameter of a property: a name and its values, decoded (RFC 5545 §3.2, RFC 6868).
 *
 * @param name upper-case name
 * @param values the values without quotes and carets; at least one, possibly empty text
 */
public record Parameter(String name, List<String> values) {

    /** Checks the name, folds it to upper case and copies the values. */
    public Parameter {
        Objects.requireNonNull(name, "name");
        if (!Names.isToken(name)) {
            throw new MalformedContentException(
                    "Parameter name '" + name + "' is not a token. Use letters, digits and '-'.");
        }
        name = name.toUpperCase(Locale.ROOT);
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new MalformedContentException(
                    "Parameter " + name + " has no value. Give at least one, empty if need be.");
        }
    }

    /**
     * Makes a parameter of one value.
     *
     * @param name the name
     * @param value the decoded value
     * @return the parameter
     */
    public static Parameter of(String name, String value) {
        return new Parameter(name, List.of(value));
    }

    /**
     * Returns the first value.
     *
     * @return the first value
     */
    public String value() {
        return values.get(0);
    }
}
