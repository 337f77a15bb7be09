package org.citykit.twinning;

import static org.citykit.twinning.Samples.city;
import static org.citykit.twinning.Samples.index;
import static org.citykit.twinning.Samples.known;
import static org.citykit.twinning.Samples.named;
import static org.citykit.twinning.Samples.place;
import static org.citykit.twinning.Samples.sister;
import static org.citykit.twinning.Samples.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.citykit.api.CityRef;
import org.citykit.api.Text;
import org.junit.jupiter.api.Test;

class CityMergeTests {
    private static final RegistrySnapshot GAZETTEER = snapshot(
            "gazetteer",
            place("geonames:1", "London", "GB", 51.5, -0.1, 8_900_000),
            place("geonames:2", "London", "CA", 42.9, -81.2, 380_000),
            place("geonames:3", "Toledo", "ES", 39.8, -4.0, 84_000),
            place("geonames:4", "Toledo", "US", 41.6, -83.5, 279_000),
            place("geonames:5", "Seoul", "KR", 37.5, 127.0, 10_000_000));

    @Test
    void twoIdsOfOneSchemeAreNeverOnePlace() {
        TwinningIndex index = index(
                snapshot("a", city("wikidata:Q1", "Springfield", "US", "geonames:9")),
                snapshot("b", city("wikidata:Q2", "Springfield", "US", "geonames:9")),
                snapshot("c", sister("r", known("wikidata:Q1", "Springfield"), known("wikidata:Q2", "Springfield"))));

        assertEquals(
                2, index.relations(RelationQuery.all()).items().get(0).sides().size());
        assertEquals(
                Set.of(ref("wikidata:Q1")),
                index.city("wikidata-Q1").orElseThrow().refs());
        assertTrue(index.city("geonames-9").isEmpty());
        assertEquals(1, index.statistics().contestedRefs());
    }

    @Test
    void aRecordThatClaimsTwoIdsOfOneSchemeJoinsNeither() {
        TwinningIndex index = index(snapshot("a", city("wikidata:Q1", "Georgia", "", "geonames:1", "geonames:2")));

        assertEquals(
                Set.of(ref("wikidata:Q1")),
                index.city("wikidata-Q1").orElseThrow().refs());
    }

    @Test
    void aChainOfSameAsDoesNotBridgeTwoIdsOfOneScheme() {
        TwinningIndex index = index(
                snapshot("a", city("wikidata:Q1", "Halle", "DE", "local:x")),
                snapshot("b", city("local:x", "Halle", "DE", "other:y")),
                snapshot("c", city("other:y", "Halle", "DE", "wikidata:Q2")));

        assertFalse(index.city("wikidata-Q1").orElseThrow().refs().contains(ref("wikidata:Q2")));
    }

    @Test
    void whatIsAssertedToBeOnePlaceIsOneWithAllThatIsSaid() {
        TwinningIndex index = index(
                snapshot("a", city("wikidata:Q3616", Text.of("fa", "تهران"), "", "geonames:112931")),
                snapshot("b", place("geonames:112931", "Tehran", "IR", 35.7, 51.4, 7_153_309)));

        CityEntry tehran = index.city("geonames-112931").orElseThrow();

        assertEquals("wikidata-Q3616", tehran.id());
        assertEquals("IR", tehran.country());
        assertEquals(List.of("fa", "en"), tehran.name().tags());
        assertEquals(Set.of("a", "b"), tehran.modules());
        assertEquals(2, tehran.records().size());
        assertTrue(tehran.location().isPresent());
        assertFalse(tehran.inferred());
    }

    @Test
    void twoWordingsOfOneLanguageAreBothKept() {
        TwinningIndex index = index(
                snapshot("a", city("wikidata:Q1", "Kiev", "UA")), snapshot("b", city("wikidata:Q1", "Kyiv", "UA")));

        CityEntry city = index.city("wikidata-Q1").orElseThrow();

        assertEquals("Kiev", city.name().original());
        assertEquals(List.of("Kyiv"), city.otherNames());
    }

    @Test
    void aNameThatSeveralLargePlacesBearIsNotGuessed() {
        TwinningIndex index =
                index(GAZETTEER, snapshot("a", sister("r", known("wikidata:Q1", "Toledo"), known("wikidata:Q2", "X"))));

        CityEntry toledo = index.city("wikidata-Q1").orElseThrow();

        assertFalse(toledo.inferred());
        assertTrue(toledo.location().isEmpty());
    }

    @Test
    void aBareNameIsJoinedToThePlaceThatIsByFarTheLargestAndSaysSo() {
        TwinningIndex index = index(
                GAZETTEER,
                snapshot("a", sister("r", known("wikidata:Q84", "London"), known("wikidata:Q8684", "Seoul"))));

        CityEntry london = index.city("wikidata-Q84").orElseThrow();
        CityEntry seoul = index.city("wikidata-Q8684").orElseThrow();

        assertEquals("GB", london.country());
        assertEquals(
                Inference.Evidence.LARGEST_OF_NAME, london.inferences().get(0).evidence());
        assertEquals(Inference.Evidence.NAME_ALONE, seoul.inferences().get(0).evidence());
        assertEquals(Set.of(ref("wikidata:Q84")), london.refs());
        assertEquals(london, index.city("geonames-1").orElseThrow());
    }

