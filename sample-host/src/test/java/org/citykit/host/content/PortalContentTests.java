package org.citykit.host.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.events.EventKind;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.events.EventFilter;
import org.citykit.host.language.Language;
import org.citykit.host.view.Address;
import org.citykit.host.view.AlertCard;
import org.citykit.host.view.AlertView;
import org.citykit.host.view.DateView;
import org.citykit.host.view.EventDay;
import org.citykit.host.view.EventView;
import org.citykit.host.view.EventsView;
import org.citykit.host.view.HomeView;
import org.citykit.host.view.MonthGrid;
import org.citykit.host.view.NetworkCard;
import org.citykit.host.view.NumberView;
import org.citykit.host.view.Passage;
import org.citykit.host.view.RelationCard;
import org.citykit.host.view.RelationView;
import org.citykit.host.view.RelationsView;
import org.citykit.host.view.Select;
import org.junit.jupiter.api.Test;

class PortalContentTests {
    private static final RelationSearch ALL =
            new RelationSearch("", false, Optional.empty(), Optional.empty(), Optional.empty(), "", 1);
    private static final EventSearch NOW = search("", Optional.empty(), Optional.empty());

    private final PortalContent content = new PortalContent(SampleHeld.held(), (language, id) -> Optional.empty());
    private final Language persian = Language.of(Locale.forLanguageTag("fa"));
    private final Language english = Language.of(Locale.ENGLISH);

    @Test
    void whatIsNotThereIsEmpty() {
        assertTrue(content.relation(english, "wikidata-Q1~wikidata-Q2").isEmpty());
        assertTrue(content.event(english, "city.none", Optional.empty()).isEmpty());
        assertTrue(content.alert(english, "t-9").isEmpty());
        assertTrue(content.relations(english, page(2)).isEmpty());
    }

    @Test
    void anEventHasNoPageForADayOnWhichItDoesNotTakePlace() {
        assertTrue(content.event(english, "city.nowruz", Optional.of(LocalDate.of(2027, 3, 22)))
                .isEmpty());
    }

    @Test
    void sourcesThatDisagreeStandSideBySide() {
        RelationView london = relation("London");

        RelationView.Contradiction date = london.contradictions().get(0);
        assertEquals("Since", date.about());
        assertEquals(
                List.of("1993", "1995"),
                date.values().stream().map(RelationView.Claim::value).sorted().toList());
        assertTrue(london.since().isEmpty(), "no date is preferred");
        assertEquals(2, london.statements().size());
        assertEquals(List.of("sister-cities", "wikidata"), london.registries());
    }

    @Test
    void aStatementSaysWhoSaysIt() {
        RelationView london = relation("London");

        assertTrue(
                london.statements().stream().anyMatch(said -> said.by().text().equals("Tehran")));
        assertTrue(
                london.statements().stream().anyMatch(said -> said.by().text().equals("A third source")));
    }

    @Test
    void aYearOfAnotherCalendarIsGivenAsTheSpanItCovers() {
        RelationView bishkek = relation("Bishkek");

        DateView since = bishkek.statements().get(0).since().orElseThrow();
        assertEquals("1373 SH", since.text());
        assertEquals(List.of("1994–1995", "1414–1415 AH", "in the source: “\u2068۱۳۷۳ شمسی\u2069”"), since.others());
        assertTrue(since.machine().isEmpty(), "HTML cannot express a year of another calendar");
    }

    @Test
    void aDayIsTheSameInEveryCalendar() {
        RelationView seoul = relation("Seoul");

        DateView since = seoul.since().orElseThrow();
        assertEquals("1 May 1963", since.text());
        assertEquals(Optional.of("1963-05-01"), since.machine());
        assertTrue(
                since.others().contains("11 Ordibehesht 1342"), since.others().toString());
    }

    @Test
    void whyARelationStoppedIsSaid() {
        RelationView bishkek = relation("Bishkek");

        assertFalse(bishkek.inForce());
        assertEquals("Suspended", bishkek.steps().get(0).state());
        assertEquals(Optional.of("political tension"), bishkek.steps().get(0).reason());
    }

