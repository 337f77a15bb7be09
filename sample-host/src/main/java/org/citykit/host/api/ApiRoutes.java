package org.citykit.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.api.crisis.Alert;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.crisis.AlertBoard;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;
import org.citykit.events.OccurrenceQuery;
import org.citykit.events.Occurrences;
import org.citykit.host.content.Held;
import org.citykit.host.language.Language;
import org.citykit.host.web.BadParameterException;
import org.citykit.host.web.Body;
import org.citykit.host.web.EventParameters;
import org.citykit.host.web.GoneException;
import org.citykit.host.web.LiveEvent;
import org.citykit.host.web.MediaType;
import org.citykit.host.web.NotFoundException;
import org.citykit.host.web.Parameters;
import org.citykit.host.web.Question;
import org.citykit.host.web.Renderer;
import org.citykit.host.web.Route;
import org.citykit.twinning.CityEntry;
import org.citykit.twinning.CityQuery;
import org.citykit.twinning.Page;
import org.citykit.twinning.Relation;
import org.citykit.twinning.RelationQuery;

/** What programs can ask for. Thread-safe. */
public final class ApiRoutes {
    private static final String BASE = "/api/v1/";
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3_700;

    private final Held held;

    public ApiRoutes(Held held) {
        this.held = held;
    }

    private interface JsonMaker {
        JsonNode make(Question question);
    }

    /** All routes. */
    public List<Route> routes() {
        return List.of(
                paged("agreements", this::agreements, "q", "kind", "state", "dimension", "country", "city"),
                one("agreements/:id", this::agreement),
                paged("cities", this::cities, "q", "country"),
                one("cities/:id", this::city),
                paged("networks", this::networks, "q"),
                one("networks/:id", this::network),
                paged("events", this::events, EventParameters.NAMES.toArray(String[]::new)),
                one("events/:id", this::event),
                paged(
                        "occurrences",
                        this::occurrences,
                        Stream.concat(Stream.of("from", "to"), EventParameters.NAMES.stream())
                                .toArray(String[]::new)),
                paged("alerts", this::alerts),
                one("alerts/:id", this::alert),
                paged("playbooks", this::playbooks),
                one("playbooks/:id", this::playbook),
                new Route(BASE + "modules", List.of(), json(this::modules, Duration.ofSeconds(5))),
                new Route(BASE + "openapi.json", List.of(), ApiRoutes::description));
    }

    private static Route paged(String path, JsonMaker maker, String... parameters) {
        List<String> known =
                Stream.concat(Stream.of(parameters), Paged.PARAMETERS.stream()).toList();
        return new Route(BASE + path, known, json(maker, Body.MINUTE));
    }

    private static Route one(String path, JsonMaker maker) {
        return new Route(BASE + path, List.of(), json(maker, Body.MINUTE));
    }

    private static Renderer json(JsonMaker maker, Duration fresh) {
        return question -> new Body(
                MediaType.JSON, question.asked().map(Language::tag).orElse(""), Json.text(maker.make(question)), fresh);
    }

    private static Json forms(Question question) {
        return new Json(question.asked());
    }

    private static Locale locale(Question question) {
        return question.language().locale();
    }

    private JsonNode agreements(Question question) {
        Parameters given = question.parameters();
        Paged part = Paged.of(question);
        RelationQuery query = RelationQuery.all()
                .matching(given.text("q"))
                .ofKinds(given.choice("kind", AgreementKind.class).stream().toList())
                .inStates(given.choice("state", LifecycleState.class).stream().toList())
                .inDimensions(
                        given.choice("dimension", Dimension.class).stream().toList())
                .inCountries(countries(given))
                .of(given.text("city"))
                .in(locale(question))
                .page(part.offset(), part.limit());
        Page<Relation> found = held.twinning().get().relations(query);
        return part.part(question, found.items(), found.total(), new TwinningJson(forms(question))::relation);
    }

    private static List<String> countries(Parameters given) {
        String code = given.text("country");
        if (!code.isEmpty() && !code.matches("[A-Z]{2}")) {
            throw BadParameterException.value("country", code);
        }
        return code.isEmpty() ? List.of() : List.of(code);
    }

    private JsonNode agreement(Question question) {
        return held.twinning()
                .get()
                .relation(question.segment("id"))
                .map(new TwinningJson(forms(question))::relation)
                .orElseThrow(NotFoundException::new);
    }

