package org.citykit.host.caldav;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * A span of time that a request names in UTC (RFC 4791 §9.9).
 *
 * @param start its beginning; absent if it reaches back without end
 * @param end the moment after its end; absent if it has none
 */
record Window(Optional<Instant> start, Optional<Instant> end) {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final QName INVALID = Dav.caldav("valid-filter");

    /** Reads the attributes of an element; at least one is there. */
    static Window of(XmlElement element) {
        Window window = new Window(
                element.attribute("start").map(Window::read),
                element.attribute("end").map(Window::read));
        boolean none = window.start.isEmpty() && window.end.isEmpty();
        if (none || (window.isClosed() && !window.end.get().isAfter(window.start.get()))) {
            throw DavException.condition(
                    INVALID, "A 'time-range' needs a start or an end, and the end after the start.");
        }
        return window;
    }

    /** Reads the attributes of an element that needs both. */
    static Window closed(XmlElement element) {
        element.required("start");
        element.required("end");
        return of(element);
    }

    boolean isClosed() {
        return start.isPresent() && end.isPresent();
    }

    /** True if a span overlaps it; one without length counts at its start. */
    boolean overlaps(Instant from, Instant to) {
        boolean before = end.map(from::isBefore).orElse(true);
        boolean after = start.map(begin -> to.isAfter(begin) || (to.equals(from) && !from.isBefore(begin)))
                .orElse(true);
        return before && after;
    }

    private static Instant read(String text) {
        try {
            return LocalDateTime.parse(text, UTC).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            throw DavException.condition(INVALID, "'" + text + "' is no time in UTC. Write it as 20260321T000000Z.");
        }
    }
}
