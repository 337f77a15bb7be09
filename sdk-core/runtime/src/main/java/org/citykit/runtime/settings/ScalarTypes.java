package org.citykit.runtime.settings;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.value.Notation;
import org.citykit.runtime.value.Notations;

/** The types of components that are written as one scalar, with their notations. */
final class ScalarTypes {
    private static final Notation<String> TEXT = Notation.verbatim("a text");
    private static final Notation<Long> LONG = Notations.whole(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Notation<Integer> INT =
            Notations.whole(Integer.MIN_VALUE, Integer.MAX_VALUE).map(Long::intValue);
    private static final Notation<Double> DOUBLE = Notation.of(
            Notations.DECIMAL.expected(),
            Notations.DECIMAL.advice(),
            text -> Notations.DECIMAL.read(text).map(BigDecimal::doubleValue).filter(Double::isFinite));

    private static final Map<Type, Notation<?>> NOTATIONS = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, DOUBLE),
            Map.entry(Double.class, DOUBLE),
            Map.entry(boolean.class, Notations.BOOLEAN),
            Map.entry(Boolean.class, Notations.BOOLEAN),
            Map.entry(BigDecimal.class, Notations.DECIMAL),
            Map.entry(URI.class, Notations.WEB_ADDRESS),
            Map.entry(Duration.class, Notations.DURATION),
            Map.entry(LocalDate.class, Notations.DATE),
            Map.entry(ZoneId.class, Notations.ZONE),
            Map.entry(Locale.class, Notations.LANGUAGE));

    private ScalarTypes() {}

    /** How a type is written, if it is a scalar. Runs the initialiser of an enum. */
    static Optional<Notation<?>> notation(Type type) {
        if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            List<Enum<?>> constants = new ArrayList<>();
            for (Object constant : enumeration.getEnumConstants()) {
                constants.add((Enum<?>) constant);
            }
            return Optional.of(Notations.constant(constants));
        }
        return Optional.ofNullable(NOTATIONS.get(type));
    }
}
