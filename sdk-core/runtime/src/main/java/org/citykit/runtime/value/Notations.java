package org.citykit.runtime.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The notations that compositions and settings share.
 *
 * <p>Numbers and durations may be written in the digits of Persian and Arabic keyboards ({@code ۱۲}, {@code ١٢٫٥});
 * they are read as {@code 12} and {@code 12.5}. Dates may not, because a date in those digits is nearly always one of
 * another calendar.
 */
public final class Notations {
    /** An identifier of a portal, module or provider. */
    public static final Notation<String> ID = Notation.of(
            "1 to 60 lower-case letters a to z, digits and hyphens, beginning with a letter",
            "Write it as  sister-cities.",
            text -> isId(text) ? Optional.of(text) : Optional.empty());

    /** A language by its BCP 47 tag (RFC 5646). */
    public static final Notation<Locale> LANGUAGE =
            Notation.of("a language tag", "Write it as  fa  or  ar-IQ.", Notations::language);

    /** A time zone of the IANA database. */
    public static final Notation<ZoneId> ZONE = Notation.of(
                    "a time zone of the IANA database", "Write it as  Asia/Tehran.", Notations::zone)
            .among(ZoneId::getAvailableZoneIds);

    /** A length of time as ISO 8601 writes it, in weeks, days, hours, minutes and seconds. */
    public static final Notation<Duration> DURATION = Notation.of(
            "a length of time", "Write it as  PT15M  (15 minutes) or  P1D  (one day).", Notations::duration);

    /** A Gregorian date as ISO 8601 writes it. */
    public static final Notation<LocalDate> DATE =
            Notation.of("a date of the Gregorian calendar", "Write it as  2026-03-21.", Notations::date);

    /** True or false. */
    public static final Notation<Boolean> BOOLEAN = Notation.of("true or false", "", Notations::truth);

    /** A web address: an absolute URI with a host, or one of the kinds {@code mailto:}, {@code tel:}, {@code urn:}. */
    public static final Notation<URI> WEB_ADDRESS =
            Notation.of("a web address, without a password in it", "Write it as  https://…", WebAddress::read);

    /** A number with or without a fraction, of at most 100 digits. */
    public static final Notation<BigDecimal> DECIMAL =
            Notation.of("a number", "Write it as  12.5.", Notations::decimal);

    private static final int ID_LENGTH = 60;
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,100}");
    private static final Pattern FRACTION =
            Pattern.compile("[+-]?(?=.{1,100}$)[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private Notations() {}

    /** A whole number between two bounds, both included. */
    public static Notation<Long> whole(long least, long most) {
        BigInteger low = BigInteger.valueOf(least);
        BigInteger high = BigInteger.valueOf(most);
        return Notation.of("a whole number between " + least + " and " + most, "", text -> {
            String digits = asciiDigits(text);
            return Optional.of(digits)
                    .filter(written -> WHOLE.matcher(written).matches())
                    .map(BigInteger::new)
                    .filter(number -> number.compareTo(low) >= 0 && number.compareTo(high) <= 0)
                    .map(BigInteger::longValueExact);
        });
    }

    /** A length of time between two bounds, both included. */
    public static Notation<Duration> duration(Duration least, Duration most) {
        return Notation.of(
                "a length of time between " + least + " and " + most,
                DURATION.advice(),
                text -> duration(text).filter(d -> d.compareTo(least) >= 0 && d.compareTo(most) <= 0));
    }

    /** One of an enum's constants, written in kebab-case. */
    public static <E extends Enum<?>> Notation<E> constant(List<E> constants) {
        List<String> words =
                constants.stream().map(c -> KebabCase.ofConstant(c.name())).toList();
        return Notation.<E>of("one of " + String.join(", ", words), "", text -> {
                    int index = words.indexOf(text);
                    return index < 0 ? Optional.empty() : Optional.of(constants.get(index));
                })
                .among(() -> words);
    }

    /** A text with Persian and Arabic digits, and their decimal sign, turned into ASCII. */
    static String asciiDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '٠' && c <= '٩') {
                out.append((char) ('0' + c - '٠'));
            } else if (c >= '۰' && c <= '۹') {
                out.append((char) ('0' + c - '۰'));
            } else {
                out.append(c == '٫' ? '.' : c);
            }
        }
        return out.toString();
    }

    private static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (i == 0 || (c != '-' && (c < '0' || c > '9')))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= ID_LENGTH;
    }

    private static Optional<Locale> language(String tag) {
        try {
            Locale language = new Locale.Builder().setLanguageTag(tag).build();
            return Optional.of(language).filter(known -> !known.getLanguage().isEmpty());
        } catch (IllformedLocaleException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(asciiDigits(text)));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> decimal(String text) {
        return Optional.of(asciiDigits(text))
                .filter(digits -> FRACTION.matcher(digits).matches())
                .map(BigDecimal::new);
    }
}
