package org.citykit.host.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.host.content.Content;
import org.citykit.host.content.EventSearch;
import org.citykit.host.content.Layout;
import org.citykit.host.content.RelationSearch;
import org.citykit.host.page.AlertPage;
import org.citykit.host.page.AlertsPage;
import org.citykit.host.page.EventPage;
import org.citykit.host.page.EventsPage;
import org.citykit.host.page.Frame.Room;
import org.citykit.host.page.HomePage;
import org.citykit.host.page.NetworksPage;
import org.citykit.host.page.Page;
import org.citykit.host.page.RelationPage;
import org.citykit.host.page.RelationsPage;
import org.citykit.host.view.AlertView;
import org.citykit.host.view.EventView;
import org.citykit.host.view.HomeView;
import org.citykit.host.view.Passage;
import org.citykit.host.view.RelationView;

/** The pages that people read. Thread-safe. */
final class PageRoutes {
    private static final int LAST_PAGE = 1_000_000;
    private static final List<String> EVENTS = Stream.of(List.of("view", "on"), EventParameters.NAMES, List.of("page"))
            .flatMap(List::stream)
            .toList();

    private final Content content;
    private final Frames frames;

    PageRoutes(Content content, Frames frames) {
        this.content = content;
        this.frames = frames;
    }

    List<Route> routes() {
        return List.of(
                new Route("", List.of(), page(this::home, Body.MINUTE)),
                new Route(
                        "twinning",
                        List.of("q", "of", "kind", "state", "dimension", "country", "page"),
                        page(this::relations, Body.MINUTE)),
                new Route("twinning/:id", List.of(), page(this::relation, Body.MINUTE)),
                new Route("networks", List.of(), page(this::networks, Body.MINUTE)),
                new Route("events", EVENTS, page(this::events, Body.MINUTE)),
                new Route("events/:id", List.of("on"), page(this::event, Body.MINUTE)),
                new Route("alerts", List.of(), page(this::alerts, Body.MINUTE)),
                new Route("alerts/:id", List.of(), page(this::alert, Body.MINUTE)));
    }

    private interface PageMaker {
        Page make(Question question);
    }

    private static Renderer page(PageMaker maker, Duration fresh) {
        return question -> new Body(
                MediaType.HTML, question.language().tag(), maker.make(question).html(), fresh);
    }

    private Page home(Question question) {
        HomeView view = content.home(question.language());
        return new HomePage(frames.around(question, Room.HOME, view.title()), view);
    }

    private Page relations(Question question) {
        Parameters given = question.parameters();
        RelationSearch search = new RelationSearch(
                given.text("q"),
                own(given),
                given.choice("kind", AgreementKind.class),
                given.choice("state", LifecycleState.class),
                given.choice("dimension", Dimension.class),
                country(given),
                given.number("page", 1, 1, LAST_PAGE));
        String title = question.language().words().twinning().title();
        return new RelationsPage(
                frames.around(question, Room.TWINNING, title),
                content.relations(question.language(), search).orElseThrow(NotFoundException::new));
    }

    private static boolean own(Parameters given) {
        String of = given.text("of");
        if (!of.isEmpty() && !of.equals("own")) {
            throw BadParameterException.value("of", of);
        }
        return !of.isEmpty();
    }

    private static String country(Parameters given) {
        String code = given.text("country");
        if (!code.isEmpty() && !code.matches("[A-Z]{2}")) {
            throw BadParameterException.value("country", code);
        }
        return code;
    }

    private Page relation(Question question) {
        RelationView view =
                content.relation(question.language(), question.segment("id")).orElseThrow(NotFoundException::new);
        String title = view.title().stream().map(Passage::text).collect(Collectors.joining(" – "));
        return new RelationPage(frames.around(question, Room.TWINNING, title), view);
    }

    private Page networks(Question question) {
        String title = question.language().words().networks().title();
        return new NetworksPage(frames.around(question, Room.NETWORKS, title), content.networks(question.language()));
    }

    private Page events(Question question) {
        Parameters given = question.parameters();
        Map<String, String> chosen = new LinkedHashMap<>();
        EventParameters.NAMES.stream()
                .filter(name -> !given.text(name).isEmpty())
                .forEach(name -> chosen.put(name, given.text(name)));
        EventSearch search = new EventSearch(
                given.choice("view", Layout.class).orElse(Layout.MONTH),
                given.day("on"),
                given.number("page", 1, 1, LAST_PAGE),
                chosen,
                EventParameters.filter(given));
        String title = question.language().words().events().title();
        return new EventsPage(frames.around(question, Room.EVENTS, title), content.events(question.language(), search));
    }

    private Page event(Question question) {
        String id = question.segment("id");
        EventView view = content.event(
                        question.language(), id, question.parameters().day("on"))
                .orElseThrow(() -> content.withdrawn(question.language(), id)
                        .<RuntimeException>map(GoneException::new)
                        .orElseGet(NotFoundException::new));
        return new EventPage(
                frames.around(question, Room.EVENTS, view.title().text()),
                view,
                content.linkedData(question.language(), id));
    }

    private Page alerts(Question question) {
        String title = question.language().words().alerts().title();
        return new AlertsPage(frames.around(question, Room.ALERTS, title), content.alerts(question.language()));
    }

    private Page alert(Question question) {
        AlertView view =
                content.alert(question.language(), question.segment("id")).orElseThrow(NotFoundException::new);
        return new AlertPage(
                frames.around(question, Room.ALERTS, view.card().headline().text()), view);
    }
}
