package org.citykit.host.caldav;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.host.language.Language;
import org.citykit.host.language.Languages;

/** What stands at an address below {@code /caldav/}. */
sealed interface CalDavPath {
    String ROOT = "/caldav/";
    String PRINCIPALS = "principals";

    /** The beginning. */
    record Root() implements CalDavPath {}

    /** Whoever reads in a language; nobody has a name here. */
    record Principal(Language language) implements CalDavPath {}

    /** Where the calendars of a language stand. */
    record Home(Language language) implements CalDavPath {}

    /** One calendar. */
    record Calendar(CalendarKey key) implements CalDavPath {}

    /** One event of a calendar. */
    record Event(CalendarKey key, String name) implements CalDavPath {}

    static String home(Language language) {
        return ROOT + language.tag() + "/";
    }

    static String principal(Language language) {
        return ROOT + PRINCIPALS + "/" + language.tag() + "/";
    }

    /**
     * Reads an address.
     *
     * @param path as it was sent, escapes and all; a missing slash at the end is forgiven
     * @throws DavException if nothing stands there
     */
    static CalDavPath read(String path, Languages languages) {
        if (!(path + "/").startsWith(ROOT)) {
            throw DavException.nothingAt(path);
        }
        String below = path.length() < ROOT.length() ? "" : path.substring(ROOT.length());
        List<String> segments = Stream.of(below.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (segments.isEmpty()) {
            return new Root();
        }
        if (segments.get(0).equals(PRINCIPALS) && segments.size() == 2) {
            return new Principal(language(segments.get(1), path, languages));
        }
        Language language = language(segments.get(0), path, languages);
        if (segments.size() == 1) {
            return new Home(language);
        }
        boolean filtered = segments.get(1).equals(CalendarKey.FILTERED) && segments.size() > 2;
        int own = filtered ? 3 : 2;
        CalendarKey key = key(language, segments.get(own - 1), filtered, path);
        if (segments.size() == own) {
            return new Calendar(key);
        }
        if (segments.size() == own + 1 && !path.endsWith("/")) {
            return new Event(key, decode(segments.get(own), path));
        }
        throw DavException.nothingAt(path);
    }

    private static CalendarKey key(Language language, String segment, boolean filtered, String path) {
        if (filtered) {
            return CalendarKey.filtered(language, segment);
        }
        if (segment.equals(CalendarKey.ALL)) {
            return CalendarKey.all(language);
        }
        return Optional.of(segment)
                .filter(name -> name.startsWith(CalendarKey.KIND))
                .map(name -> CalendarKey.ofKind(language, name.substring(CalendarKey.KIND.length())))
                .orElseThrow(() -> DavException.nothingAt(path));
    }

    private static Language language(String tag, String path, Languages languages) {
        return languages.find(tag).orElseThrow(() -> DavException.nothingAt(path));
    }

    private static String decode(String segment, String path) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw DavException.nothingAt(path);
        }
    }
}
