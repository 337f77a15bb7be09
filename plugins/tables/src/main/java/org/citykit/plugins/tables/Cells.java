package org.citykit.plugins.tables;

import java.math.BigDecimal;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,30})(?:\\.\\d{1,30})?");
    private static final Set<String> COUNTRIES = countries();
    private static final int SLUG = 150;

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
        return row.as(column, text -> PartialDate.parse(ascii(text), calendar))
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
                country(row, column + "-country"),
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

    /** A number in digits of any script; marks between groups of three are allowed, exponents are not. */
    static BigDecimal number(String text) {
        String ascii = ascii(text).replace('\u066C', ',').replace('\u066B', '.').replaceAll("[_\\p{Z}]", "");
        if (!NUMBER.matcher(ascii).matches()) {
            throw new InvalidValueException("number", "must be a number such as 1204 or 3.5, but is \"" + text + "\"");
        }
        return new BigDecimal(ascii.replace(",", ""));
    }

    /** A coordinate in degrees. */
    static double degrees(String text) {
        return number(text.replace('\u2212', '-')).doubleValue();
    }

    /** An ISO 3166-1 alpha-2 code, or empty. */
    static String country(Row row, String column) {
        return row.as(column, text -> {
                    String code = text.toUpperCase(Locale.ROOT);
                    if (!COUNTRIES.contains(code)) {
                        throw new InvalidValueException(
                                column, "must be a country's two letters such as IR, but is \"" + text + "\"");
                    }
                    return code;
                })
                .orElse("");
    }

    /** A web address. */
    static URI address(String text) {
        URI address = URI.create(text);
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new InvalidValueException("address", "must be a web address, but is \"" + text + "\"");
        }
        return address;
    }

    /** The text with the digits of every script as ASCII digits. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
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
        String slug = name.strip().replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", "-");
        int length = slug.codePointCount(0, slug.length());
        return length > SLUG ? slug.substring(0, slug.offsetByCodePoints(0, SLUG)) : slug;
    }

    private static Set<String> countries() {
        Set<String> codes = new HashSet<>(Set.of(Locale.getISOCountries()));
        codes.add("XK"); // Kosovo, user-assigned, as the European Union and GeoNames write it
        return Set.copyOf(codes);
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
