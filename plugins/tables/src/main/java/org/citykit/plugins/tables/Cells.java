package org.citykit.plugins.tables;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.citykit.api.CalendarSystem;
import org.citykit.api.CityRef;
import org.citykit.api.Figure;
import org.citykit.api.InvalidValueException;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.twinning.Party;

/** Reads the kinds of cells that several row types share. */
final class Cells {
    private Cells() {}

    /** A constant in kebab-case. */
    static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return text -> {
            String name =
                    text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(name)) {
                    return constant;
                }
            }
            throw new InvalidValueException(
                    type.getSimpleName(), "cannot be \"" + text + "\"; use one of " + choices(type));
        };
    }

    /** A date: {@code since} with {@code since-calendar} and {@code since-wording}. */
    static Optional<PartialDate> date(Row row, String column) {
        CalendarSystem calendar = row.as(column + "-calendar", Cells::calendar).orElse(CalendarSystem.GREGORIAN);
        return row.as(column, text -> PartialDate.parse(text, calendar))
                .map(date -> date.worded(row.orEmpty(column + "-wording")));
    }

    /** A side: {@code party-1} with {@code party-1:fa}, {@code party-1-country} and {@code party-1-role}. */
    static Optional<Party> party(Row row, String column) {
        Optional<CityRef> ref = row.as(column, CityRef::parse);
        Optional<Text> name = row.text(column + "-name");
        if (ref.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        String key = ref.map(CityRef::toString)
                .orElseGet(() -> slug(name.orElseThrow().original()));
        return Optional.of(new Party(
                key,
                ref,
                name.orElseGet(() -> Text.of(key)),
                row.orEmpty(column + "-country").toUpperCase(Locale.ROOT),
                row.as(column + "-role", constant(Party.Role.class)).orElse(Party.Role.PARTNER)));
    }

    /** A number with its measure, unit and time. */
    static Figure figure(Row row, Provenance provenance) {
        return new Figure(
                row.text("measure").orElseThrow(() -> new InvalidValueException("measure", "is missing")),
                row.as("value", Cells::number).orElseThrow(() -> new InvalidValueException("value", "is missing")),
                row.orEmpty("unit"),
                row.as("approximate", Cells::yes).orElse(false),
                date(row, "at"),
                provenance);
    }

    static BigDecimal number(String text) {
        StringBuilder ascii = new StringBuilder();
        text.chars()
                .filter(c -> c != ',' && c != '_' && c != 0x066C && !Character.isSpaceChar(c))
                .forEach(c -> ascii.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
        return new BigDecimal(ascii.toString());
    }

    static boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1" -> true;
            case "no", "false", "0" -> false;
            default -> throw new InvalidValueException("flag", "must be yes or no, but is \"" + text + "\"");
        };
    }

    private static CalendarSystem calendar(String key) {
        for (CalendarSystem calendar : CalendarSystem.values()) {
            if (calendar.key().equals(key)) {
                return calendar;
            }
        }
        throw new InvalidValueException(
                "calendar", "must be gregorian, persian, islamic-umalqura or islamic-civil, but is \"" + key + "\"");
    }

    private static String slug(String name) {
        String slug = name.strip().replaceAll("[\\s\\p{Cntrl}]+", "-");
        return slug.length() > 150 ? slug.substring(0, 150) : slug;
    }

    private static <E extends Enum<E>> String choices(Class<E> type) {
        StringBuilder out = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return out.toString();
    }
}