    @Test
    void relationsAreFoundByNameInAnyLanguageAndByFilter() {
        assertEquals(
                List.of("Seoul"),
                partners(new RelationSearch(
                        "سئول", false, Optional.empty(), Optional.empty(), Optional.empty(), "", 1)));
        assertEquals(
                List.of("Bishkek"),
                partners(new RelationSearch(
                        "", false, Optional.empty(), Optional.of(LifecycleState.SUSPENDED), Optional.empty(), "", 1)));
        assertEquals(
                List.of("London"),
                partners(new RelationSearch(
                        "", false, Optional.of(AgreementKind.TWIN), Optional.empty(), Optional.empty(), "", 1)));
        assertEquals(
                List.of("Seoul"),
                partners(new RelationSearch("", false, Optional.empty(), Optional.empty(), Optional.empty(), "KR", 1)));
    }

    @Test
    void filtersOfferWhatThereIsWithItsNumber() {
        RelationsView view = content.relations(persian, ALL).orElseThrow();

        Select country = view.selects().get(4);
        assertEquals(
                List.of("ایران (۳)", "بریتانیا (۱)", "قرقیزستان (۱)", "کرهٔ جنوبی (۱)"),
                country.choices().stream().map(Select.Choice::label).toList());
    }

    @Test
    void aTextWithoutTheLanguageOfThePageIsMarkedAsForeign() {
        RelationsView view = content.relations(persian, ALL).orElseThrow();

        Passage bishkek = view.relations().stream()
                .flatMap(card -> card.sides().stream())
                .filter(side -> side.text().equals("Bishkek"))
                .findFirst()
                .orElseThrow();
        assertTrue(bishkek.foreign());
        assertEquals("en", bishkek.language());
        assertEquals("ltr", bishkek.direction());
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        NetworkCard metropolis = content.networks(english).get(0);

        assertTrue(metropolis.website().isEmpty());
    }

    @Test
    void theMonthIsThatOfTheLanguagesOwnCalendar() {
        EventsView azar = content.events(persian, NOW);
        EventsView november = content.events(english, NOW);

        assertEquals("آذر ۱۴۰۵", azar.period());
        assertEquals("November 2026", november.period());
        assertTrue(
                azar.otherPeriods().contains("نوامبر تا دسامبر ۲۰۲۶"),
                azar.otherPeriods().toString());
        assertEquals("/fa/events?on=2026-11-21", azar.previous().orElseThrow().href());
        assertEquals("/fa/events?on=2026-12-22", azar.next().orElseThrow().href());
        assertTrue(azar.current().isEmpty());
    }

    @Test
    void theMonthTableHoldsEveryDayOnceAndLinksThoseWithEvents() {
        MonthGrid grid = content.events(persian, NOW).grid().orElseThrow();

        List<MonthGrid.Cell> inside = grid.weeks().stream()
                .flatMap(week -> week.cells().stream())
                .filter(MonthGrid.Cell::inside)
                .toList();
        assertEquals(30, inside.size());
        assertEquals("شنبه", grid.weekdays().get(0).name());
        assertTrue(inside.get(0).today());
        assertEquals("۱", inside.get(0).number());
        assertEquals(
                "/fa/events?view=day&on=2026-11-25",
                inside.get(3).events().orElseThrow().href());
        assertEquals("هیئت سئول", inside.get(3).titles().get(1).title().text());
        assertEquals("۲۲ نوامبر", inside.get(0).other());
        assertEquals("۲۳", inside.get(1).other());
    }

