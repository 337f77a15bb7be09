package org.citykit.api.crisis;

import java.util.List;
import java.util.regex.Pattern;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * What must be filled into a message, with its type, so that nothing with a hole is ever said.
 *
 * @param name what the texts call it; a MessageFormat 2 name of ASCII letters, digits and hyphens
 * @param type what it is
 * @param label what to ask the person for
 * @param least the smallest number, or the shortest text in characters
 * @param most the largest number, or the longest text in characters
 * @param choices of a choice, the allowed values
 * @param samples typical and extreme values to prove the texts with; at least one
 * @since 1.0
 */
public record Parameter(
        String name, Type type, Text label, long least, long most, List<Choice> choices, List<String> samples) {
    /** What a parameter is. */
    public enum Type {
        /** The name of a place. */
        PLACE,
        /** A point in time, ISO 8601 with offset. */
        INSTANT,
        /** A telephone number, E.164 or a short code. */
        PHONE,
        /** An absolute https address. */
        URL,
        /** A whole number. */
        COUNT,
        /** One of the choices. */
        CHOICE,
        /** A name or short text. */
        TEXT
    }

    /**
     * An allowed value.
     *
     * @param key what the texts select on
     * @param label what people see
     */
    public record Choice(String key, Text label) {
        public Choice {
            Check.id("key", key);
            Check.present("label", label);
        }
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,59}");

    public Parameter {
        if (!NAME.matcher(Check.present("name", name)).matches()) {
            throw new InvalidValueException(
                    "name", "must be 1 to 60 ASCII letters, digits and hyphens, but is \"" + name + "\"");
        }
        Check.present("type", type);
        Check.present("label", label);
        Check.between("most", most, least, Long.MAX_VALUE);
        choices = Check.distinct("choices", choices, Choice::key);
        if ((type == Type.CHOICE) == choices.isEmpty()) {
            throw new InvalidValueException("choices", "must be given for a choice and for nothing else");
        }
        samples = Check.list("samples", samples);
        Check.between("samples.size", samples.size(), 1, 100);
    }
}
