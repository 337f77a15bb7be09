package org.citykit.host.caldav;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;

/**
 * Which events of a calendar have an occurrence in a span of time, series written out (RFC 4791 §9.9).
 *
 * <p>A span without an end is looked through for two years; what recurs beyond that is found if its rules have no end, or
 * have one that is counted or lies in the span. So such a span may find a series that has ended shortly before it.
 */
final class TimeSearch {
    private static final Duration AHEAD = Duration.ofDays(2 * 366);

    private final Window span;
    private final ZoneId zone;
    private final Set<Member> found = new HashSet<>();

    private TimeSearch(Window span, ZoneId zone) {
        this.span = span;
        this.zone = zone;
    }

    static TimeSearch of(CalendarState state, Window span) {
        EventIndex index = state.publication().index();
        TimeSearch search = new TimeSearch(span, index.zone());
        Optional<Instant> from = span.start();
        if (from.isPresent()) {
            Instant to = span.end().orElse(from.get().plus(AHEAD));
            index.between(from.get().atZone(index.zone()), to.atZone(index.zone())).list().stream()
                    .flatMap(occurrence -> state.holding(occurrence.entry()).stream())
                    .forEach(search.found::add);
        }
        return search;
    }

    boolean finds(Member member) {
        return found.contains(member)
                || (!span.isClosed()
                        && member.event().entries().stream()
                                .map(EventEntry::event)
                                .anyMatch(this::mayTakePlace));
    }

    private boolean mayTakePlace(CalendarEvent event) {
        Instant begins = instant(event.when().localStart(), event.when());
        if (span.end().isPresent()) {
            return begins.isBefore(span.end().get());
        }
        if (event.recurrence().isEmpty()) {
            return span.overlaps(begins, end(event.when()));
        }
        return event.recurrence().get().rules().stream().anyMatch(this::reaches)
                || event.recurrence().get().added().stream()
                        .map(added -> instant(added, event.when()))
                        .anyMatch(added -> span.overlaps(added, added));
    }

    /** True if a rule goes on beyond the beginning of the span, or may. */
    private boolean reaches(String rule) {
        for (String part : rule.toUpperCase(Locale.ROOT).split(";", -1)) {
            if (part.startsWith("UNTIL=")) {
                String start = span.start().orElseThrow().toString().replace("-", "");
                return part.substring("UNTIL=".length()).compareTo(start.substring(0, "uuuuMMdd".length())) >= 0;
            }
        }
        return true;
    }

    private Instant end(EventTime when) {
        return when instanceof EventTime.AllDay days
                ? days.end().atStartOfDay(zone).toInstant()
                : instant(((EventTime.Timed) when).end(), when);
    }

    private Instant instant(LocalDateTime local, EventTime like) {
        ZoneId own = like instanceof EventTime.Timed timed ? timed.zone().orElse(zone) : zone;
        return local.atZone(own).toInstant();
    }
}