    @Test
    void aWeekBeginsAsTheLanguagesWeeksDoAndHasSevenDays() {
        Optional<LocalDate> wednesday = Optional.of(LocalDate.of(2026, 11, 25));
        EventsView persianWeek = content.events(persian, search(Layout.WEEK, "", Optional.empty(), wednesday));
        EventsView englishWeek = content.events(english, search(Layout.WEEK, "", Optional.empty(), wednesday));

        assertEquals(7, persianWeek.days().size());
        assertEquals("d-2026-11-21", persianWeek.days().get(0).anchor());
        assertEquals("d-2026-11-23", englishWeek.days().get(0).anchor());
        assertEquals(
                "Delegation from Seoul",
                englishWeek.days().get(2).events().get(1).title().text());
        assertTrue(englishWeek.days().get(5).quiet());
        assertTrue(englishWeek.ongoing().isEmpty());
        assertEquals(
                "/en/events?view=week&on=2026-11-30",
                englishWeek.next().orElseThrow().href());
        assertEquals(
                "/en/events?view=week&on=2026-11-16",
                englishWeek.previous().orElseThrow().href());
        assertEquals("23–29 November 2026", englishWeek.period());
    }

    @Test
    void aDayIsShownEvenIfNothingTakesPlace() {
        EventsView day = content.events(
                english, search(Layout.DAY, "", Optional.empty(), Optional.of(LocalDate.of(2026, 12, 24))));

        assertEquals("Thursday 24 December 2026", day.period());
        assertEquals(1, day.days().size());
        assertTrue(day.quiet());
        assertEquals("/en/events?view=day", day.current().orElseThrow().href());
    }

    @Test
    void aListGoesOnFromADayAndKeepsItsFilter() {
        EventsView list =
                content.events(english, search(Layout.LIST, "", Optional.of(EventKind.HOLIDAY), Optional.empty()));

        assertEquals(
                List.of("d-2027-03-21", "d-2028-03-20"),
                list.days().stream().map(EventDay::anchor).toList());
        assertTrue(list.next().isEmpty());
        assertTrue(list.previous().isEmpty());
        assertEquals("/en/events?kind=holiday", list.layouts().get(0).href());
        assertEquals("/en/events?view=list", list.reset());
    }

    @Test
    void programsFindWhatThePageShows() {
        EventsView view = content.events(english, search("", Optional.of(EventKind.HOLIDAY), Optional.empty()));

        assertEquals(
                "webcal://tehran.example/feeds/events.ics?kind=holiday&lang=en",
                view.subscription().webcal().orElseThrow().href());
        assertEquals(
                Optional.of("https://tehran.example/caldav/en/q/kind=holiday/"),
                view.subscription().caldav());
        assertTrue(view.subscription().services().get(0).href().endsWith("events.ics%3Fkind%3Dholiday%26lang%3Den"));
    }

    @Test
    void anEventThatBeganBeforeTheMonthGoesOn() {
        EventsView azar = content.events(persian, NOW);

        assertEquals(
                List.of("d-2026-11-25"),
                azar.days().stream().map(EventDay::anchor).toList());
        assertEquals("Film & <video> week", azar.ongoing().get(0).title().text());
        assertEquals("تا ۵ آذر ۱۴۰۵", azar.ongoing().get(0).time());
    }

    @Test
    void anEventOfSeveralDaysStandsOnEachOfThemInATableAWeekAndADay() {
        LocalDate last = LocalDate.of(2026, 11, 26);
        EventsView month = content.events(english, NOW);
        EventsView week = content.events(english, search(Layout.WEEK, "", Optional.empty(), Optional.of(last)));
        EventsView day = content.events(english, search(Layout.DAY, "", Optional.empty(), Optional.of(last)));

        assertEquals(
                List.of("20", "21", "22", "23", "24", "25", "26"),
                month.grid().orElseThrow().weeks().stream()
                        .flatMap(each -> each.cells().stream())
                        .filter(cell -> cell.titles().stream()
                                .anyMatch(event -> event.title().text().startsWith("Film")))
                        .map(MonthGrid.Cell::number)
                        .toList());
        assertEquals(
                List.of(1, 1, 2, 1, 0, 0, 0),
                week.days().stream().map(each -> each.events().size()).toList());
        assertEquals("until 26 November 2026", day.days().get(0).events().get(0).time());
        assertTrue(day.ongoing().isEmpty());
    }

