package org.citykit.twinning;

import static org.citykit.twinning.Samples.LONDON;
import static org.citykit.twinning.Samples.TEHRAN;
import static org.citykit.twinning.Samples.agreement;
import static org.citykit.twinning.Samples.index;
import static org.citykit.twinning.Samples.known;
import static org.citykit.twinning.Samples.named;
import static org.citykit.twinning.Samples.place;
import static org.citykit.twinning.Samples.says;
import static org.citykit.twinning.Samples.sister;
import static org.citykit.twinning.Samples.snapshot;
import static org.citykit.twinning.Samples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.InvalidValueException;
import org.citykit.api.PartialDate;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.Field;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.Membership;
import org.citykit.api.twinning.Network;
import org.citykit.api.twinning.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTests {
    private static final Locale PERSIAN = Locale.forLanguageTag("fa");
    private static final Party TEHRAN_SIDE = known("wikidata:Q3616", TEHRAN);
    private static final Party LONDON_SIDE = known("wikidata:Q84", LONDON);
    private static final Party BEIJING =
            known("wikidata:Q956", Text.of("fa", "پکن").and("en", "Beijing"));
    private static final Party KUALA_LUMPUR =
            known("wikidata:Q1865", Text.of("fa", "کوالا\u200cلامپور").and("en", "Kuala Lumpur"));

    private static final TwinningIndex INDEX = index(
            snapshot(
                    "tehran",
                    agreement("1", AgreementKind.SISTER, TEHRAN_SIDE, LONDON_SIDE)
                            .statements(
                                    says("", AgreementKind.SISTER, Optional.of(PartialDate.year(1993)), "Sana’a too"))
                            .dimensions(Map.of(Dimension.CULTURE, 50))
                            .fields(Set.of(Field.SPORT))
                            .build(),
                    sister("2", TEHRAN_SIDE, BEIJING, 2006),
                    agreement("3", AgreementKind.MEMORANDUM, TEHRAN_SIDE, KUALA_LUMPUR)
                            .lifecycle(List.of(step(LifecycleState.DORMANT, Optional.empty())))
                            .build()),
            snapshot(
                    "gazetteer",
                    place("geonames:112931", "Tehran", "IR", 35.7, 51.4, 7_153_309),
                    place("geonames:2643743", "London", "GB", 51.5, -0.1, 8_961_989),
                    place("geonames:1", "Tehrangeles", "US", 34.0, -118.4, 100),
                    place("geonames:2", "São Tomé", "ST", 0.3, 6.7, 50_000)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tehran",
                "tehran",
                "TEHRAN",
                "TÉHRAN",
                "teh",
                "تهران",
                "طهران",
                "تِهران",
                "تـهـران",
                "\u200fتهران\u200e",
                "تهر",
                "ﺗﻬﺮﺍﻥ"
            })
    void tehranIsFoundInEveryScriptAndWhileTyping(String typed) {
        Page<CityEntry> found = INDEX.cities(CityQuery.all().withRelations().matching(typed));

        assertEquals(
                List.of("wikidata-Q3616"),
                found.items().stream().map(CityEntry::id).toList());
        assertEquals(3, INDEX.relations(RelationQuery.all().matching(typed)).total());
    }

    @ParameterizedTest
    @ValueSource(strings = {"کوالالامپور", "كوالا لامبور", "کوالا لامپور", "kualalumpur", "kuala l"})
    void aNameIsFoundWithAndWithoutItsSpace(String typed) {
        String spelled = typed.replace("لامبور", "لامپور");

        assertEquals(1, INDEX.relations(RelationQuery.all().matching(spelled)).total());
    }

    @ParameterizedTest
    @ValueSource(strings = {"London Tehran", "لندن tehran", "sana'a", "sanaa", "SANA’A LONDON"})
    void everyWordMayStandInAnotherSideOrNote(String typed) {
        assertEquals(
                List.of("wikidata-Q3616~wikidata-Q84"),
                INDEX.relations(RelationQuery.all().matching(typed)).items().stream()
                        .map(Relation::id)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"London Beijing", "ondon", "!!!", "\u200f\u200e", "🦁", "\u0000", "*", "lon*xdon"})
    void whatNobodyIsCalledFindsNothing(String typed) {
        assertEquals(0, INDEX.relations(RelationQuery.all().matching(typed)).total());
        assertEquals(0, INDEX.cities(CityQuery.all().matching(typed)).total());
    }

    @Test
    void aNameOfTenThousandCharactersIsHeldAndItsBeginningFound() {
        String endless = "Llanfair".repeat(1_250);
        TwinningIndex index =
                index(snapshot("a", sister("r", named(endless, ""), known("wikidata:Q1", "\u202eevil\u202c"))));

        assertEquals(
                1, index.relations(RelationQuery.all().matching("llanfairll")).total());
        assertEquals(1, index.relations(RelationQuery.all().matching("evil")).total());
        assertEquals(1, index.relations(RelationQuery.all().matching(endless)).total());
        assertTrue(index.relations(RelationQuery.all()).items().get(0).id().length() <= 200);
    }

    @Test
    void placesOfAGazetteerAreFoundButStayOutOfRelations() {
        assertEquals(2, INDEX.cities(CityQuery.all().matching("tehran")).total());
        assertEquals(
                1,
                INDEX.cities(CityQuery.all().withRelations().matching("tehran")).total());
        assertEquals(1, INDEX.cities(CityQuery.all().matching("sao tome")).total());
        assertEquals(0, INDEX.city("geonames-2").orElseThrow().relationCount());
        assertEquals(4, INDEX.cities(CityQuery.all().withRelations()).total());
        assertEquals(6, INDEX.cities(CityQuery.all()).total());
    }

    @Test
    void theCityOfTheSearchedNameStandsFirst() {
        CityQuery query = CityQuery.all().matching("tehran").sortedBy(CityQuery.Sort.WEIGHT);

        assertEquals(
                List.of("wikidata-Q3616", "geonames-1"),
                INDEX.cities(query).items().stream().map(CityEntry::id).toList());
    }

    @Test
    void filtersAreMetTogether() {
        assertEquals(
                2,
                INDEX.relations(RelationQuery.all().ofKind(AgreementKind.SISTER))
                        .total());
        assertEquals(
                1,
                INDEX.relations(RelationQuery.all().inState(LifecycleState.DORMANT))
                        .total());
        assertEquals(3, INDEX.relations(RelationQuery.all().inForce()).total());
        assertEquals(
                1,
                INDEX.relations(RelationQuery.all().inDimensions(Set.of(Dimension.CULTURE)))
                        .total());
        assertEquals(
                1,
                INDEX.relations(RelationQuery.all().inFields(Set.of(Field.SPORT)))
                        .total());
        assertEquals(
                1,
                INDEX.relations(RelationQuery.all().inCountries(Set.of("gb"))).total());
        assertEquals(
                3,
                INDEX.relations(RelationQuery.all().inCountries(Set.of("IR"))).total());
        assertEquals(
                1, INDEX.relations(RelationQuery.all().of("geonames-2643743")).total());
        assertEquals(0, INDEX.relations(RelationQuery.all().of("wikidata-Q0")).total());
        assertEquals(
                0,
                INDEX.relations(RelationQuery.all()
                                .inFields(Set.of(Field.SPORT))
                                .inState(LifecycleState.DORMANT))
                        .total());
    }

    @Test
    void aFacetCountsItsOtherChoicesUnderTheOtherFilters() {
        Facets facets =
                INDEX.facets(RelationQuery.all().ofKind(AgreementKind.SISTER).inCountries(Set.of("GB")));

        assertEquals(Map.of(AgreementKind.SISTER, 1), facets.kinds());
        assertEquals(Map.of("GB", 1, "IR", 2), facets.countries());
        assertEquals(Map.of(LifecycleState.SIGNED, 1), facets.states());
        assertEquals(Map.of("GB", 1, "IR", 3), INDEX.facets(RelationQuery.all()).countries());
    }

    @Test
    void persianNamesStandInPersianOrder() {
        RelationQuery query = RelationQuery.all().of("wikidata-Q3616").in(PERSIAN);

        List<String> others = INDEX.relations(query).items().stream()
                .map(relation -> relation.sides().get(1).name().in(PERSIAN))
                .toList();

        assertEquals(List.of("پکن", "کوالا\u200cلامپور", "لندن"), others);
    }

    @Test
    void datesStandInOrderAndTheDatelessLast() {
        assertEquals(List.of("Q84", "Q956", "Q1865"), otherSides(RelationQuery.Sort.OLDEST));
        assertEquals(List.of("Q956", "Q84", "Q1865"), otherSides(RelationQuery.Sort.NEWEST));
    }

    @Test
    void aPageIsAPartOfTheWhole() {
        Page<Relation> second = INDEX.relations(RelationQuery.all().page(2, 2));

        assertEquals(3, second.total());
        assertEquals(1, second.items().size());
        assertFalse(second.hasNext());
        assertTrue(INDEX.relations(RelationQuery.all().page(0, 2)).hasNext());
        assertEquals(
                0,
                INDEX.relations(RelationQuery.all().page(Integer.MAX_VALUE, 1_000))
                        .items()
                        .size());
    }

    @Test
    void pagesBeyondTheLimitsAreRefused() {
        assertThrows(InvalidValueException.class, () -> RelationQuery.all().page(0, 1_001));
        assertThrows(InvalidValueException.class, () -> RelationQuery.all().page(0, 0));
        assertThrows(InvalidValueException.class, () -> RelationQuery.all().page(-1, 10));
        assertThrows(InvalidValueException.class, () -> CityQuery.all().page(0, 1_001));
    }

    @Test
    void linesHaveTwoLocatedEndsAndTellWhichAreInferred() {
        List<RelationLine> lines = INDEX.lines(RelationQuery.all());

        assertEquals(1, lines.size());
        assertEquals("wikidata-Q84", lines.get(0).to().id());
        assertTrue(lines.get(0).inferred());
    }

    @Test
    void networksAreMergedByNameAndFoundByAcronymAndMember() {
        TwinningIndex index = index(
                snapshot("a", network("c40", "C40 Cities", "C40", TEHRAN_SIDE)),
                snapshot(
                        "b",
                        network("77", "C40 cities", "", LONDON_SIDE, TEHRAN_SIDE),
                        network("8", "Eurocities", "")));

        assertEquals(2, index.networks("").size());
        assertEquals("c40", index.networks("c4").get(0).id());
        assertEquals(3, index.network("77").orElseThrow().members().size());
        assertEquals(2, index.network("c40").orElseThrow().sources().size());
        assertEquals(1, index.networksOf("wikidata-Q3616").size());
        assertEquals(0, index.networksOf("wikidata-Q0").size());
        assertEquals(0, index.networks("no such").size());
        assertEquals(2, index.statistics().cities());
    }

    @Test
    void anEmptyIndexAnswersEverything() {
        TwinningIndex index = TwinningIndex.empty();

        assertEquals(0, index.relations(RelationQuery.all().matching("x")).total());
        assertEquals(0, index.cities(CityQuery.all().matching("x")).total());
        assertEquals(List.of(), index.networks("x"));
        assertEquals(List.of(), index.lines(RelationQuery.all()));
        assertEquals(0, index.statistics().relations());
        assertFalse(index.revision().equals(Revision.NONE));
    }

    private static List<String> otherSides(RelationQuery.Sort sort) {
        return INDEX.relations(RelationQuery.all().of("wikidata-Q3616").sortedBy(sort)).items().stream()
                .map(relation -> relation.sides().get(1).id().replace("wikidata-", ""))
                .toList();
    }

    private static Network network(String id, String name, String acronym, Party... members) {
        return new Network(
                id,
                Text.of("en", name),
                acronym,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(members).stream()
                        .map(member ->
                                new Membership(member, Membership.Role.MEMBER, Optional.empty(), Optional.empty()))
                        .toList(),
                List.of(),
                Samples.SOURCE);
    }
}
