package org.citykit.twinning;

import static org.citykit.twinning.Samples.BISHKEK;
import static org.citykit.twinning.Samples.LONDON;
import static org.citykit.twinning.Samples.TEHRAN;
import static org.citykit.twinning.Samples.agreement;
import static org.citykit.twinning.Samples.city;
import static org.citykit.twinning.Samples.index;
import static org.citykit.twinning.Samples.known;
import static org.citykit.twinning.Samples.named;
import static org.citykit.twinning.Samples.says;
import static org.citykit.twinning.Samples.sister;
import static org.citykit.twinning.Samples.snapshot;
import static org.citykit.twinning.Samples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.citykit.api.Text;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.Field;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.Party;
import org.junit.jupiter.api.Test;

class RelationMergeTests {
    private static final Party TEHRAN_SIDE = known("wikidata:Q3616", TEHRAN);
    private static final Party LONDON_SIDE = known("wikidata:Q84", LONDON);

    @Test
    void londonOf1993AndBishkekAsTheFirstSinceTheRevolutionBothStand() {
        PartialDate year1373 = PartialDate.parse("1373", CalendarSystem.PERSIAN).worded("۱۳۷۳");
        TwinningIndex index = index(snapshot(
                "chapter",
                sister("london", TEHRAN_SIDE, LONDON_SIDE, 1993),
                agreement("bishkek", AgreementKind.SISTER, TEHRAN_SIDE, known("wikidata:Q9361", BISHKEK))
                        .statements(
                                says("", AgreementKind.SISTER, Optional.of(year1373), "the first since the revolution"))
                        .build()));

        Page<Relation> first = index.relations(RelationQuery.all().matching("first since the revolution"));
        List<SigningDate> dates = index.signingDates(RelationQuery.all().of("wikidata-Q3616"));

        assertEquals(List.of("wikidata-Q3616~wikidata-Q9361"), ids(first.items()));
        assertEquals(
                Set.of(PartialDate.year(1993), year1373),
                Set.copyOf(dates.stream().map(SigningDate::date).toList()));
        assertEquals(
                "wikidata-Q3616~wikidata-Q84",
                index.relations(RelationQuery.all().sortedBy(RelationQuery.Sort.OLDEST))
                        .items()
                        .get(0)
                        .id());
    }

    @Test
    void twoDatesOfOneRelationContradictEachOtherAndBothAreShown() {
        Relation relation = only(index(
                snapshot("a", sister("1", TEHRAN_SIDE, LONDON_SIDE, 1993)),
                snapshot("b", sister("7", LONDON_SIDE, TEHRAN_SIDE, 1995))));

        Contradiction contradiction = relation.contradictions().get(0);

        assertEquals(Contradiction.About.DATE, contradiction.about());
        assertEquals(
                List.of("a", "b"),
                contradiction.statements().stream()
                        .map(SourcedStatement::module)
                        .toList());
        assertEquals(2, relation.statements().size());
        assertEquals(2, relation.agreements().size());
    }

    @Test
    void oneYearInTwoCalendarsAndAnApproximateYearAreNoContradiction() {
        Relation relation = only(index(
                snapshot("a", dated(PartialDate.year(1994))),
                snapshot("b", dated(PartialDate.parse("1373", CalendarSystem.PERSIAN))),
                snapshot("c", dated(PartialDate.parse("1993~", CalendarSystem.GREGORIAN))),
                snapshot("d", dated(PartialDate.of(1994, 5, 1)))));

        assertEquals(List.of(), relation.contradictions());
    }

    @Test
    void aFriendshipToTheOneAndASisterToTheOtherIsAContradictionOfKind() {
        Relation relation = only(index(
                snapshot("a", sister("1", TEHRAN_SIDE, LONDON_SIDE)),
                snapshot(
                        "b",
                        agreement("1", AgreementKind.MEMORANDUM, TEHRAN_SIDE, LONDON_SIDE)
                                .build())));

        assertEquals(List.of(Contradiction.About.KIND), about(relation));
        assertEquals(Set.of(AgreementKind.SISTER, AgreementKind.MEMORANDUM), relation.kinds());
    }