    @Test
    void aNightStandsOnItsEveningAndGoesOnAfterMidnight() {
        EventsView evening = content.events(
                english, search(Layout.DAY, "", Optional.empty(), Optional.of(LocalDate.of(2027, 7, 1))));
        EventsView morning = content.events(
                english, search(Layout.DAY, "", Optional.empty(), Optional.of(LocalDate.of(2027, 7, 2))));

        assertEquals("22:00–02:00", evening.days().get(0).events().get(0).time());
        assertTrue(morning.days().get(0).quiet());
        assertEquals("Night of museums", morning.ongoing().get(0).title().text());
    }

    @Test
    void anEventOfSeveralDaysStandsOnItsFirstInAList() {
        EventsView november = content.events(english, NOW);

        assertEquals("d-2026-11-20", november.days().get(0).anchor());
        assertEquals(1, november.days().get(0).events().size());
        assertTrue(november.ongoing().isEmpty());
    }

    @Test
    void aListSaysHowLongAnEventLastsAsShortlyAsItCan() {
        EventSearch june = search("", Optional.empty(), Optional.of(LocalDate.of(2027, 6, 1)));

        List<EventDay> days = content.events(english, june).days();

        assertEquals("All day", days.get(0).events().get(0).time());
        assertEquals("until 3 June 2027", days.get(1).events().get(0).time());
        assertEquals(
                "09:00–3 June 2027 17:00",
                content.event(english, "city.fair", Optional.empty())
                        .orElseThrow()
                        .time());
        assertTrue(days.get(0).events().get(0).kind().isEmpty(), "'other' says nothing");
    }

    @Test
    void aListCanHoldTheRelationsOfTheCityAlone() {
        RelationSearch own = new RelationSearch("", true, Optional.empty(), Optional.empty(), Optional.empty(), "", 1);

        Select of = content.relations(persian, own).orElseThrow().selects().get(0);

        assertEquals("تنها تهران", of.choices().get(0).label());
        assertTrue(of.choices().get(0).selected());
        assertEquals(
                3, content.relations(persian, own).orElseThrow().relations().size());
    }

    @Test
    void eventsAreFoundByWordsAndKind() {
        EventSearch seoul = search("seoul", Optional.empty(), Optional.empty());
        EventSearch festivals = search("", Optional.of(EventKind.FESTIVAL), Optional.empty());

        assertEquals(1, content.events(english, seoul).days().size());
        assertEquals(1, content.events(english, festivals).days().size());
        assertTrue(content.events(english, festivals).filtered());
    }

    @Test
    void aCancelledEventSaysSoAndNamesItsRelation() {
        EventView event =
                content.event(english, "city.delegation", Optional.empty()).orElseThrow();

        assertTrue(event.cancelled());
        assertEquals(Optional.of("This event does not take place."), event.notice());
        assertEquals("18:00–20:00", event.time());
        assertEquals("Wednesday 25 November 2026", event.date().text());
        assertEquals("Tehran – Seoul", event.relations().get(0).label());
        assertEquals(2, event.description().size());
        assertEquals(Optional.of("Everybody, Media"), event.audiences());
        assertEquals(Optional.of("Persian, Korean"), event.languages());
    }

    @Test
    void aRelationNamesItsEvents() {
        assertEquals(
                "Delegation from Seoul",
                relation("Seoul").events().get(0).title().text());
    }

    @Test
    void aDayOfAnotherCalendarComesAgainOnThatDayOfThatCalendar() {
        EventView nowruz =
                content.event(persian, "city.nowruz", Optional.empty()).orElseThrow();

        assertEquals("یکشنبه ۱ فروردین ۱۴۰۶", nowruz.date().text());
        assertEquals("دوشنبه ۱ فروردین ۱۴۰۷", nowruz.further().get(0).date().text());
        assertEquals(
                "/fa/events/city.nowruz?on=2028-03-20", nowruz.further().get(0).href());
    }

