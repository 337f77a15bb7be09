package org.citykit.plugins.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.icalendar.time.CalendarZone;
import org.jspecify.annotations.Nullable;

/**
 * Finds a zone of the JDK for one whose rules a calendar brought along: one whose clocks show the same from a year before
 * an event to four years after it. Confined to one fetch.
 */
final class ZoneChoice {
    private static final int YEARS_BEFORE = 1;
    private static final int YEARS_AFTER = 4;

    private record Question(CalendarZone zone, int year) {}

    private final ZoneId portal;
    private final Map<Question, Optional<ZoneId>> answers = new HashMap<>();

    /** @param portal preferred where several zones fit */
    ZoneChoice(ZoneId portal) {
        this.portal = portal;
    }

    /** The zone itself if the JDK knows it, or one that does the same around a time. */
    Optional<ZoneId> of(CalendarZone zone, LocalDateTime around) {
        return zone.zoneId().or(() -> answers.computeIfAbsent(new Question(zone, around.getYear()), this::search));
    }

    private Optional<ZoneId> search(Question question) {
        ZoneRules rules = question.zone().rules();
        Instant from = startOf(question.year() - YEARS_BEFORE);
        Instant to = startOf(question.year() + YEARS_AFTER);
        if (next(rules, from, to) == null) {
            return Optional.of(rules.getOffset(from));
        }
        List<String> known = ZoneId.getAvailableZoneIds().stream()
                .filter(ZoneChoice::isPlace)
                .sorted()
                .toList();
        return Stream.concat(Stream.of(portal), known.stream().map(ZoneId::of))
                .filter(candidate -> same(rules, candidate.getRules(), from, to))
                .findFirst();
    }

    private static boolean isPlace(String id) {
        return id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/");
    }

    private static boolean same(ZoneRules one, ZoneRules other, Instant from, Instant to) {
        if (!one.getOffset(from).equals(other.getOffset(from))) {
            return false;
        }
        ZoneOffsetTransition mine = next(one, from, to);
        ZoneOffsetTransition theirs = next(other, from, to);
        while (mine != null && mine.equals(theirs)) {
            Instant at = mine.getInstant();
            mine = next(one, at, to);
            theirs = next(other, at, to);
        }
        return mine == null && theirs == null;
    }

    private static @Nullable ZoneOffsetTransition next(ZoneRules rules, Instant after, Instant to) {
        ZoneOffsetTransition next = rules.nextTransition(after);
        return next == null || next.getInstant().isAfter(to) ? null : next;
    }

    private static Instant startOf(int year) {
        return LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    }
}