    @Test
    void twinAndSisterAreTwoNamesOfOneKind() {
        Relation relation = only(index(
                snapshot("a", sister("1", TEHRAN_SIDE, LONDON_SIDE)),
                snapshot(
                        "b",
                        agreement("1", AgreementKind.TWIN, TEHRAN_SIDE, LONDON_SIDE)
                                .build())));

        assertEquals(List.of(), relation.contradictions());
    }

    @Test
    void oneRegistrysMemorandumAndLaterSisterhoodAreNoContradiction() {
        Relation relation = only(index(snapshot(
                "a",
                agreement("1", AgreementKind.MEMORANDUM, TEHRAN_SIDE, LONDON_SIDE)
                        .statements(says(AgreementKind.MEMORANDUM, 1990))
                        .build(),
                sister("2", TEHRAN_SIDE, LONDON_SIDE, 1993))));

        assertEquals(List.of(), relation.contradictions());
    }

    @Test
    void endedToTheOneAndInForceToTheOtherIsAContradictionOfState() {
        Relation relation = only(index(
                snapshot(
                        "a",
                        agreement("1", AgreementKind.SISTER, TEHRAN_SIDE, LONDON_SIDE)
                                .lifecycle(List.of(step(LifecycleState.ENDED, Optional.empty())))
                                .build()),
                snapshot("b", sister("1", TEHRAN_SIDE, LONDON_SIDE))));

        assertEquals(List.of(Contradiction.About.STATE), about(relation));
        assertEquals(1, relation.contradictions().get(0).steps().size());
        assertEquals(2, relation.contradictions().get(0).statements().size());
        assertEquals(LifecycleState.ENDED, relation.state());
    }

    @Test
    void aLaterStepFollowsAnEarlierOneWithoutContradictingIt() {
        Relation relation = only(index(
                snapshot("z", stepped(LifecycleState.ENDED, 2022)),
                snapshot("a", stepped(LifecycleState.ACTIVE, 1999))));

        assertEquals(List.of(), relation.contradictions());
        assertEquals(LifecycleState.ENDED, relation.state());
        assertEquals(2, relation.lifecycle().size());
    }

    @Test
    void aRelationThatOneSideStatesIsOneSidedUntilTheOtherStatesIt() {
        TwinningIndex alone = index(snapshot("a", statedBy("1", TEHRAN_SIDE, LONDON_SIDE)));
        TwinningIndex both =
                index(snapshot("a", statedBy("1", TEHRAN_SIDE, LONDON_SIDE), statedBy("2", LONDON_SIDE, TEHRAN_SIDE)));

        assertTrue(only(alone).oneSided());
        assertEquals(Set.of("wikidata-Q3616"), only(alone).statedBy());
        assertEquals(List.of(Contradiction.About.ONE_SIDED), about(only(alone)));
        assertFalse(only(both).oneSided());
        assertEquals(List.of(), about(only(both)));
    }

    @Test
    void aThirdSourceAloneMakesNoSideSilent() {
        Relation relation = only(index(snapshot("a", sister("1", TEHRAN_SIDE, LONDON_SIDE))));

        assertFalse(relation.oneSided());
        assertEquals(Set.of(), relation.statedBy());
    }

    @Test
    void relationsOfDifferentFamiliesBetweenTheSameSidesStayApart() {
        TwinningIndex index = index(snapshot(
                "a",
                sister("1", TEHRAN_SIDE, LONDON_SIDE),
                agreement("2", AgreementKind.MUTUAL_AID, TEHRAN_SIDE, LONDON_SIDE)
                        .build()));

        assertEquals(2, index.relationsOf("wikidata-Q3616").size());
        assertTrue(index.relation("wikidata-Q3616~wikidata-Q84~aid").isPresent());
    }

