package org.citykit.api.events;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.Item;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * An event, once or recurring.
 *
 * <p>Made by {@link #of}, then what is known of it, then when it takes place:
 * {@code CalendarEvent.of("v1").kind(DELEGATION).title(title).on(date)}.
 *
 * @param id the same at every fetch
 * @param kind what kind
 * @param title what it is called
 * @param description what it is about
 * @param when when it begins and ends; of a recurring event, the first time
 * @param recurrence when it comes again
 * @param replaces which occurrence of another event it stands for
 * @param status whether it takes place
 * @param place where
 * @param audiences for whom
 * @param languages in which languages it is held
 * @param agreements ids of the agreements it belongs to
 * @param web its web address
 * @param changed when it was last changed
 * @param provenance who says so
 * @param uid what it is called in every calendar that carries it (RFC 5545 §3.8.4.7), the same at every fetch; two modules
 *     that give one uid mean one event
 * @param tags the words under which its publisher files it, as written; at most 100
 * @param organizer who holds it, an office or a group; no address
 * @param image the web address of a picture
 * @param sequence how many times its organizer has changed it in earnest, such as when or whether it takes place, from 0
 *     (RFC 5545 §3.8.7.4); empty if nobody counts
 * @since 1.0
 */
public record CalendarEvent(
        String id,
        EventKind kind,
        Text title,
        Optional<Text> description,
        EventTime when,
        Optional<Recurrence> recurrence,
        Optional<ReplacedOccurrence> replaces,
        EventStatus status,
        Optional<Place> place,
        Set<Audience> audiences,
        List<Locale> languages,
        List<String> agreements,
        Optional<URI> web,
        Optional<Instant> changed,
        Optional<Provenance> provenance,
        Optional<String> uid,
        List<String> tags,
        Optional<Text> organizer,
        Optional<URI> image,
        Optional<Integer> sequence)
        implements Item {
    private static final int MOST_TAGS = 100;

    public CalendarEvent {
        Check.id("id", id);
        Check.present("kind", kind);
        Check.present("title", title);
        Check.present("description", description);
        Check.present("when", when);
        Check.present("recurrence", recurrence);
        Check.present("replaces", replaces);
        Check.present("status", status);
        Check.present("place", place);
        audiences = Set.copyOf(Check.list("audiences", audiences));
        languages = Check.list("languages", languages);
        agreements = Check.list("agreements", agreements);
        agreements.forEach(agreement -> Check.id("agreements", agreement));
        Check.present("web", web);
        Check.present("changed", changed);
        Check.present("provenance", provenance);
        Check.present("uid", uid).ifPresent(known -> Check.id("uid", known));
        tags = Check.list("tags", tags);
        Check.between("tags.size", tags.size(), 0, MOST_TAGS);
        tags.forEach(tag -> Check.text("tags", tag));
        Check.present("organizer", organizer);
        Check.present("image", image);
        Check.present("sequence", sequence)
                .ifPresent(number -> Check.between("sequence", number, 0, Integer.MAX_VALUE));
    }

    /** Begins an event. */
    public static Draft of(String id) {
        return new Draft(id);
    }

    /** Collects what is known of an event, until a method says when it takes place. Not thread-safe. */
    public static final class Draft {
        private final String id;
        private EventKind kind = EventKind.OTHER;
        private Optional<Text> title = Optional.empty();
        private Optional<Text> description = Optional.empty();
        private Optional<Recurrence> recurrence = Optional.empty();
        private Optional<ReplacedOccurrence> replaces = Optional.empty();
        private EventStatus status = EventStatus.CONFIRMED;
        private Optional<Place> place = Optional.empty();
        private Set<Audience> audiences = Set.of();
        private List<Locale> languages = List.of();
        private List<String> agreements = List.of();
        private Optional<URI> web = Optional.empty();
        private Optional<Instant> changed = Optional.empty();
        private Optional<Provenance> provenance = Optional.empty();
        private Optional<String> uid = Optional.empty();
        private List<String> tags = List.of();
        private Optional<Text> organizer = Optional.empty();
        private Optional<URI> image = Optional.empty();
        private Optional<Integer> sequence = Optional.empty();

        private Draft(String id) {
            this.id = id;
        }

        /** What kind; {@link EventKind#OTHER} unless said. */
        public Draft kind(EventKind value) {
            kind = value;
            return this;
        }

        /** What it is called; its id unless said. */
        public Draft title(Text value) {
            title = Optional.of(value);
            return this;
        }

        /** What it is about. */
        public Draft description(Text value) {
            description = Optional.of(value);
            return this;
        }

        /** When it comes again. */
        public Draft recurrence(Recurrence value) {
            recurrence = Optional.of(value);
            return this;
        }

        /** Which occurrence of another event it stands for. */
        public Draft replaces(ReplacedOccurrence value) {
            replaces = Optional.of(value);
            return this;
        }

        /** Whether it takes place; confirmed unless said. */
        public Draft status(EventStatus value) {
            status = value;
            return this;
        }

        /** Where. */
        public Draft place(Place value) {
            place = Optional.of(value);
            return this;
        }

        /** For whom. */
        public Draft audiences(Audience... values) {
            return audiences(Set.of(values));
        }

        /** For whom. */
        public Draft audiences(Collection<Audience> values) {
            audiences = Set.copyOf(values);
            return this;
        }

        /** In which languages it is held. */
        public Draft languages(Collection<Locale> values) {
            languages = List.copyOf(values);
            return this;
        }

        /** The agreements it belongs to. */
        public Draft agreements(Collection<String> values) {
            agreements = List.copyOf(values);
            return this;
        }

        /** Its web address. */
        public Draft web(URI value) {
            web = Optional.of(value);
            return this;
        }

        /** When it was last changed. */
        public Draft changed(Instant value) {
            changed = Optional.of(value);
            return this;
        }

        /** Who says so. */
        public Draft provenance(Provenance value) {
            provenance = Optional.of(value);
            return this;
        }

        /** What it is called in every calendar that carries it. */
        public Draft uid(String value) {
            uid = Optional.of(value);
            return this;
        }

        /** The words under which its publisher files it. */
        public Draft tags(Collection<String> values) {
            tags = List.copyOf(values);
            return this;
        }

        /** Who holds it. */
        public Draft organizer(Text value) {
            organizer = Optional.of(value);
            return this;
        }

        /** The web address of a picture. */
        public Draft image(URI value) {
            image = Optional.of(value);
            return this;
        }

        /** How many times its organizer has changed it in earnest. */
        public Draft sequence(int value) {
            sequence = Optional.of(value);
            return this;
        }

        /** Takes place on one whole day. */
        public CalendarEvent on(LocalDate day) {
            return when(new EventTime.AllDay(day, day.plusDays(1)));
        }

        /** Takes place at a time, for a while. */
        public CalendarEvent at(ZonedDateTime start, Duration length) {
            return when(new EventTime.Timed(
                    start.toLocalDateTime(), start.plus(length).toLocalDateTime(), Optional.of(start.getZone())));
        }

        /**
         * Takes place then.
         *
         * @throws org.citykit.api.InvalidValueException if a component is outside its range
         */
        public CalendarEvent when(EventTime time) {
            return new CalendarEvent(
                    id,
                    kind,
                    title.orElseGet(() -> Text.of(id)),
                    description,
                    time,
                    recurrence,
                    replaces,
                    status,
                    place,
                    audiences,
                    languages,
                    agreements,
                    web,
                    changed,
                    provenance,
                    uid,
                    tags,
                    organizer,
                    image,
                    sequence);
        }
    }
}
