package org.citykit.plugins.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real tables, which stand beside the project. */
class SharedTablesTests {
    private Path folder;

    @BeforeEach
    void theDataIsThere() {
        String named = System.getProperty("citykit.shared.data", "");
        folder = named.isEmpty() ? beside(Path.of("").toAbsolutePath()) : Path.of(named);
        folder = folder.resolve("twinning");
        Assumptions.assumeTrue(
                Files.isDirectory(folder), () -> "There is no shared data in " + folder + "; set citykit.shared.data.");
    }

    @Test
    void allPairsOfWikidataAreReadAndOneSidedOnesStaySo() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("relations.tsv")
                .names("names.tsv")
                .format(TableFormat.WIKIDATA_P190)
                .withoutSource()
                .read();

        List<Agreement> agreements = read.items().stream()
                .filter(Agreement.class::isInstance)
                .map(Agreement.class::cast)
                .toList();
        long oneSided = agreements.stream()
                .filter(agreement -> agreement.statements().size() == 1)
                .count();
        long statements = agreements.stream()
                .mapToLong(agreement -> agreement.statements().size())
                .sum();
        assertEquals(17_401, agreements.size());
        assertEquals(624, oneSided);
        assertEquals(34_178, statements);
        assertEquals(10_055, read.items().size() - agreements.size());
        assertTrue(
                read.defects().stream().allMatch(defect -> defect.reason().contains("same place")),
                () -> read.defects().toString());
    }

    @Test
    void allPlacesOfGeonamesAreRead() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("geonames-cities500-2023-03-05.txt.gz")
                .format(TableFormat.GEONAMES)
                .withoutSource()
                .read();

        assertEquals(List.of(), read.defects());
        assertEquals(199_568, read.items().size());
        City tehran = read.city("geonames:112931");
        assertTrue(
                tehran.otherNames().contains("تهران"), () -> tehran.otherNames().toString());
    }

    @Test
    void datedStatementsAreReadByTheirOwnColumnNames() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("p190-dated.tsv")
                .columns("id", "qid_a", "party-1-name:en", "name_a", "party-2-name:en", "name_b", "since", "since")
                .read();

        assertTrue(read.items().isEmpty());
        assertTrue(read.defects().stream().allMatch(defect -> defect.reason().startsWith("'kind' is missing")));
    }

    private static Path beside(Path start) {
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("../shared/data").normalize())) {
                return at.resolve("../shared/data").normalize();
            }
        }
        return start.resolve("shared-data");
    }
}
