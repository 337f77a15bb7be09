package org.citykit.host.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citykit.events.EventFacets;
import org.citykit.events.OccurrenceQuery;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words.EventWords;
import org.citykit.host.view.Address;
import org.citykit.host.view.Select;

/**
 * What events can be narrowed to, with how many there are of each in the days that are shown. A choice that was made stays
 * on offer, even if there is nothing of it.
 */
final class EventFilters {
    private static final int MOST_PLACES = 60;

    private final Phrasing phrasing;

    EventFilters(Phrasing phrasing) {
        this.phrasing = phrasing;
    }

    /** A value, what it is called, and how many there are of it. */
    private record Option(String value, String label, int count) {}

    List<Select> selects(EventSearch search, OccurrenceQuery asked) {
        EventFacets facets = asked.facets();
        EventWords words = phrasing.words().events();
        Language language = phrasing.language();
        return Stream.of(
                        select("kind", words.kind(), search, kinds(facets)),
                        select("place", words.place(), search, places(facets)),
                        select("audience", words.audience(), search, audiences(facets)),
                        select(
                                "language",
                                words.languages(),
                                search,
                                options(facets.languages(), Locale::toLanguageTag, language::nameOf)),
                        select("source", words.source(), search, options(facets.modules(), id -> id, id -> id)))
                .filter(select -> !select.choices().isEmpty())
                .toList();
    }

    private List<Option> kinds(EventFacets facets) {
        var labels = phrasing.language().labels().events().kind();
        return options(facets.kinds(), Address::value, kind -> labels.getOrDefault(kind, ""));
    }

    private List<Option> audiences(EventFacets facets) {
        var labels = phrasing.language().labels().audience();
        return options(facets.audiences(), Address::value, audience -> labels.getOrDefault(audience, ""));
    }

    private List<Option> places(EventFacets facets) {
        return facets.places().stream()
                .limit(MOST_PLACES)
                .map(place -> new Option(
                        place.key(), place.name().in(phrasing.language().locale()), place.count()))
                .toList();
    }

    private static <T> List<Option> options(
            Map<T, Integer> counts, Function<T, String> value, Function<T, String> label) {
        List<Option> options = new ArrayList<>();
        counts.forEach((one, count) -> options.add(new Option(value.apply(one), label.apply(one), count)));
        return options;
    }

    private Select select(String name, String label, EventSearch search, List<Option> options) {
        String chosen = search.chosen(name);
        List<Select.Choice> choices = new ArrayList<>();
        for (Option option : options) {
            String count = phrasing.language().numerals().grouped(option.count());
            choices.add(new Select.Choice(
                    option.value(),
                    option.label() + " (" + count + ")",
                    option.value().equals(chosen)));
        }
        if (!chosen.isEmpty() && choices.stream().noneMatch(Select.Choice::selected)) {
            String none = phrasing.language().numerals().plain(0);
            choices.add(new Select.Choice(chosen, chosen + " (" + none + ")", true));
        }
        return new Select(name, label, choices);
    }
}
