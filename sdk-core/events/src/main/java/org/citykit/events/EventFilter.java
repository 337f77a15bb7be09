package org.citykit.events;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.citykit.api.Audience;
import org.citykit.api.InvalidValueException;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;

/**
 * Which events are wanted. Belongs to no index, so that one filter can be asked of many states, and serve as a key.
 * Immutable.
 *
 * <p>An event must fit every component that says something; of several values in one component any will do. An empty
 * component lets everything through. A set holds at most 1,000 values.
 *
 * @param text the title, the description, the place, the organizer or a tag must hold every word, in any language; the
 *     last word may be unfinished
 * @param kinds what kind
 * @param placeWords the name or address of the place must hold every word
 * @param places keys of places, as {@link EventFacets} gives them
 * @param near where it must lie; events without coordinates do not
 * @param audiences for whom; events for everyone always fit
 * @param languages in which it is held or, if that is not said, told; {@code fa} is in {@code fa-AF} too
 * @param modules ids of modules that must know of it
 * @param events ids of events; the occurrences of a series, and what replaces some of them, go with the series
 * @param agreements ids of agreements it must belong to
 * @param statuses whether it takes place
 * @param tags the words of its publisher; upper and lower case are the same
 */
public record EventFilter(
        String text,
        Set<EventKind> kinds,
        String placeWords,
        Set<String> places,
        Optional<Surroundings> near,
        Set<Audience> audiences,
        Set<Locale> languages,
        Set<String> modules,
        Set<String> events,
        Set<String> agreements,
        Set<EventStatus> statuses,
        Set<String> tags) {
    private static final int MOST = 1_000;

    private static final EventFilter ALL = new EventFilter(
            "",
            Set.of(),
            "",
            Set.of(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of());

    public EventFilter {
        text = text.strip();
        kinds = limited("kinds", kinds);
        placeWords = placeWords.strip();
        places = limited("places", places);
        audiences = limited("audiences", audiences);
        languages = limited("languages", languages);
        modules = limited("modules", modules);
        events = limited("events", events);
        agreements = limited("agreements", agreements);
        statuses = limited("statuses", statuses);
        tags = limited("tags", tags).stream()
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everything. */
    public static EventFilter all() {
        return ALL;
    }

    /** True if everything fits. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** This filter for other words. */
    public EventFilter matching(String words) {
        return changed(draft -> draft.text = words);
    }

    /** This filter for other kinds. */
    public EventFilter ofKinds(Collection<EventKind> wanted) {
        return changed(draft -> draft.kinds = Set.copyOf(wanted));
    }

    /** This filter for other words of the place. */
    public EventFilter at(String words) {
        return changed(draft -> draft.placeWords = words);
    }

    /** This filter for other places. */
    public EventFilter atPlaces(Collection<String> keys) {
        return changed(draft -> draft.places = Set.copyOf(keys));
    }

    /** This filter for other surroundings. */
    public EventFilter near(Surroundings wanted) {
        return changed(draft -> draft.near = Optional.of(wanted));
    }

    /** This filter for other audiences. */
    public EventFilter forAudiences(Collection<Audience> wanted) {
        return changed(draft -> draft.audiences = Set.copyOf(wanted));
    }

    /** This filter for other languages. */
    public EventFilter inLanguages(Collection<Locale> wanted) {
        return changed(draft -> draft.languages = Set.copyOf(wanted));
    }

    /** This filter for other modules. */
    public EventFilter fromModules(Collection<String> ids) {
        return changed(draft -> draft.modules = Set.copyOf(ids));
    }

    /** This filter for other events. */
    public EventFilter ofEvents(Collection<String> ids) {
        return changed(draft -> draft.events = Set.copyOf(ids));
    }

    /** This filter for other agreements. */
    public EventFilter ofAgreements(Collection<String> ids) {
        return changed(draft -> draft.agreements = Set.copyOf(ids));
    }

    /** This filter for other statuses. */
    public EventFilter withStatus(Collection<EventStatus> wanted) {
        return changed(draft -> draft.statuses = Set.copyOf(wanted));
    }

    /** This filter for other tags. */
    public EventFilter tagged(Collection<String> wanted) {
        return changed(draft -> draft.tags = Set.copyOf(wanted));
    }

    private EventFilter changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.filter();
    }

    private static <T> Set<T> limited(String field, Set<T> values) {
        if (values.size() > MOST) {
            throw new InvalidValueException(field, "must hold at most " + MOST + " values, but holds " + values.size());
        }
        return Set.copyOf(values);
    }

    /** A filter whose components are being changed. Confined. */
    private static final class Draft {
        private String text;
        private Set<EventKind> kinds;
        private String placeWords;
        private Set<String> places;
        private Optional<Surroundings> near;
        private Set<Audience> audiences;
        private Set<Locale> languages;
        private Set<String> modules;
        private Set<String> events;
        private Set<String> agreements;
        private Set<EventStatus> statuses;
        private Set<String> tags;

        Draft(EventFilter from) {
            text = from.text();
            kinds = from.kinds();
            placeWords = from.placeWords();
            places = from.places();
            near = from.near();
            audiences = from.audiences();
            languages = from.languages();
            modules = from.modules();
            events = from.events();
            agreements = from.agreements();
            statuses = from.statuses();
            tags = from.tags();
        }

        EventFilter filter() {
            return new EventFilter(
                    text,
                    kinds,
                    placeWords,
                    places,
                    near,
                    audiences,
                    languages,
                    modules,
                    events,
                    agreements,
                    statuses,
                    tags);
        }
    }
}
