package org.citykit.host.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.citykit.api.GeoPoint;
import org.citykit.api.crisis.Alert;
import org.citykit.host.api.Json;
import org.citykit.host.content.Held;
import org.citykit.host.language.Language;
import org.citykit.host.view.Address;
import org.citykit.host.web.Body;
import org.citykit.host.web.MediaType;
import org.citykit.host.web.NotFoundException;
import org.citykit.host.web.Question;
import org.citykit.host.web.Route;
import org.citykit.twinning.CityEntry;
import org.citykit.twinning.RelationLine;
import org.citykit.twinning.RelationQuery;

/** What programs can subscribe to. Thread-safe. */
public final class FeedRoutes {
    private static final int NEWS = 100;

    private final Held held;

    public FeedRoutes(Held held) {
        this.held = held;
    }

    /** All routes. */
    public List<Route> routes() {
        List<Route> others = List.of(
                new Route("/feeds/agreements.geojson", List.of(), this::map),
                new Route("/feeds/alerts.atom", List.of(), this::alertNews),
                new Route("/feeds/alerts/:id", List.of(), this::cap));
        return Stream.concat(new EventFeeds(held).routes().stream(), others.stream())
                .toList();
    }

    private Body alertNews(Question question) {
        Language language = question.language();
        List<AtomFeed.Entry> entries = held.alerts().get().history().stream()
                .limit(NEWS)
                .map(alert -> entry(alert, language))
                .toList();
        return alertNews(language, entries);
    }

    private AtomFeed.Entry entry(Alert alert, Language language) {
        Locale locale = language.locale();
        return new AtomFeed.Entry(
                AtomFeed.id(held.settings(), "alert/" + alert.id()),
                alert.headline().in(locale),
                alert.sent(),
                Address.of(language, "alerts", alert.id()).toString(),
                alert.instruction().in(locale) + "\n" + alert.body().in(locale));
    }

    private Body alertNews(Language language, List<AtomFeed.Entry> entries) {
        String room = "alerts";
        String name = language.words().frame().alerts();
        Instant updated = entries.stream()
                .map(AtomFeed.Entry::updated)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        AtomFeed feed = new AtomFeed(
                AtomFeed.id(held.settings(), room + "/" + language.tag()),
                new Titles(held.settings()).of(language, name),
                held.settings().name().in(language.locale()),
                language.tag(),
                "/feeds/" + room + ".atom?lang=" + language.tag(),
                Address.of(language, room).toString(),
                updated);
        return body(MediaType.ATOM, language, feed.write(entries));
    }

    private Body map(Question question) {
        Language language = question.language();
        ObjectNode collection = Json.object().put("type", "FeatureCollection");
        collection.set(
                "features",
                Json.array(held.twinning().get().lines(RelationQuery.all()), line -> feature(line, language)));
        return body(MediaType.GEOJSON, language, Json.text(collection));
    }

    private static JsonNode feature(RelationLine line, Language language) {
        ObjectNode feature = Json.object().put("type", "Feature");
        ObjectNode geometry = feature.putObject("geometry").put("type", "LineString");
        geometry.set("coordinates", Json.array(List.of(line.from(), line.to()), FeedRoutes::position));
        ObjectNode properties = feature.putObject("properties")
                .put("relation", line.relation().id())
                .put("from", line.from().name().in(language.locale()))
                .put("to", line.to().name().in(language.locale()));
        properties.set("kind", Json.choice(line.relation().kind()));
        properties.set("state", Json.choice(line.relation().state()));
        if (line.inferred()) {
            properties.put("inferred", true);
        }
        return feature;
    }

    private static JsonNode position(CityEntry city) {
        GeoPoint point = city.location().orElseThrow();
        return Json.array(List.of(point.longitude(), point.latitude()), Json::number);
    }

    private Body cap(Question question) {
        String file = question.segment("id");
        String suffix = ".cap.xml";
        if (!file.endsWith(suffix)) {
            throw new NotFoundException();
        }
        Alert alert = held.alerts()
                .get()
                .alert(file.substring(0, file.length() - suffix.length()))
                .orElseThrow(NotFoundException::new);
        return new Body(
                MediaType.CAP, "", new String(held.cap().apply(alert), StandardCharsets.UTF_8), Body.UNTIL_CHANGED);
    }

    private static Body body(MediaType type, Language language, String text) {
        return new Body(type, language.tag(), text, Body.MINUTE);
    }
}
