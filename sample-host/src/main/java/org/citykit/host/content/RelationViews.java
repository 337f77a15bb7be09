package org.citykit.host.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citykit.api.PartialDate;
import org.citykit.api.twinning.Activity;
import org.citykit.api.twinning.LifecycleStep;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.ReasonCode;
import org.citykit.api.twinning.Statement;
import org.citykit.events.EventIndex;
import org.citykit.host.language.Labels.TwinningLabels;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.view.Address;
import org.citykit.host.view.DateView;
import org.citykit.host.view.Link;
import org.citykit.host.view.Paging;
import org.citykit.host.view.Passage;
import org.citykit.host.view.RelationCard;
import org.citykit.host.view.RelationView;
import org.citykit.host.view.RelationsView;
import org.citykit.host.view.Select;
import org.citykit.twinning.CityEntry;
import org.citykit.twinning.Contradiction;
import org.citykit.twinning.Contradiction.About;
import org.citykit.twinning.Facets;
import org.citykit.twinning.Page;
import org.citykit.twinning.Relation;
import org.citykit.twinning.RelationQuery;
import org.citykit.twinning.SourcedStatement;
import org.citykit.twinning.TwinningIndex;

/** Makes what the pages show of relations, in one language. */
final class RelationViews {
    private static final int PAGE = 24;

    private final TwinningIndex index;
    private final Optional<CityEntry> own;
    private final Phrasing phrasing;
    private final Language language;
    private final TwinningLabels labels;

    /** @param own the portal's own city, if the registries know it */
    RelationViews(TwinningIndex index, Optional<CityEntry> own, Phrasing phrasing) {
        this.index = index;
        this.own = own;
        this.phrasing = phrasing;
        this.language = phrasing.language();
        this.labels = language.labels().twinning();
    }

    Optional<RelationsView> list(RelationSearch search) {
        RelationQuery query = query(search);
        Page<Relation> found = index.relations(query);
        if (search.page() > 1 && found.items().isEmpty()) {
            return Optional.empty();
        }
        Words.TwinningWords words = phrasing.words().twinning();
        return Optional.of(new RelationsView(
                search.text(),
                selects(search, index.facets(query)),
                search.filtered(),
                Words.fill(words.found(), "count", language.numerals().grouped(found.total())),
                found.items().stream()
                        .map(relation -> card(relation, search.own() ? others(relation) : relation.sides()))
                        .toList(),
                paging(search, found.total())));
    }

    private RelationQuery query(RelationSearch search) {
        RelationQuery query = RelationQuery.all()
                .matching(search.text())
                .ofKinds(search.kind().stream().toList())
                .inStates(search.state().stream().toList())
                .inDimensions(search.dimension().stream().toList())
                .in(language.locale())
                .page((search.page() - 1) * PAGE, PAGE);
        RelationQuery there = search.country().isEmpty() ? query : query.inCountries(List.of(search.country()));
        return search.own() ? own.map(city -> there.of(city.id())).orElse(there) : there;
    }

    private List<Select> selects(RelationSearch search, Facets facets) {
        Words.TwinningWords words = phrasing.words().twinning();
        List<Select> selects = new ArrayList<>();
        own.ifPresent(city -> selects.add(new Select(
                "of",
                words.of(),
                List.of(new Select.Choice(
                        "own", Words.fill(words.only(), "city", city.name().in(language.locale())), search.own())))));
        selects.addAll(List.of(
                select("kind", words.kind(), facets.kinds(), labels.kind(), search.kind()),
                select("state", words.state(), facets.states(), labels.state(), search.state()),
                select("dimension", words.dimension(), facets.dimensions(), labels.dimension(), search.dimension()),
                countries(search, facets)));
        return selects;
    }

    private <E extends Enum<E>> Select select(
            String name, String label, Map<E, Integer> counts, Map<E, String> labels, Optional<E> chosen) {
        Map<E, Integer> offered = new LinkedHashMap<>(counts);
        chosen.ifPresent(choice -> offered.putIfAbsent(choice, 0));
        return new Select(
                name,
                label,
                offered.entrySet().stream()
                        .map(entry -> new Select.Choice(
                                Address.value(entry.getKey()),
                                counted(labels.getOrDefault(entry.getKey(), ""), entry.getValue()),
                                chosen.equals(Optional.of(entry.getKey()))))
                        .toList());
    }

    private Select countries(RelationSearch search, Facets facets) {
        Map<String, Integer> offered = new LinkedHashMap<>(facets.countries());
        if (!search.country().isEmpty()) {
            offered.putIfAbsent(search.country(), 0);
        }
        return new Select(
                "country",
                phrasing.words().twinning().country(),
                offered.entrySet().stream()
                        .map(entry -> new Select.Choice(
                                entry.getKey(),
                                counted(language.country(entry.getKey()), entry.getValue()),
                                entry.getKey().equals(search.country())))
                        .sorted((one, other) -> language.compare(one.label(), other.label()))
                        .toList());
    }

    private String counted(String label, int count) {
        return label + " (" + language.numerals().grouped(count) + ")";
    }

