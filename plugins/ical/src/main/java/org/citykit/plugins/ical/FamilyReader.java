package org.citykit.plugins.ical;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.citykit.api.InvalidValueException;
import org.citykit.api.PluginContext;
import org.citykit.api.Sink;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.icalendar.IcalendarException;
import org.citykit.icalendar.time.CalendarPeriod;
import org.citykit.icalendar.time.DateOrDateTime;

/** Makes events of all copies of a UID: the event or series, and the occurrences that differ. Confined to one fetch. */
final class FamilyReader {
    private final Wording wording;
    private final Facts facts;
    private final Clocks clocks;
    private final Complaints complaints;
    private final Map<String, Integer> hidden = new TreeMap<>();
    private final Ledger ledger;
    private final IcalSettings settings;

    FamilyReader(IcalSettings settings, PluginContext context, Complaints complaints) {
        this.settings = settings;
        this.ledger = Ledger.of(context);
        this.wording = new Wording(settings.languageTag(), complaints);
        this.facts = new Facts(settings, wording, complaints);
        this.clocks = new Clocks(settings, context.zone(), complaints);
        this.complaints = complaints;
    }

    /** Pushes the events of all families, in the order of their ids whatever the order of the feed. */
    void read(Map<String, List<EventCopy>> families, Sink<? super CalendarEvent> sink) throws InterruptedException {
        Map<String, String> likenesses = new LinkedHashMap<>();
        families.forEach((uid, copies) -> likenesses.put(uid, Content.likeness(copies)));
        Map<String, String> uids = new TreeMap<>();
        ledger.identify(likenesses).forEach((uid, id) -> uids.put(id, uid));
        for (Map.Entry<String, String> each : uids.entrySet()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The time for this fetch is up.");
            }
            String uid = each.getValue();
            List<EventCopy> copies = families.getOrDefault(uid, List.of());
            made(each.getKey(), copies, !Ids.isMade(uid)).forEach(event -> sink.accept(ledger.settled(event)));
        }
        hidden.forEach((where, count) -> complaints.add(
                where, 0, 0, count + " events are PRIVATE or CONFIDENTIAL and were left out, to protect privacy"));
        ledger.keep();
    }

    private List<CalendarEvent> made(String id, List<EventCopy> copies, boolean known) {
        try {
            return events(id, copies, known);
        } catch (IcalendarException | DateTimeException unusable) {
            complaints.add(copies.get(0), copies.get(0).line(), "the event is left out: " + unusable.getMessage());
            return List.of();
        }
    }

    private List<CalendarEvent> events(String id, List<EventCopy> copies, boolean known) {
        List<EventCopy> masters = new ArrayList<>();
        List<EventCopy> shown = new ArrayList<>();
        List<EventCopy> concealed = new ArrayList<>();
        for (EventCopy copy : copies) {
            boolean replaces = copy.component().property("RECURRENCE-ID").isPresent();
            (replaces ? (copy.hidden() ? concealed : shown) : masters).add(copy);
        }
        boolean all = masters.stream().anyMatch(EventCopy::hidden)
                || concealed.stream().anyMatch(copy -> copy.event().isThisAndFuture());
        (all ? copies : concealed).forEach(copy -> hidden.merge(copy.origin().where(), 1, Integer::sum));
        return all ? List.of() : new Family(id, known, Masters.split(masters, complaints), shown, concealed).events();
    }

    /** The copies of one UID. */
    private final class Family {
        private final String id;
        private final boolean known;
        private final List<List<EventCopy>> masters;
        private final List<EventCopy> replacements;
        private final List<EventCopy> concealed;
        private final List<CalendarEvent> made = new ArrayList<>();

        /**
         * @param known true if the calendar gave a UID
         * @param concealed replacements that must not be shown, nor what they replace
         */
        Family(
                String id,
                boolean known,
                List<List<EventCopy>> masters,
                List<EventCopy> replacements,
                List<EventCopy> concealed) {
            this.id = id;
            this.known = known;
            this.masters = masters;
            this.replacements = replacements;
            this.concealed = concealed;
        }

        List<CalendarEvent> events() {
            List<EventCopy> series = masters.stream()
                    .filter(each -> masters.size() == 1 || each.get(0).recurs())
                    .findFirst()
                    .orElse(List.of());
            if (series.isEmpty()) {
                replacements.forEach(copy -> attempt(copy, () -> orphan(copy)));
            } else {
                series(series);
            }
            for (List<EventCopy> other : masters) {
                if (other != series) {
                    attempt(other.get(0), () -> namesake(other));
                }
            }
            return made;
        }

        private void series(List<EventCopy> copies) {
            EventCopy first = copies.get(0);
            SeriesClock clock = clocks.of(first);
            RecurrenceMaker maker = new RecurrenceMaker(first, clock, complaints);
            List<LocalDateTime> unshown = concealed.stream()
                    .flatMap(copy -> copy.event().recurrenceId().stream())
                    .map(clock::local)
                    .toList();
            attempt(first, () -> {
                CalendarEvent.Draft draft = draft(id, copies, known);
                maker.recurrence(unshown).ifPresent(draft::recurrence);
                return draft.when(time(first, clock));
            });
            Map<LocalDateTime, CalendarPeriod> longer = maker.recurs() ? maker.periods() : Map.of();
            longer.forEach((start, period) -> attempt(first, () -> longer(copies, clock, start, period)));
            Map<LocalDateTime, List<EventCopy>> byStart = new LinkedHashMap<>();
            for (EventCopy copy : replacements) {
                DateOrDateTime replaced = copy.event().recurrenceId().orElse(copy.start());
                byStart.computeIfAbsent(clock.local(replaced), none -> new ArrayList<>())
                        .add(copy);
            }
            byStart.forEach((start, each) -> {
                each.sort(EventCopy.NEWEST);
                attempt(each.get(0), () -> replacement(each, clock, start, maker.recurs()));
            });
        }

        private CalendarEvent replacement(
                List<EventCopy> copies, SeriesClock clock, LocalDateTime start, boolean recurs) {
            EventCopy first = copies.get(0);
            CalendarEvent.Draft draft = draft(Ids.at(id, start, clock.allDay()), copies, known);
            if (recurs && first.event().recurrenceId().isPresent()) {
                draft.replaces(new ReplacedOccurrence(id, start, first.event().isThisAndFuture()));
            }
            return draft.when(time(first, clocks.of(first, clock)));
        }

        private CalendarEvent longer(
                List<EventCopy> copies, SeriesClock clock, LocalDateTime start, CalendarPeriod period) {
            return draft(Ids.at(id, start, clock.allDay()), copies, known)
                    .replaces(new ReplacedOccurrence(id, start, false))
                    .when(clock.time(period.start(), period.end()));
        }

        /** A replacement whose series is in no input: it stands for itself. */
        private CalendarEvent orphan(EventCopy copy) {
            SeriesClock clock = clocks.of(copy);
            DateOrDateTime replaced = copy.event().recurrenceId().orElse(copy.start());
            return draft(Ids.at(id, clock.local(replaced), replaced.isDate()), List.of(copy), known)
                    .when(time(copy, clock));
        }

        /** Another event with the same UID. */
        private CalendarEvent namesake(List<EventCopy> copies) {
            EventCopy first = copies.get(0);
            complaints.add(first, first.line(), "this UID belongs to several events; kept all of them");
            SeriesClock clock = clocks.of(first);
            CalendarEvent.Draft draft = draft(Ids.at(id, clock.local(first.start()), clock.allDay()), copies, known);
            new RecurrenceMaker(first, clock, complaints).recurrence(List.of()).ifPresent(draft::recurrence);
            return draft.when(time(first, clock));
        }

        private void attempt(EventCopy copy, Supplier<CalendarEvent> event) {
            try {
                made.add(event.get());
            } catch (InvalidValueException unusable) {
                complaints.add(
                        copy, copy.line(), "the event is left out: its " + unusable.field() + " " + unusable.reason());
            } catch (IcalendarException | DateTimeException unusable) {
                complaints.add(copy, copy.line(), "the event is left out: " + unusable.getMessage());
            }
        }
    }

    private CalendarEvent.Draft draft(String id, List<EventCopy> copies, boolean known) {
        EventCopy first = copies.get(0);
        CalendarEvent.Draft draft = CalendarEvent.of(id)
                .kind(facts.kind(copies))
                .status(facts.status(first))
                .provenance(facts.provenance(first))
                .audiences(settings.audiences())
                .languages(settings.heldIn())
                .tags(facts.tags(copies));
        wording.title(copies).ifPresent(draft::title);
        wording.of("DESCRIPTION", copies, false).ifPresent(draft::description);
        facts.place(copies).ifPresent(draft::place);
        facts.organizer(copies).ifPresent(draft::organizer);
        facts.image(copies).ifPresent(draft::image);
        facts.web(copies).ifPresent(draft::web);
        first.changed().ifPresent(draft::changed);
        first.sequence().ifPresent(draft::sequence);
        if (known) {
            draft.uid(id);
        }
        return draft;
    }

    private static EventTime time(EventCopy copy, SeriesClock clock) {
        return clock.time(copy.start(), copy.event().end().orElse(copy.start()));
    }
}
