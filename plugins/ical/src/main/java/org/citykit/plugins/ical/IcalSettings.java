package org.citykit.plugins.ical;

import java.net.URI;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.citykit.api.events.EventKind;

/**
 * Where calendars are and how they are read.
 *
 * <p>All files and feeds of one module are one calendar: events with one UID are one event, told in several languages.
 * They are read together or not at all, so calendars of several publishers belong into several modules.
 *
 * @param files files below the portal's folder; a name ending in {@code .gz} is unpacked
 * @param feeds web addresses, beside or instead of files; together at most 100
 * @param language the language of texts that do not name theirs
 * @param kind what kind of event, where neither {@code kinds} nor the event says it
 * @param kinds which of the event's CATEGORIES mean which kind; upper and lower case are the same
 * @param audiences for whom; no calendar says it of its own
 * @param heldIn in which languages the events are held; no calendar says that either
 * @param zone the time zone that times in UTC and times without a zone are shown in; events that recur in UTC stay there
 * @param place where, if an event has no LOCATION
 * @param source who says so; the calendar's own name unless given
 * @param sourceAddress the source's web address
 * @param licence under what terms, an SPDX identifier where there is one
 */
public record IcalSettings(
        List<String> files,
        List<URI> feeds,
        Optional<Locale> language,
        Optional<EventKind> kind,
        Map<String, EventKind> kinds,
        Set<Audience> audiences,
        List<Locale> heldIn,
        Optional<ZoneId> zone,
        Optional<Text> place,
        Optional<Text> source,
        Optional<URI> sourceAddress,
        Optional<String> licence) {
    private static final int MOST = 100;

    public IcalSettings {
        files = List.copyOf(files);
        feeds = List.copyOf(feeds);
        kinds = Map.copyOf(kinds);
        audiences = Set.copyOf(audiences);
        heldIn = List.copyOf(heldIn);
        if (files.isEmpty() && feeds.isEmpty()) {
            throw new InvalidValueException("files", "or 'feeds' must name at least one calendar");
        }
        if (files.size() + feeds.size() > MOST) {
            throw new InvalidValueException("files", "and 'feeds' must name at most " + MOST + " calendars");
        }
        distinct("files", files);
        distinct("feeds", feeds);
    }

    /** The tag of texts that do not name their language. */
    String languageTag() {
        return language.map(Locale::toLanguageTag).orElse(Text.UNDETERMINED);
    }

    private static void distinct(String field, List<?> values) {
        if (new HashSet<>(values).size() < values.size()) {
            throw new InvalidValueException(field, "must not name a calendar twice");
        }
    }
}
