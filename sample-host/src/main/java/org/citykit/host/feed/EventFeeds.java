package org.citykit.host.feed;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.host.content.Held;
import org.citykit.host.language.Language;
import org.citykit.host.publish.Filtered;
import org.citykit.host.publish.LinkedData;
import org.citykit.host.publish.Publication;
import org.citykit.host.publish.PublishedEvent;
import org.citykit.host.publish.Rules;
import org.citykit.host.publish.Selection;
import org.citykit.host.view.Address;
import org.citykit.host.web.BadParameterException;
import org.citykit.host.web.Body;
import org.citykit.host.web.EventParameters;
import org.citykit.host.web.GoneException;
import org.citykit.host.web.MediaType;
import org.citykit.host.web.NotFoundException;
import org.citykit.host.web.Parameters;
import org.citykit.host.web.Question;
import org.citykit.host.web.Route;
import org.citykit.icalendar.CalendarWriter;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Parameter;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.event.FeedBuilder;
import org.citykit.icalendar.jcal.JcalWriter;
import org.citykit.icalendar.time.DateOrDateTime;

/** Events for programs that subscribe to them: any selection in any language. Thread-safe. */
final class EventFeeds {
    private static final String RSCALE = "rscale";

    private final Held held;
    private final Titles titles;

    EventFeeds(Held held) {
        this.held = held;
        this.titles = new Titles(held.settings());
    }

    List<Route> routes() {
        List<String> calendar =
                Stream.concat(EventParameters.NAMES.stream(), Stream.of(RSCALE)).toList();
        return List.of(
                new Route("/feeds/events.ics", calendar, this::calendar),
                new Route("/feeds/events/:id", List.of(RSCALE), this::one),
                new Route("/feeds/events.jcal", calendar, this::jcal),
                new Route("/feeds/events.jsonld", EventParameters.NAMES, this::linkedData),
                new Route("/feeds/events.atom", EventParameters.NAMES, this::news));
    }

    private Body calendar(Question question) {
        Publication publication = publication(question, rules(question));
        byte[] calendar = CalendarWriter.write(List.of(whole(publication, question)));
        return feed(question, MediaType.ICALENDAR, "ics", publication, new String(calendar, StandardCharsets.UTF_8));
    }

    private Body jcal(Question question) {
        Publication publication = publication(question, rules(question));
        byte[] calendar = JcalWriter.write(List.of(whole(publication, question)));
        return feed(question, MediaType.JCAL, "jcal", publication, new String(calendar, StandardCharsets.UTF_8));
    }

    private Body linkedData(Question question) {
        Publication publication = publication(question, Rules.DATES);
        return feed(question, MediaType.JSON_LD, "jsonld", publication, LinkedData.of(publication.events()));
    }

    private Publication publication(Question question, Rules rules) {
        return Publication.of(held, selection(question.parameters()), question.language(), rules);
    }

    private Body feed(Question question, MediaType type, String ending, Publication publication, String text) {
        Language language = question.language();
        return new Body(type, language.tag(), text, Body.UNTIL_CHANGED)
                .modified(Optional.of(publication.modified()))
                .file(titles.file(language, question.parameters(), ending));
    }

    /** One event as a file: what has its UID. */
    private Body one(Question question) {
        String file = question.segment("id");
        String suffix = ".ics";
        if (!file.endsWith(suffix)) {
            throw new NotFoundException();
        }
        String id = file.substring(0, file.length() - suffix.length());
        Publication publication = Publication.of(held, Selection.family(id), question.language(), rules(question));
        PublishedEvent event = publication.events().stream()
                .filter(published -> published.id().equals(id))
                .findFirst()
                .orElseThrow(() -> held.events()
                        .get()
                        .withdrawn(id)
                        .<RuntimeException>map(gone -> new GoneException(
                                gone.event().title().in(question.language().locale())))
                        .orElseGet(NotFoundException::new));
        byte[] calendar = CalendarWriter.write(List.of(Publication.calendarOf(event)));
        return new Body(
                        MediaType.ICALENDAR,
                        question.language().tag(),
                        new String(calendar, StandardCharsets.UTF_8),
                        Body.UNTIL_CHANGED)
                .modified(Optional.of(event.changed().orElse(publication.modified())))
                .file(id + suffix);
    }

    private static Rules rules(Question question) {
        String rules = question.parameters().text(RSCALE);
        if (!rules.isEmpty() && !rules.equals("keep")) {
            throw BadParameterException.value(RSCALE, rules);
        }
        return rules.isEmpty() ? Rules.DATES : Rules.RSCALE;
    }

    private Component whole(Publication publication, Question question) {
        Language language = question.language();
        FeedBuilder feed = Publication.calendar()
                .add(Property.of("METHOD", "PUBLISH"))
                .name(titles.of(language, language.words().frame().events()))
                .refresh(Titles.REFRESH)
                .add(Property.of("COLOR", Titles.COLOR))
                .add(Property.of(
                        "LAST-MODIFIED",
                        DateOrDateTime.of(publication.modified()).toText()))
                .add(Property.text("X-WR-TIMEZONE", held.settings().zone().getId()));
        titles.absolute(question.address()
                        + question.parameters().with("lang", language.tag()).query())
                .ifPresent(address -> feed.add(Property.of("SOURCE", List.of(Parameter.of("VALUE", "URI")), address)));
        titles.absolute(Address.of(language, "events").toString())
                .ifPresent(address -> feed.add(Property.of("URL", address)));
        publication.events().stream()
                .flatMap(event -> event.components().stream())
                .forEach(feed::add);
        return feed.build();
    }

    private static Selection selection(Parameters given) {
        return new Filtered(EventParameters.filter(given));
    }

    /** Every event once, the one that changed last first, so that readers see what is new. */
    private Body news(Question question) {
        Language language = question.language();
        Publication publication = Publication.of(held, selection(question.parameters()), language, Rules.DATES);
        NewsWriter writer = new NewsWriter(held.settings(), language);
        List<AtomFeed.Entry> entries = publication.events().stream()
                .map(writer::entry)
                .sorted(Comparator.comparing(AtomFeed.Entry::updated).reversed())
                .toList();
        String parameters = question.parameters().with("lang", language.tag()).query();
        AtomFeed feed = new AtomFeed(
                AtomFeed.id(
                        held.settings(),
                        "events/" + language.tag()
                                + question.parameters().with("lang", "").query()),
                titles.of(language, language.words().frame().events()),
                held.settings().name().in(language.locale()),
                language.tag(),
                question.address() + parameters,
                Address.of(language, "events").toString(),
                publication.modified());
        return new Body(MediaType.ATOM, language.tag(), feed.write(entries), Body.UNTIL_CHANGED)
                .modified(Optional.of(publication.modified()))
                .file(titles.file(language, question.parameters(), "atom"));
    }
}