    @Test
    void aCountryDecidesBetweenNamesakes() {
        TwinningIndex index = index(
                GAZETTEER,
                snapshot("a", city("local:lon", "London", "CA")),
                snapshot("b", sister("r", known("local:lon", "London"), known("wikidata:Q8684", "Seoul"))));

        CityEntry london = index.city("local-lon").orElseThrow();

        assertEquals(42.9, london.location().orElseThrow().latitude());
        assertEquals(
                Inference.Evidence.NAME_AND_COUNTRY, london.inferences().get(0).evidence());
    }

    @Test
    void nearnessDecidesBetweenNamesakes() {
        TwinningIndex index = index(
                GAZETTEER,
                snapshot("a", place("local:lon", "London", "", 42.95, -81.25, 1)),
                snapshot("b", sister("r", known("local:lon", "London"), known("wikidata:Q8684", "Seoul"))));

        CityEntry london = index.city("local-lon").orElseThrow();

        assertEquals("CA", london.country());
        assertEquals(
                Inference.Evidence.NAME_AND_DISTANCE, london.inferences().get(0).evidence());
    }

    @Test
    void twoCitiesThatLayEqualClaimToAPlaceBothGoWithoutIt() {
        TwinningIndex index = index(
                GAZETTEER,
                snapshot(
                        "a",
                        sister("r1", known("wikidata:Q84", "London"), known("wikidata:Q1", "Arak")),
                        sister("r2", known("wikidata:Q92561", "London"), known("wikidata:Q2", "Qom"))));

        assertFalse(index.city("wikidata-Q84").orElseThrow().inferred());
        assertFalse(index.city("wikidata-Q92561").orElseThrow().inferred());
    }

    @Test
    void sidesOfOneAgreementAreNeverJoinedByName() {
        TwinningIndex index =
                index(snapshot("a", sister("r", named("Georgia", ""), known("wikidata:Q230", "Georgia"))));

        assertEquals(
                2, index.relations(RelationQuery.all()).items().get(0).sides().size());
    }

    @Test
    void aPartyWithoutReferenceIsTheCityOfItsNameOrAnEntryOfItsOwn() {
        TwinningIndex index = index(
                GAZETTEER,
                snapshot("a", sister("r", named("Seoul", "KR"), named("Ōita", "JP"))),
                snapshot("b", sister("r", named("ÔITA", "jp"), named("SEOUL", "KR"))));

        assertEquals(1, index.statistics().relations());
        assertTrue(index.city("geonames-5").orElseThrow().inferred());
        assertEquals("JP", index.city("named.oita-jp").orElseThrow().country());
        assertEquals(2, index.city("named.oita-jp").orElseThrow().modules().size());
    }

    @Test
    void aNamesakeInAnotherCountryStaysApart() {
        TwinningIndex index = index(
                snapshot("a", sister("r", named("Paris", "US"), named("Arak", "IR"))),
                snapshot("b", sister("r", named("Paris", "FR"), named("Arak", "IR"))));

        assertEquals(2, index.statistics().relations());
        assertEquals(3, index.statistics().cities());
    }

    @Test
    void aNameInAnyScriptMakesAnIdThatIsFitForAUrl() {
        TwinningIndex index = index(snapshot("a", sister("r", named("صنعاء", ""), known("local:a/b?c#d~e", "X"))));

        List<CityEntry> cities = index.cities(CityQuery.all()).items();

        cities.forEach(city -> assertTrue(city.id().matches("[A-Za-z0-9._-]+"), city.id()));
        cities.forEach(city -> assertEquals(city, index.city(city.id()).orElseThrow()));
        Relation relation = index.relations(RelationQuery.all()).items().get(0);
        assertTrue(relation.id().matches("[A-Za-z0-9._~-]+"), relation.id());
    }

    @Test
    void anIdThatNobodyHasLeadsNowhere() {
        TwinningIndex index = index(GAZETTEER);

        for (String id :
                List.of("", "-", "geonames", "geonames-", "geonames-_", "geonames-_zz", "~", "x~y", "\u0000")) {
            assertTrue(index.city(id).isEmpty(), id);
            assertTrue(index.relation(id).isEmpty(), id);
            assertTrue(index.network(id).isEmpty(), id);
            assertTrue(index.relationsOf(id).isEmpty(), id);
            assertTrue(index.networksOf(id).isEmpty(), id);
        }
    }

    private static CityRef ref(String ref) {
        return CityRef.parse(ref);
    }
}