    @Test
    void aRelationIsFoundByTheIdThatItHadUnderOtherReferences() {
        TwinningIndex index = index(
                snapshot("a", city("wikidata:Q84", LONDON, "GB", "geonames:1")),
                snapshot("b", sister("1", known("geonames:1", LONDON), TEHRAN_SIDE)));

        Relation relation = index.relation("wikidata-Q3616~geonames-1").orElseThrow();

        assertEquals("wikidata-Q3616~wikidata-Q84", relation.id());
    }

    @Test
    void countriesAreNotTheCitiesOfTheirName() {
        TwinningIndex index = index(snapshot(
                "a",
                agreement("1", AgreementKind.COUNTRY_LEVEL, named("Kuwait", ""), named("Japan", ""))
                        .build(),
                sister("2", named("Kuwait", ""), TEHRAN_SIDE)));

        assertEquals(2, index.statistics().relations());
        assertTrue(index.relation("nation.japan~nation.kuwait~country").isPresent());
        assertTrue(index.city("named.kuwait").isPresent());
    }

    @Test
    void anAgreementOfManyPartiesIsOneRelationWithAShortId() {
        Party[] parties = new Party[40];
        for (int i = 0; i < parties.length; i++) {
            parties[i] = known("wikidata:Q" + (i + 1000), "City " + i);
        }
        TwinningIndex index =
                index(snapshot("a", agreement("1", AgreementKind.TWIN, parties).build()));

        Relation relation = only(index);

        assertEquals(40, relation.sides().size());
        assertTrue(relation.id().length() < 60);
        assertEquals(relation, index.relation(relation.id()).orElseThrow());
    }

    @Test
    void whatRegistriesAddIsGathered() {
        Relation relation = only(index(
                snapshot(
                        "a",
                        agreement("1", AgreementKind.SISTER, TEHRAN_SIDE, LONDON_SIDE)
                                .title(Text.of("en", "Bridge"))
                                .dimensions(Map.of(Dimension.CULTURE, 20))
                                .fields(Set.of(Field.SPORT))
                                .build()),
                snapshot(
                        "b",
                        agreement("1", AgreementKind.SISTER, TEHRAN_SIDE, LONDON_SIDE)
                                .title(Text.of("fa", "پل"))
                                .dimensions(Map.of(Dimension.CULTURE, 60, Dimension.ECONOMY, 10))
                                .fields(Set.of(Field.TRADE))
                                .build())));

        assertEquals(List.of("en", "fa"), relation.title().orElseThrow().tags());
        assertEquals(Map.of(Dimension.CULTURE, 60, Dimension.ECONOMY, 10), relation.dimensions());
        assertEquals(Set.of(Field.SPORT, Field.TRADE), relation.fields());
        assertEquals(Set.of("a", "b"), relation.modules());
    }

    private static org.citykit.api.twinning.Agreement dated(PartialDate since) {
        return agreement("1", AgreementKind.SISTER, TEHRAN_SIDE, LONDON_SIDE)
                .statements(says("", AgreementKind.SISTER, Optional.of(since), ""))
                .build();
    }

    private static org.citykit.api.twinning.Agreement stepped(LifecycleState state, int year) {
        return agreement("1", AgreementKind.SISTER, TEHRAN_SIDE, LONDON_SIDE)
                .lifecycle(List.of(step(state, Optional.of(PartialDate.year(year)))))
                .build();
    }

    private static org.citykit.api.twinning.Agreement statedBy(String id, Party by, Party other) {
        return agreement(id, AgreementKind.TWIN, by, other)
                .statements(says(by.key(), AgreementKind.TWIN, Optional.empty(), ""))
                .build();
    }

    private static Relation only(TwinningIndex index) {
        List<Relation> all = index.relations(RelationQuery.all()).items();
        assertEquals(1, all.size());
        return all.get(0);
    }

    private static List<Contradiction.About> about(Relation relation) {
        return relation.contradictions().stream().map(Contradiction::about).toList();
    }

    private static List<String> ids(List<Relation> relations) {
        return relations.stream().map(Relation::id).toList();
    }
}
