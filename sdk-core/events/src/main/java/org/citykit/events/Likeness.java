package org.citykit.events;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citykit.api.GeoPoint;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Place;
import org.citykit.text.Folding;

/**
 * What makes two calendars' words on an event alike. Immutable.
 *
 * @param zone the portal's, for floating times
 */
record Likeness(ZoneId zone) {
    /** Two points that are farther apart are two places. */
    private static final double SAME_PLACE = 500;

    private static final Pattern SPACE = Pattern.compile("(?<![0-9]) | (?![0-9])");

    /**
     * A title and a start: what two calendars must have in common to mean one event.
     *
     * @param title folded
     * @param start a moment, or a day
     * @param rules of a recurring event
     */
    record Key(String title, String start, Set<String> rules) {}

    /** The keys of an event, one for each wording of its title. */
    Set<Key> keys(CalendarEvent event) {
        Set<String> rules = new TreeSet<>();
        event.recurrence().ifPresent(recurrence -> {
            recurrence.rules().forEach(rule -> rules.add(rule.strip().toUpperCase(Locale.ROOT)));
            recurrence.added().forEach(added -> rules.add(added.toString()));
        });
        Set<Key> keys = new HashSet<>();
        titles(event).forEach(title -> keys.add(new Key(title, start(event.when()), rules)));
        return keys;
    }

    /** When an event begins: a moment, or a day. */
    String start(EventTime when) {
        return when instanceof EventTime.AllDay days
                ? days.start().toString()
                : instant(when, when.localStart()).toString();
    }

    /** A time on the clock of an event. */
    Instant instant(EventTime when, LocalDateTime local) {
        ZoneId own = when instanceof EventTime.Timed timed ? timed.zone().orElse(zone) : zone;
        return local.atZone(own).toInstant();
    }

    /** True if two events have a wording of the title in common, or begin together. */
    boolean agree(CalendarEvent one, CalendarEvent other) {
        Set<String> titles = titles(one);
        titles.retainAll(titles(other));
        return !titles.isEmpty() || start(one.when()).equals(start(other.when()));
    }

    /** True if two events with a key in common are one: nothing speaks against it, and something else for it. */
    boolean same(CalendarEvent one, CalendarEvent other) {
        if (!lengthsFit(one.when(), other.when())) {
            return false;
        }
        Optional<Boolean> place = samePlace(one.place(), other.place());
        if (place.isPresent()) {
            return place.get();
        }
        boolean web = one.web().isPresent() && one.web().equals(other.web());
        return web || sameDescription(one, other) || distinctive(one);
    }

    /** True if two events have everything in common that can be seen of them. */
    boolean equal(CalendarEvent one, CalendarEvent other) {
        Optional<URI> web = one.web();
        return same(one, other)
                && web.equals(other.web())
                && one.when().equals(other.when())
                && samePlace(one.place(), other.place()).orElse(one.place().equals(other.place()));
    }

    /** Whether two places are one; absent if a calendar does not say where. */
    private static Optional<Boolean> samePlace(Optional<Place> one, Optional<Place> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Optional<GeoPoint> here = one.get().location();
        Optional<GeoPoint> there = other.get().location();
        if (here.isPresent() && there.isPresent()) {
            Surroundings near = new Surroundings(here.get(), SAME_PLACE);
            if (!near.hold(there.get().latitude(), there.get().longitude())) {
                return Optional.of(false);
            }
        }
        Set<String> names = folded(one.get().name());
        names.retainAll(folded(other.get().name()));
        return Optional.of(!names.isEmpty());
    }

    /** What has no length has an end that nobody told. */
    boolean lengthsFit(EventTime one, EventTime other) {
        Duration here = length(one);
        Duration there = length(other);
        return here.isZero() || there.isZero() || here.equals(there);
    }

    private static Duration length(EventTime when) {
        return when instanceof EventTime.AllDay days
                ? Duration.ofDays(days.end().toEpochDay() - days.start().toEpochDay())
                : Duration.between(when.localStart(), ((EventTime.Timed) when).end());
    }

    private static boolean sameDescription(CalendarEvent one, CalendarEvent other) {
        Set<String> texts = one.description().map(Likeness::folded).orElse(Set.of());
        Set<String> others = other.description().map(Likeness::folded).orElse(Set.of());
        return texts.stream().anyMatch(others::contains);
    }

    /** A title of one word, such as "Closed" or "Meeting", may be many events'. */
    private static boolean distinctive(CalendarEvent event) {
        return event.title().texts().values().stream()
                .map(Folding::tokens)
                .mapToInt(List::size)
                .anyMatch(words -> words >= 2);
    }

    /** Without spaces but between digits, for Persian is written with and without. */
    private static Set<String> titles(CalendarEvent event) {
        return folded(event.title()).stream()
                .map(title -> SPACE.matcher(title).replaceAll(""))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> folded(Text text) {
        Set<String> keys = new HashSet<>();
        text.texts().values().forEach(wording -> keys.add(Folding.key(wording)));
        keys.remove("");
        return keys;
    }
}
