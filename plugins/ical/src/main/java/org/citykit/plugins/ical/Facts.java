package org.citykit.plugins.ical;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.api.GeoPoint;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.Place;
import org.citykit.icalendar.Property;

/** What copies of an event say besides its texts and times. Confined to one fetch. */
final class Facts {
    private static final int MOST_TAGS = 100;

    private final IcalSettings settings;
    private final Wording wording;
    private final Complaints complaints;
    private final Map<String, EventKind> kinds = new LinkedHashMap<>();

    Facts(IcalSettings settings, Wording wording, Complaints complaints) {
        this.settings = settings;
        this.wording = wording;
        this.complaints = complaints;
        for (EventKind kind : EventKind.values()) {
            kinds.put(key(kind.name()), kind);
        }
        settings.kinds().forEach((category, kind) -> kinds.put(key(category), kind));
    }

    /** The kind that the first known category means. */
    EventKind kind(List<EventCopy> copies) {
        return copies.stream()
                .flatMap(copy -> copy.event().categories().stream())
                .flatMap(category -> Stream.ofNullable(kinds.get(key(category))))
                .findFirst()
                .or(settings::kind)
                .orElse(EventKind.OTHER);
    }

    EventStatus status(EventCopy copy) {
        if (copy.origin().cancels()) {
            return EventStatus.CANCELLED;
        }
        String word = copy.component()
                .property("STATUS")
                .map(property -> property.value().strip().toUpperCase(Locale.ROOT))
                .orElse("");
        if (word.equals(EventStatus.POSTPONED.name())) {
            return EventStatus.POSTPONED; // no word of RFC 5545, but of schema.org and of many a city
        }
        return copy.event()
                .status()
                .map(status -> switch (status) {
                    case TENTATIVE -> EventStatus.TENTATIVE;
                    case CONFIRMED -> EventStatus.CONFIRMED;
                    case CANCELLED -> EventStatus.CANCELLED;
                })
                .orElse(EventStatus.CONFIRMED);
    }

    /** LOCATION, GEO and CONFERENCE (RFC 7986 §5.11), or the place in the settings. */
    Optional<Place> place(List<EventCopy> copies) {
        Optional<GeoPoint> point =
                copies.stream().flatMap(copy -> point(copy).stream()).findFirst();
        Optional<URI> online = copies.stream()
                .flatMap(copy -> copy.component().properties("CONFERENCE").stream()
                        .flatMap(property -> web(copy, property).stream()))
                .findFirst();
        return wording.of("LOCATION", copies, true)
                .or(settings::place)
                .or(() -> point.map(Facts::coordinates))
                .or(() -> online.map(address -> Text.of(address.getHost())))
                .map(name -> new Place(name, Optional.empty(), point, online, Optional.empty()));
    }

    /** CATEGORIES, as they are written. */
    List<String> tags(List<EventCopy> copies) {
        return copies.stream()
                .flatMap(copy -> copy.event().categories().stream())
                .flatMap(category -> Wording.line(category).stream())
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    /** The name of the ORGANIZER (RFC 5545 §3.8.4.3), without the address. */
    Optional<Text> organizer(List<EventCopy> copies) {
        return copies.stream()
                .flatMap(copy -> copy.component().property("ORGANIZER").stream())
                .flatMap(property -> property.parameter("CN").stream())
                .flatMap(name -> Wording.line(name).stream())
                .filter(name -> name.indexOf('@') < 0)
                .findFirst()
                .map(name -> Text.of(settings.languageTag(), name));
    }

    /** IMAGE (RFC 7986 §5.10), if it is an address and not the picture itself. */
    Optional<URI> image(List<EventCopy> copies) {
        return copies.stream()
                .flatMap(copy ->
                        copy.component().properties("IMAGE").stream().flatMap(property -> web(copy, property).stream()))
                .findFirst();
    }

    Optional<URI> web(List<EventCopy> copies) {
        return copies.stream()
                .flatMap(copy ->
                        copy.component().properties("URL").stream().flatMap(property -> web(copy, property).stream()))
                .findFirst();
    }

    Provenance provenance(EventCopy copy) {
        Text source = settings.source()
                .or(() -> copy.origin().name())
                .orElseGet(() -> Text.of(copy.origin().where()));
        return new Provenance(
                source,
                settings.sourceAddress(),
                Optional.empty(),
                settings.licence().orElse(""));
    }

    private Optional<GeoPoint> point(EventCopy copy) {
        Optional<GeoPoint> point = copy.event().place().map(geo -> new GeoPoint(geo.latitude(), geo.longitude()));
        if (point.isEmpty()) {
            copy.component()
                    .property("GEO")
                    .ifPresent(geo -> complaints.add(
                            copy, geo.line(), "GEO must be a latitude and a longitude in degrees; left it out"));
        }
        return point;
    }

    /** An address that a page may link to; nothing else than http and https is let through. */
    private Optional<URI> web(EventCopy copy, Property property) {
        Optional<URI> address = address(property.value().strip().replace(" ", "%20"));
        if (address.isEmpty()
                && property.name().equals("URL")
                && !property.value().isBlank()) {
            complaints.add(copy, property.line(), "URL must be an address with http:// or https://; left it out");
        }
        return address;
    }

    private static Optional<URI> address(String written) {
        try {
            URI uri = new URI(written);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
            return web ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    private static Text coordinates(GeoPoint point) {
        return Text.of(String.format(Locale.ROOT, "%.5f, %.5f", point.latitude(), point.longitude()));
    }

    private static String key(String category) {
        return category.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