    private JsonNode cities(Question question) {
        Paged part = Paged.of(question);
        CityQuery query = CityQuery.all()
                .matching(question.parameters().text("q"))
                .inCountries(countries(question.parameters()))
                .withRelations()
                .in(locale(question))
                .page(part.offset(), part.limit());
        Page<CityEntry> found = held.twinning().get().cities(query);
        return part.part(question, found.items(), found.total(), new TwinningJson(forms(question))::city);
    }

    private JsonNode city(Question question) {
        return held.twinning()
                .get()
                .city(question.segment("id"))
                .map(new TwinningJson(forms(question))::city)
                .orElseThrow(NotFoundException::new);
    }

    private JsonNode networks(Question question) {
        return Paged.of(question)
                .cut(
                        question,
                        held.twinning().get().networks(question.parameters().text("q")),
                        new TwinningJson(forms(question))::network);
    }

    private JsonNode network(Question question) {
        return held.twinning()
                .get()
                .network(question.segment("id"))
                .map(new TwinningJson(forms(question))::network)
                .orElseThrow(NotFoundException::new);
    }

    private JsonNode events(Question question) {
        List<EventEntry> found = held.events().get().entries(EventParameters.filter(question.parameters()));
        return Paged.of(question).cut(question, found, new EventJson(forms(question))::event);
    }

    private JsonNode event(Question question) {
        return held.events()
                .get()
                .event(question.segment("id"))
                .map(new EventJson(forms(question))::event)
                .orElseThrow(() -> held.events()
                        .get()
                        .withdrawn(question.segment("id"))
                        .<RuntimeException>map(
                                gone -> new GoneException(gone.event().title().in(locale(question))))
                        .orElseGet(NotFoundException::new));
    }

    private JsonNode occurrences(Question question) {
        Parameters given = question.parameters();
        Paged part = Paged.of(question);
        EventIndex index = held.events().get();
        ZoneId zone = held.settings().zone();
        LocalDate from = given.day("from")
                .orElseGet(() -> held.clock().instant().atZone(zone).toLocalDate());
        LocalDate to = given.day("to").orElseGet(() -> from.plusDays(USUAL_DAYS));
        if (!to.isAfter(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            throw BadParameterException.value("to", to.toString());
        }
        OccurrenceQuery query = index.between(from, to).where(EventParameters.filter(given));
        Occurrences found = query.page(part.offset(), part.limit()).find();
        EventJson forms = new EventJson(forms(question));
        ObjectNode answer = part.part(question, found.occurrences(), found.total(), forms::occurrence);
        answer.set("facets", forms.facets(query.facets()));
        return answer.put("from", from.toString()).put("to", to.toString()).put("truncated", found.truncated());
    }

    /** The alerts in force, in every language, as listeners are told of them. */
    public LiveEvent liveAlerts() {
        AlertBoard board = held.alerts().get();
        CrisisJson forms = new CrisisJson(new Json(Optional.empty()));
        ObjectNode state = Json.object().put("revision", board.revision().value());
        state.set("inForce", Json.array(board.inForce(), alert -> forms.alert(alert, board)));
        return new LiveEvent(board.revision().value(), Json.text(state).strip());
    }

    private JsonNode alerts(Question question) {
        AlertBoard board = held.alerts().get();
        CrisisJson forms = new CrisisJson(forms(question));
        return Paged.of(question).cut(question, board.history(), alert -> forms.alert(alert, board));
    }

    private JsonNode alert(Question question) {
        AlertBoard board = held.alerts().get();
        Alert alert = board.alert(question.segment("id")).orElseThrow(NotFoundException::new);
        return new CrisisJson(forms(question)).alert(alert, board);
    }

    private JsonNode playbooks(Question question) {
        return Paged.of(question)
                .cut(question, held.playbooks().get().playbooks(), new CrisisJson(forms(question))::playbook);
    }

    private JsonNode playbook(Question question) {
        return held.playbooks()
                .get()
                .playbook(question.segment("id"))
                .map(new CrisisJson(forms(question))::playbook)
                .orElseThrow(NotFoundException::new);
    }

    private JsonNode modules(Question question) {
        ModuleJson forms = new ModuleJson(held.clock().instant());
        return Json.object().set("items", Json.array(held.health().get(), forms::module));
    }

    private static Body description(Question question) {
        try (InputStream bytes = ApiRoutes.class.getResourceAsStream("openapi.json")) {
            if (bytes == null) {
                throw new IllegalStateException("The host lacks its own file openapi.json. Install it again.");
            }
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return new Body(MediaType.OPENAPI, "", text, Body.UNTIL_CHANGED);
        } catch (IOException broken) {
            throw new UncheckedIOException("The host cannot read its own file openapi.json.", broken);
        }
    }
}
