package org.citykit.host.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as HTTP writes them, to the second (RFC 9110 §5.6.7). */
public final class HttpDate {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private HttpDate() {}

    /** Writes a time; what is less than a second is left out. */
    public static String of(Instant time) {
        return FORM.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Reads a time; empty if it is none. */
    static Optional<Instant> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** True if what was changed at a time has not changed since another, to the second. */
    static boolean holdsSince(Instant modified, Instant since) {
        return !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(since);
    }
}
