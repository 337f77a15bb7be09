package org.citykit.api.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.citykit.api.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Constructor checks that name the field, what was wrong with it and what is allowed. */
public final class Check {
    /** The longest identifier, in characters. */
    public static final int ID_LENGTH = 200;

    /** The longest text in one language, in characters. */
    public static final int TEXT_LENGTH = 100_000;

    /** The longest list inside one record. */
    public static final int LIST_LENGTH = 10_000;

    private Check() {}

    /** An identifier: 1 to 200 characters, no white space or control characters. */
    public static String id(String field, @Nullable String value) {
        String id = present(field, value);
        if (id.isEmpty() || id.length() > ID_LENGTH) {
            throw new InvalidValueException(
                    field, "must have 1 to " + ID_LENGTH + " characters, but has " + id.length());
        }
        for (int i = 0; i < id.length(); i += Character.charCount(id.codePointAt(i))) {
            int c = id.codePointAt(i);
            if (unfitForId(c)) {
                throw new InvalidValueException(
                        field, String.format("must not contain white space or control characters, but has U+%04X", c));
            }
        }
        return id;
    }

    /** A line or paragraph for people: not blank, no control characters but tab and line feed. */
    public static String text(String field, @Nullable String value) {
        String text = present(field, value);
        if (text.isBlank()) {
            throw new InvalidValueException(field, "must not be empty");
        }
        if (text.length() > TEXT_LENGTH) {
            throw new InvalidValueException(
                    field, "must have at most " + TEXT_LENGTH + " characters, but has " + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            if (unfitForText(text.charAt(i))) {
                throw new InvalidValueException(
                        field, String.format("must not contain the control character U+%04X", (int) text.charAt(i)));
            }
        }
        return text;
    }

    /** Like {@link #text}, but may be empty. */
    public static String note(String field, @Nullable String value) {
        String note = present(field, value);
        return note.isEmpty() ? note : text(field, note);
    }

    /** A value between two bounds, both included. */
    public static double between(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidValueException(field, "must be between " + least + " and " + most + ", but is " + value);
        }
        return value;
    }

    /** A whole number between two bounds, both included. */
    public static long between(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidValueException(field, "must be between " + least + " and " + most + ", but is " + value);
        }
        return value;
    }

    /** Any value that must be there. */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidValueException(field, "is missing");
        }
        return value;
    }

    /** An unmodifiable copy without nulls, of at most 10,000 elements. */
    public static <T> List<T> list(String field, @Nullable Collection<? extends @Nullable T> values) {
        Collection<? extends @Nullable T> given = present(field, values);
        if (given.size() > LIST_LENGTH) {
            throw new InvalidValueException(
                    field, "must have at most " + LIST_LENGTH + " elements, but has " + given.size());
        }
        List<T> copy = new ArrayList<>(given.size());
        for (T value : given) {
            copy.add(present(field + "[" + copy.size() + "]", value));
        }
        return List.copyOf(copy);
    }

    /** Like {@link #list}, and no two elements share a key. */
    public static <T> List<T> distinct(
            String field, @Nullable Collection<? extends @Nullable T> values, Function<T, Object> key) {
        List<T> copy = list(field, values);
        Set<Object> seen = new HashSet<>();
        for (T value : copy) {
            if (!seen.add(key.apply(value))) {
                throw new InvalidValueException(field, "has \"" + key.apply(value) + "\" twice");
            }
        }
        return copy;
    }

    private static boolean unfitForId(int c) {
        return Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c) || isSurrogate(c);
    }

    private static boolean unfitForText(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