    private Optional<Paging> paging(RelationSearch search, int total) {
        int pages = (total + PAGE - 1) / PAGE;
        if (pages < 2) {
            return Optional.empty();
        }
        Words.FrameWords words = phrasing.words().frame();
        String position =
                Words.fill(words.position(), "page", language.numerals().plain(search.page()));
        return Optional.of(new Paging(
                search.page() > 1
                        ? Optional.of(new Link(address(search, search.page() - 1), words.previous()))
                        : Optional.empty(),
                search.page() < pages
                        ? Optional.of(new Link(address(search, search.page() + 1), words.next()))
                        : Optional.empty(),
                Words.fill(position, "pages", language.numerals().plain(pages))));
    }

    private String address(RelationSearch search, int page) {
        return Address.of(language, "twinning")
                .with("q", search.text())
                .with("of", search.own() ? "own" : "")
                .with("kind", search.kind().map(Address::value).orElse(""))
                .with("state", search.state().map(Address::value).orElse(""))
                .with("dimension", search.dimension().map(Address::value).orElse(""))
                .with("country", search.country())
                .with("page", page == 1 ? "" : Integer.toString(page))
                .toString();
    }

    /** A card that does not name the portal's own city, which everybody knows. */
    RelationCard partnerCard(Relation relation) {
        return card(relation, others(relation));
    }

    /** The sides besides the portal's own city. */
    List<CityEntry> others(Relation relation) {
        List<CityEntry> others = relation.sides().stream()
                .filter(side -> own.map(CityEntry::id).filter(side.id()::equals).isEmpty())
                .toList();
        return others.isEmpty() ? relation.sides() : others;
    }

    /** The names of the sides. */
    String names(Relation relation) {
        return relation.sides().stream()
                .map(side -> side.name().in(language.locale()))
                .collect(Collectors.joining(" – "));
    }

    private RelationCard card(Relation relation, List<CityEntry> named) {
        return new RelationCard(
                href(relation),
                named.stream().map(side -> phrasing.passage(side.name())).toList(),
                phrasing.listed(named.stream()
                        .flatMap(side -> country(side.country()).stream())
                        .distinct()
                        .toList()),
                label(labels.kind(), relation.kind()),
                label(labels.state(), relation.state()),
                relation.state().inForce(),
                since(relation),
                disagree(relation),
                relation.oneSided());
    }

    String href(Relation relation) {
        return Address.of(language, "twinning", relation.id()).toString();
    }

    Optional<RelationView> one(String id, EventIndex events, LocalDate today) {
        return index.relation(id).map(relation -> view(relation, events, today));
    }

    private RelationView view(Relation relation, EventIndex events, LocalDate today) {
        return new RelationView(
                relation.title()
                        .map(title -> List.of(phrasing.passage(title)))
                        .orElseGet(() -> relation.sides().stream()
                                .map(side -> phrasing.passage(side.name()))
                                .toList()),
                label(labels.kind(), relation.kind()),
                label(labels.state(), relation.state()),
                relation.state().inForce(),
                relation.oneSided(),
                since(relation),
                sides(relation),
                contradictions(relation),
                relation.statements().stream().map(said -> said(relation, said)).toList(),
                relation.lifecycle().stream().map(step -> step(step.value())).toList(),
                shares(relation),
                relation.fields().stream()
                        .map(field -> label(labels.field(), field))
                        .toList(),
                authorities(relation),
                relation.activities().stream().map(done -> done(done.value())).toList(),
                papers(relation),
                relation.resources().stream()
                        .map(means -> phrasing.figure(means.value()))
                        .toList(),
                new RelationEvents(events, phrasing, today).of(relation),
                List.copyOf(relation.modules()));
    }

    private List<RelationView.Side> sides(Relation relation) {
        Map<String, Party.Role> roles = relation.agreements().stream()
                .flatMap(agreement -> agreement.value().parties().stream())
                .collect(Collectors.toMap(
                        party -> party.city()
                                .map(Object::toString)
                                .orElse(party.name().original()),
                        Party::role,
                        (one, other) -> one));
        return relation.sides().stream()
                .map(side -> new RelationView.Side(
                        phrasing.passage(side.name()),
                        country(side.country()),
                        role(side, roles),
                        side.figures().stream().map(phrasing::figure).toList()))
                .toList();
    }

    private Optional<String> role(CityEntry side, Map<String, Party.Role> roles) {
        return Stream.concat(side.refs().stream().map(Object::toString), side.name().texts().values().stream())
                .flatMap(key -> Optional.ofNullable(roles.get(key)).stream())
                .findFirst()
                .filter(role -> role != Party.Role.PARTNER)
                .map(role -> label(labels.partyRole(), role));
    }

    private List<RelationView.Contradiction> contradictions(Relation relation) {
        return relation.contradictions().stream()
                .filter(contradiction -> contradiction.about() != About.ONE_SIDED)
                .map(this::contradiction)
                .toList();
    }

