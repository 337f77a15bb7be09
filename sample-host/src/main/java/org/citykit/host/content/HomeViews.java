package org.citykit.host.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.Text;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.language.Words.HomeWords;
import org.citykit.host.view.AlertCard;
import org.citykit.host.view.HomeView;
import org.citykit.host.view.MapView;
import org.citykit.host.view.NumberView;
import org.citykit.host.view.RelationCard;
import org.citykit.twinning.CityEntry;
import org.citykit.twinning.RelationQuery;
import org.citykit.twinning.RelationQuery.Sort;
import org.citykit.twinning.Statistics;
import org.citykit.twinning.TwinningIndex;

/** Makes the first page, in one language. */
final class HomeViews {
    private static final int EVENTS = 6;
    private static final int ONGOING = 3;
    private static final int DAYS = 30;
    private static final int RELATIONS = 6;
    private static final int DOTS = 80;

    private final Text city;
    private final TwinningIndex twinning;
    private final EventViews events;
    private final Phrasing phrasing;
    private final Language language;

    HomeViews(Text city, TwinningIndex twinning, EventViews events, Phrasing phrasing) {
        this.city = city;
        this.twinning = twinning;
        this.events = events;
        this.phrasing = phrasing;
        this.language = phrasing.language();
    }

    HomeView page(Instant now, List<AlertCard> alerts) {
        LocalDate today = now.atZone(phrasing.dates().zone()).toLocalDate();
        Optional<CityEntry> own = OwnCity.find(city, twinning);
        String name = city.in(language.locale());
        return new HomeView(
                own.isPresent() ? Words.fill(phrasing.words().home().title(), "city", name) : name,
                phrasing.dates().wholeDay(today),
                alerts,
                events.next(DAYS, EVENTS),
                events.ongoing(ONGOING),
                relations(own),
                numbers(),
                own.flatMap(this::map));
    }

    private List<RelationCard> relations(Optional<CityEntry> own) {
        RelationQuery newest = RelationQuery.all()
                .inForce()
                .sortedBy(Sort.NEWEST)
                .in(language.locale())
                .page(0, RELATIONS);
        RelationQuery query = own.map(city -> newest.of(city.id())).orElse(newest);
        RelationViews views = new RelationViews(twinning, own, phrasing);
        return twinning.relations(query).items().stream()
                .map(views::partnerCard)
                .toList();
    }

    private List<NumberView> numbers() {
        HomeWords words = phrasing.words().home();
        Statistics statistics = twinning.statistics();
        int inForce = statistics.facets().states().entrySet().stream()
                .filter(entry -> entry.getKey().inForce())
                .mapToInt(Map.Entry::getValue)
                .sum();
        return List.of(
                number(statistics.relations(), words.relations()),
                number(inForce, words.relationsInForce()),
                number(statistics.facets().countries().size(), words.countries()),
                number(statistics.networks(), words.networks()),
                number(events.countNext(DAYS), words.upcoming()));
    }

    private NumberView number(int value, String label) {
        return new NumberView(language.numerals().grouped(value), label);
    }

    private Optional<MapView> map(CityEntry own) {
        RelationViews views = new RelationViews(twinning, Optional.of(own), phrasing);
        List<MapDrawing.Dot> dots = twinning.relationsOf(own.id()).stream()
                .filter(relation -> relation.state().inForce())
                .flatMap(relation -> views.others(relation).stream())
                .distinct()
                .flatMap(other ->
                        other
                                .location()
                                .map(point -> new MapDrawing.Dot(other.name().in(language.locale()), point))
                                .stream())
                .limit(DOTS)
                .toList();
        return own.location()
                .flatMap(centre -> new MapDrawing(language, centre).draw(city.in(language.locale()), dots));
    }
}
