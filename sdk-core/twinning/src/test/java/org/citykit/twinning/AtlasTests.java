package org.citykit.twinning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;

/** The whole of the outside data: Wikidata's twinnings of 2016 with a gazetteer of 200,000 places. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtlasTests {
    private TwinningIndex index = TwinningIndex.empty();

    @BeforeAll
    void read() {
        index = TwinningIndex.of(List.of(SharedData.wikidata(), SharedData.geonames()));
    }

    @AfterAll
    void release() {
        index = TwinningIndex.empty();
    }

    @Test
    void everyPairIsOneRelationAnd624AreStatedByOneSideOnly() {
        Statistics statistics = index.statistics();

        assertEquals(17_401, statistics.relations());
        assertEquals(34_182, statistics.statements());
        assertEquals(10_055, statistics.cities());
        assertEquals(624, statistics.oneSided());
        assertEquals(0, statistics.contradicted());
    }

    @Test
    void berlinDoesNotListTehran() {
        Relation relation = index.relation("wikidata-Q3616~wikidata-Q64").orElseThrow();

        assertTrue(relation.oneSided());
        assertEquals(Set.of("wikidata-Q3616"), relation.statedBy());
    }

    @Test
    void mostCitiesGainAPlaceAndNoTwoCitiesShareOne(TestReporter reporter) {
        Set<String> places = index.lines(RelationQuery.all()).stream()
                .flatMap(line -> List.of(line.from(), line.to()).stream())
                .collect(Collectors.toMap(CityEntry::id, city -> city, (one, same) -> one))
                .values()
                .stream()
                .flatMap(city -> city.inferences().stream())
                .map(inference -> inference.place().orElseThrow().toString())
                .collect(Collectors.toSet());

        reporter.publishEntry("located", index.statistics().located() + " of 17401 relations");
        reporter.publishEntry("inferred", index.statistics().inferredCities() + " of 10055 cities");
        assertTrue(index.statistics().located() > 11_000);
        assertTrue(places.size() > 6_000);
        assertEquals(
                199_568 + 10_055,
                index.statistics().places() + index.statistics().inferredCities());
    }

    @Test
    void tehranIsFoundInThreeScriptsWithItsCoordinates() {
        for (String typed : List.of("Tehran", "تهران", "طهران")) {
            CityEntry tehran = index.cities(CityQuery.all().matching(typed).sortedBy(CityQuery.Sort.WEIGHT))
                    .items()
                    .get(0);

            assertEquals("wikidata-Q3616", tehran.id());
            assertEquals("IR", tehran.country());
            assertEquals(35.69439, tehran.location().orElseThrow().latitude());
            assertEquals(
                    24, index.relations(RelationQuery.all().matching(typed)).total());
        }
    }

    @Test
    void twoToledosAreNotGuessed() {
        assertTrue(index.city("wikidata-Q5836").orElseThrow().location().isEmpty());
        assertTrue(index.city("wikidata-Q49239").orElseThrow().location().isEmpty());
    }
}