    private RelationView.Contradiction contradiction(Contradiction contradiction) {
        Words.TwinningWords words = phrasing.words().twinning();
        return switch (contradiction.about()) {
            case DATE ->
                claims(
                        phrasing.words().relation().since(),
                        contradiction,
                        said -> said.since()
                                .map(date -> phrasing.dates().partial(date).text()));
            case KIND -> claims(words.kind(), contradiction, said -> Optional.of(label(labels.kind(), said.kind())));
            case STATE -> new RelationView.Contradiction(words.state(), states(contradiction));
            case ONE_SIDED -> new RelationView.Contradiction(words.oneSided(), List.of());
        };
    }

    private RelationView.Contradiction claims(
            String about, Contradiction contradiction, Function<Statement, Optional<String>> value) {
        return new RelationView.Contradiction(
                about,
                contradiction.statements().stream()
                        .map(SourcedStatement::statement)
                        .flatMap(said -> value
                                .apply(said)
                                .map(text -> new RelationView.Claim(text, phrasing.source(said.provenance())))
                                .stream())
                        .distinct()
                        .toList());
    }

    private List<RelationView.Claim> states(Contradiction contradiction) {
        List<RelationView.Claim> claims = new ArrayList<>();
        contradiction
                .steps()
                .forEach(step -> claims.add(new RelationView.Claim(
                        label(labels.state(), step.value().state()),
                        phrasing.source(step.value().provenance()))));
        contradiction.statements().stream()
                .map(SourcedStatement::statement)
                .forEach(said -> claims.add(new RelationView.Claim(
                        said.until()
                                .map(date -> phrasing.words().relation().until() + " "
                                        + phrasing.dates().partial(date).text())
                                .orElseGet(() -> label(labels.kind(), said.kind())),
                        phrasing.source(said.provenance()))));
        return claims;
    }

    private RelationView.Said said(Relation relation, SourcedStatement said) {
        Statement statement = said.statement();
        Passage by = relation.sides().stream()
                .filter(side -> side.id().equals(said.city()))
                .findFirst()
                .map(side -> phrasing.passage(side.name()))
                .orElseGet(
                        () -> Passage.in(language, phrasing.words().relation().thirdSource()));
        return new RelationView.Said(
                by,
                label(labels.kind(), statement.kind()),
                statement.since().map(phrasing.dates()::partial),
                statement.until().map(phrasing.dates()::partial),
                statement.note().map(phrasing::passage),
                phrasing.source(statement.provenance()));
    }

    private RelationView.Step step(LifecycleStep step) {
        return new RelationView.Step(
                label(labels.state(), step.state()),
                step.at().map(phrasing.dates()::partial),
                step.actor().map(phrasing::passage),
                step.reason() == ReasonCode.UNSTATED
                        ? Optional.empty()
                        : Optional.of(label(labels.reason(), step.reason())),
                step.note().map(phrasing::passage),
                phrasing.source(step.provenance()));
    }

    private List<RelationView.Share> shares(Relation relation) {
        return relation.dimensions().entrySet().stream()
                .map(entry -> new RelationView.Share(
                        label(labels.dimension(), entry.getKey()),
                        entry.getValue(),
                        language.numerals().percent(entry.getValue())))
                .toList();
    }

    private List<RelationView.Authority> authorities(Relation relation) {
        return relation.coordination().stream()
                .map(coordination -> new RelationView.Authority(
                        phrasing.passage(coordination.value().authority()),
                        label(labels.coordination(), coordination.value().state()),
                        coordination.value().at().map(phrasing.dates()::partial)))
                .toList();
    }

    private RelationView.Done done(Activity activity) {
        return new RelationView.Done(
                phrasing.passage(activity.title()),
                phrasing.listed(activity.fields().stream()
                        .sorted()
                        .map(field -> label(labels.field(), field))
                        .toList()),
                activity.at().map(phrasing.dates()::partial),
                activity.outcome().map(phrasing::passage),
                phrasing.source(activity.provenance()));
    }

    private List<RelationView.Paper> papers(Relation relation) {
        return relation.documents().stream()
                .flatMap(document -> Phrasing.web(document.value().where())
                        .map(href -> new RelationView.Paper(
                                phrasing.passage(document.value().title()),
                                href,
                                document.value().date().map(phrasing.dates()::partial)))
                        .stream())
                .toList();
    }

    private Optional<DateView> since(Relation relation) {
        Set<PartialDate> dates = relation.statements().stream()
                .flatMap(said -> said.statement().since().stream())
                .collect(Collectors.toSet());
        boolean agreed = relation.contradictions().stream().noneMatch(point -> point.about() == About.DATE);
        return agreed
                ? dates.stream()
                        .max((one, other) -> Integer.compare(precision(one), precision(other)))
                        .map(date -> phrasing.dates().partial(date.worded("")))
                : Optional.empty();
    }

    private static int precision(PartialDate date) {
        return date.day() != 0 ? 3 : date.month() != 0 ? 2 : 1;
    }

    private static boolean disagree(Relation relation) {
        return relation.contradictions().stream().anyMatch(point -> point.about() != About.ONE_SIDED);
    }

    private Optional<String> country(String code) {
        return code.length() == 2 ? Optional.of(language.country(code.toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    private static <E> String label(Map<E, String> labels, E constant) {
        return Optional.ofNullable(labels.get(constant)).orElseThrow();
    }
}
