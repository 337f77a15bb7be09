package org.citykit.host.caldav;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citykit.host.language.Language;
import org.citykit.host.web.BadParameterException;
import org.citykit.host.web.EventParameters;
import org.citykit.host.web.Parameters;

/**
 * Which calendar an address means.
 *
 * @param language its language
 * @param address its address with a slash at its end, as the client writes it
 * @param parameters what it is narrowed to, as feeds write it
 */
record CalendarKey(Language language, String address, Parameters parameters) {
    /** The segment that stands before a filter. */
    static final String FILTERED = "q";

    static final String ALL = "all";
    static final String KIND = "kind-";

    /** The calendar with everything in a language. */
    static CalendarKey all(Language language) {
        return new CalendarKey(language, CalDavPath.home(language) + ALL + "/", Parameters.of(Map.of(), List.of()));
    }

    /** The calendar with one kind of events. */
    static CalendarKey ofKind(Language language, String kind) {
        return new CalendarKey(
                language, CalDavPath.home(language) + KIND + kind + "/", parameters(Map.of("kind", kind)));
    }

    /** The calendar that a filter describes: {@code name=value} parted by {@code &}, each percent-encoded. */
    static CalendarKey filtered(Language language, String filter) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : filter.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals <= 0) {
                throw DavException.nothingAt(filter);
            }
            String name = decode(part.substring(0, equals));
            if (!EventParameters.NAMES.contains(name)) {
                throw DavException.nothingAt(filter);
            }
            values.put(name, decode(part.substring(equals + 1)));
        }
        return new CalendarKey(language, CalDavPath.home(language) + FILTERED + "/" + filter + "/", parameters(values));
    }

    private static Parameters parameters(Map<String, String> values) {
        try {
            Parameters read = Parameters.of(values, EventParameters.NAMES);
            EventParameters.filter(read); // a value that none can have is no address
            return read;
        } catch (BadParameterException none) {
            throw DavException.nothingAt(String.valueOf(none.getMessage()));
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw DavException.nothingAt(text);
        }
    }
}
