package org.citykit.host.publish;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Recurrence;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;
import org.citykit.events.Occurrence;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.event.EventBuilder;

/**
 * Writes a family of events so that any program shows the occurrences that the portal shows.
 *
 * <p>Rules are kept. Two things are not understood by most programs, and are given as dates instead: rules that count in
 * another calendar than the Gregorian (RFC 7529), and replacements from some time on (RANGE=THISANDFUTURE). Where a
 * selection holds a series but not the replacement of an occurrence, that occurrence is excluded; where it holds the
 * replacement alone, that stands for itself.
 */
final class FamilyWriter {
    private final EventIndex index;
    private final Predicate<EventEntry> wanted;
    private final EventComponents components;
    private final Rules rules;
    private final Horizon horizon;
    private final Function<EventEntry, String> uids;

    FamilyWriter(
            EventIndex index,
            Predicate<EventEntry> wanted,
            EventComponents components,
            Rules rules,
            Horizon horizon,
            Function<EventEntry, String> uids) {
        this.index = index;
        this.wanted = wanted;
        this.components = components;
        this.rules = rules;
        this.horizon = horizon;
        this.uids = uids;
    }

    /** What is published of a family; nothing if nothing of it is wanted. */
    List<PublishedEvent> write(Family family) {
        List<EventEntry> replacements =
                family.replacements().stream().filter(wanted).toList();
        boolean dates = isGivenAsDates(family);
        Stream<PublishedEvent> head = wanted.test(family.head())
                ? Stream.of(dates ? asDates(family, replacements) : whole(family, replacements))
                        .flatMap(Optional::stream)
                : replacements.stream()
                        .filter(Predicate.not(Family::andFollowing))
                        .map(this::alone);
        Stream<PublishedEvent> later = replacements.stream()
                .filter(Family::andFollowing)
                .flatMap(entry -> fromSomeTimeOn(family, entry).stream());
        return Stream.concat(head, later).toList();
    }

    private boolean isGivenAsDates(Family family) {
        return family.changesFromSomeTimeOn()
                || (rules == Rules.DATES
                        && family.head().event().recurrence().stream()
                                .flatMap(recurrence -> recurrence.rules().stream())
                                .anyMatch(FamilyWriter::countsInOtherCalendar));
    }

    private static boolean countsInOtherCalendar(String rule) {
        String upper = rule.toUpperCase(Locale.ROOT);
        return upper.contains("RSCALE=") && !upper.contains("RSCALE=GREGORIAN");
    }

    private PublishedEvent alone(EventEntry entry) {
        String uid = uids.apply(entry);
        CalendarEvent event = entry.event();
        Component component = components
                .describe(components.begin(uid, event, event.when()), event)
                .build();
        return published(uid, List.of(component), List.of(entry), false);
    }

    private Optional<PublishedEvent> whole(Family family, List<EventEntry> replacements) {
        CalendarEvent event = family.head().event();
        if (event.recurrence().isEmpty()) {
            return Optional.of(alone(family.head()));
        }
        String uid = uids.apply(family.head());
        EventBuilder out = components.begin(uid, event, event.when());
        Recurrence recurrence = event.recurrence().get();
        recurrence.rules().forEach(rule -> out.add(Property.of("RRULE", rule)));
        recurrence.added().forEach(start -> out.date(EventComponents.moment(start, event.when())));
        Stream.concat(recurrence.removed().stream(), unwanted(family))
                .distinct()
                .forEach(start -> out.exclude(EventComponents.moment(start, event.when())));
        return Optional.of(with(family.head(), components.describe(out, event).build(), replacements, false));
    }

    private Stream<LocalDateTime> unwanted(Family family) {
        return family.replacements().stream().filter(wanted.negate()).map(Family::replacedStart);
    }

    private Optional<PublishedEvent> asDates(Family family, List<EventEntry> replacements) {
        EventEntry head = family.head();
        List<LocalDateTime> starts = new ArrayList<>(starts(head, head));
        List<EventEntry> single = replacements.stream()
                .filter(Predicate.not(Family::andFollowing))
                .toList();
        single.stream().map(Family::replacedStart).forEach(starts::add);
        return dated(head, starts).map(component -> with(head, component, single, true));
    }

    private Optional<PublishedEvent> fromSomeTimeOn(Family family, EventEntry entry) {
        return dated(entry, starts(family.head(), entry))
                .map(component -> published(uids.apply(entry), List.of(component), List.of(entry), true));
    }

    /** A VEVENT that begins at the first of some times and comes again at the others. */
    private Optional<Component> dated(EventEntry entry, List<LocalDateTime> times) {
        List<LocalDateTime> sorted =
                times.stream().distinct().sorted(Comparator.naturalOrder()).toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        CalendarEvent event = entry.event();
        EventBuilder out = components.begin(uids.apply(entry), event, Times.moved(event.when(), sorted.get(0)));
        sorted.stream().skip(1).forEach(start -> out.date(EventComponents.moment(start, event.when())));
        return Optional.of(components.describe(out, event).build());
    }

    /** When an event of a series takes place: its first time, and the times within the horizon. */
    private List<LocalDateTime> starts(EventEntry series, EventEntry entry) {
        ZoneId zone = index.zone();
        LocalDateTime first = series.event().when().localStart();
        Stream<Occurrence> beginning = index
                .between(first.minusDays(1).atZone(zone), first.plusDays(2).atZone(zone))
                .of(series.id())
                .list()
                .stream()
                .filter(occurrence -> occurrence.when().localStart().equals(first));
        Stream<Occurrence> all = index.between(horizon.from(), horizon.to()).of(series.id()).list().stream();
        return Stream.concat(beginning, all)
                .filter(occurrence -> occurrence.entry().id().equals(entry.id()))
                .map(Occurrence::when)
                .map(EventTime::localStart)
                .toList();
    }

    private PublishedEvent with(EventEntry head, Component first, List<EventEntry> replacements, boolean dated) {
        String uid = uids.apply(head);
        List<Component> all = new ArrayList<>(List.of(first));
        List<EventEntry> entries = new ArrayList<>(List.of(head));
        for (EventEntry replacement : replacements) {
            CalendarEvent event = replacement.event();
            EventBuilder out = components
                    .begin(uid, event, event.when())
                    .recurrenceId(EventComponents.moment(
                            Family.replacedStart(replacement), head.event().when()));
            all.add(components.describe(out, event).build());
            entries.add(replacement);
        }
        return published(uid, all, entries, dated);
    }

    private PublishedEvent published(String uid, List<Component> all, List<EventEntry> entries, boolean dated) {
        Optional<Instant> newest = Optional.of(dated ? horizon.began() : Instant.EPOCH);
        for (EventEntry entry : entries) {
            newest = newest.flatMap(
                    before -> entry.event().changed().map(changed -> changed.isAfter(before) ? changed : before));
        }
        return new PublishedEvent(entries.get(0).id(), uid, all, entries, newest);
    }
}
