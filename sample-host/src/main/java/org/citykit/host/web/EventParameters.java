package org.citykit.host.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citykit.api.Audience;
import org.citykit.api.GeoPoint;
import org.citykit.api.InvalidValueException;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.events.EventFilter;
import org.citykit.events.Surroundings;
import org.citykit.host.view.Address;

/**
 * Which events a query asks for: the same parameters for pages, feeds, calendars and the API. Several values of one
 * parameter are parted by commas; any of them will do.
 */
public final class EventParameters {
    /** The names of the parameters, in their canonical order. */
    public static final List<String> NAMES = List.of(
            "q",
            "kind",
            "place",
            "where",
            "near",
            "audience",
            "language",
            "source",
            "series",
            "agreement",
            "status",
            "tag");

    private EventParameters() {}

    /**
     * Reads them.
     *
     * @throws BadParameterException if one asks for something that does not exist
     */
    public static EventFilter filter(Parameters given) {
        EventFilter filter = EventFilter.all()
                .matching(given.text("q"))
                .ofKinds(several(given, "kind", text -> constant("kind", text, EventKind.class)))
                .atPlaces(given.text("place").isEmpty() ? List.of() : List.of(given.text("place")))
                .at(given.text("where"))
                .forAudiences(several(given, "audience", text -> constant("audience", text, Audience.class)))
                .inLanguages(several(given, "language", EventParameters::language))
                .fromModules(several(given, "source", Function.identity()))
                .ofEvents(several(given, "series", Function.identity()))
                .ofAgreements(several(given, "agreement", Function.identity()))
                .withStatus(several(given, "status", text -> constant("status", text, EventStatus.class)))
                .tagged(several(given, "tag", Function.identity()));
        return given.text("near").isEmpty() ? filter : filter.near(near(given.text("near")));
    }

    private static <T> List<T> several(Parameters given, String name, Function<String, T> reader) {
        return Stream.of(given.text(name).split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .map(reader)
                .toList();
    }

    private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> Address.value(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> BadParameterException.value(name, text));
    }

    private static Locale language(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        if (!tag.matches("[A-Za-z0-9-]{2,35}") || language.getLanguage().isEmpty()) {
            throw BadParameterException.value("language", tag);
        }
        return language;
    }

    /** Latitude, longitude and metres, parted by commas. */
    private static Surroundings near(String text) {
        String[] parts = text.split(",", -1);
        try {
            return Optional.of(parts)
                    .filter(three -> three.length == 3)
                    .map(three -> new Surroundings(
                            new GeoPoint(Double.parseDouble(three[0]), Double.parseDouble(three[1])),
                            Double.parseDouble(three[2])))
                    .orElseThrow(() -> BadParameterException.value("near", text));
        } catch (NumberFormatException | InvalidValueException none) {
            throw BadParameterException.value("near", text);
        }
    }
}
