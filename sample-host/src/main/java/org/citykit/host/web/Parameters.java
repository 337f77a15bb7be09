package org.citykit.host.web;

import io.vertx.core.MultiMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.host.view.Address;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query that a route knows, in its order, without empty ones; others are ignored. Two queries that
 * mean the same are equal. Immutable.
 */
public final class Parameters {
    /** The longest value, in characters. */
    static final int LONGEST = 200;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads them.
     *
     * @param known the names that the route knows
     * @throws BadParameterException if a value is longer than 200 characters
     */
    static Parameters of(MultiMap given, List<String> known) {
        Map<String, String> first = new LinkedHashMap<>();
        known.forEach(
                name -> first.put(name, Optional.ofNullable(given.get(name)).orElse("")));
        return of(first, known);
    }

    /**
     * Takes them from values by name.
     *
     * @param known the names that the route knows
     * @throws BadParameterException if a value is longer than 200 characters
     */
    public static Parameters of(Map<String, String> given, List<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : known) {
            String value = given.getOrDefault(name, "").strip();
            if (value.length() > LONGEST) {
                throw BadParameterException.length(name);
            }
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        }
        return new Parameters(values);
    }

    /** These parameters with another value in one of them; empty takes it out. */
    public Parameters with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Parameters(changed);
    }

    /** A text, or empty. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * A whole number.
     *
     * @throws BadParameterException if it is something else or out of its range
     */
    public int number(String name, int otherwise, int least, int most) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw BadParameterException.value(name, text);
        }
        throw BadParameterException.value(name, text);
    }

    /**
     * A day in ISO 8601.
     *
     * @throws BadParameterException if it is something else, or not in the years 1 to 9999
     */
    public Optional<LocalDate> day(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException none) {
            throw BadParameterException.value(name, text);
        }
        throw BadParameterException.value(name, text);
    }

    /**
     * One of the constants of an enum, written in kebab case.
     *
     * @throws BadParameterException if it is something else
     */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(type.getEnumConstants())
                .filter(constant -> Address.value(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> BadParameterException.value(name, text)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Parameters that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The query with its question mark, or empty without parameters. */
    public String query() {
        return Address.query(values);
    }
}