    @Test
    void theWorstAlertStandsFirstAndWhatWasReplacedNoLonger() {
        List<String> inForce =
                content.alertsInForce(english).stream().map(AlertCard::href).toList();

        assertEquals(List.of("/en/alerts/t-3", "/en/alerts/t-4"), inForce);
        assertEquals(
                List.of("/en/alerts/t-2", "/en/alerts/t-1"),
                content.alerts(english).earlier().stream().map(AlertCard::href).toList());
    }

    @Test
    void anAlertThatWasReplacedLeadsToItsSuccessor() {
        AlertView old = content.alert(persian, "t-2").orElseThrow();

        assertFalse(old.inForce());
        assertEquals("/fa/alerts/t-4", old.newer().orElseThrow().href());
        assertEquals(2, old.history().size());
        assertEquals(
                List.of("ar", "en"),
                old.translations().stream().map(AlertView.Translation::language).toList());
        assertEquals("/feeds/alerts/t-2.cap.xml", old.machine());
    }

    @Test
    void theFirstPageNamesThePartnersAndNotTheCityItself() {
        HomeView home = content.home(english);

        assertEquals(
                List.of("London", "Seoul"),
                home.relations().stream()
                        .flatMap(card -> card.sides().stream())
                        .map(Passage::text)
                        .sorted()
                        .toList());
        assertEquals("Tehran in the world", home.title());
        assertEquals("Sunday 22 November 2026", home.today().text());
        assertEquals(
                List.of("1 Azar 1405", "12 Jumada al-Akhirah 1448"),
                home.today().others().stream()
                        .map(text -> text.replaceFirst("^Sunday ", ""))
                        .toList());
        assertEquals(
                List.of("3", "2", "4", "1", "2"),
                home.numbers().stream().map(NumberView::value).toList());
        assertEquals(2, home.alerts().size());
    }

    @Test
    void theMapShowsDirectionAndDistance() {
        var map = content.home(english).map().orElseThrow();

        var seoul = map.spots().stream()
                .filter(spot -> spot.name().equals("Seoul"))
                .findFirst()
                .orElseThrow();
        var london = map.spots().stream()
                .filter(spot -> spot.name().equals("London"))
                .findFirst()
                .orElseThrow();
        assertTrue(Double.parseDouble(seoul.x()) > 0, "Seoul lies in the east");
        assertTrue(Double.parseDouble(london.x()) < 0, "London lies in the west");
        assertTrue(Double.parseDouble(london.y()) < 0, "London lies in the north");
        double ratio = Math.hypot(Double.parseDouble(seoul.x()), Double.parseDouble(seoul.y()))
                / Math.hypot(Double.parseDouble(london.x()), Double.parseDouble(london.y()));
        assertEquals(6560.0 / 4410.0, ratio, 0.02);
    }

    private RelationView relation(String partner) {
        String href = content.relations(english, ALL).orElseThrow().relations().stream()
                .filter(card ->
                        card.sides().stream().anyMatch(side -> side.text().equals(partner)))
                .map(RelationCard::href)
                .findFirst()
                .orElseThrow();
        return content.relation(english, href.substring(href.lastIndexOf('/') + 1))
                .orElseThrow();
    }

    private List<String> partners(RelationSearch search) {
        return content.relations(english, search).orElseThrow().relations().stream()
                .flatMap(card -> card.sides().stream())
                .map(Passage::text)
                .filter(name -> !name.equals("Tehran"))
                .toList();
    }

    private static RelationSearch page(int page) {
        return new RelationSearch("", false, Optional.empty(), Optional.empty(), Optional.empty(), "", page);
    }

    private static EventSearch search(String text, Optional<EventKind> kind, Optional<LocalDate> on) {
        return search(Layout.MONTH, text, kind, on);
    }

    private static EventSearch search(Layout layout, String text, Optional<EventKind> kind, Optional<LocalDate> on) {
        Map<String, String> chosen = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            chosen.put("q", text);
        }
        kind.ifPresent(wanted -> chosen.put("kind", Address.value(wanted)));
        EventFilter filter =
                EventFilter.all().matching(text).ofKinds(kind.stream().toList());
        return new EventSearch(layout, on, 1, chosen, filter);
    }
}
