package org.citykit.plugins.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.citykit.api.PartialDate;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignTablesTests {
    @TempDir
    Path folder;

    @Test
    void badWikidataRowsAreReportedAndTheirNeighboursAreKept() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("r.tsv", "Q1\tQ2\nQ3\nMilan\tQ2\nQ4\tQ4\nQ0\tQ1\nQ5\tQ6\t1994-13\nQ1\tQ2\tx\ty\tz\n")
                .format(TableFormat.WIKIDATA_P190)
                .withoutSource()
                .read();

        assertEquals(List.of("P190-Q1-Q2"), read.ids());
        assertEquals(
                List.of("r.tsv:2", "r.tsv:3:1", "r.tsv:4:4", "r.tsv:5:1", "r.tsv:6:7", "r.tsv:7:11"),
                read.defects().stream()
                        .map(defect -> defect.toString().replaceFirst(": .*", ""))
                        .toList());
    }

    @Test
    void aPairThatOneSideStatesStaysSo() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("n.tsv", "Q1\tOne\nQ2\tTwo\n")
                .file("r.tsv", "Q2\tQ1\t1994\t2003\nQ3\tQ1\nhttp://www.wikidata.org/entity/Q1\tQ3\n")
                .names("n.tsv")
                .format(TableFormat.WIKIDATA_P190)
                .withoutSource()
                .read();

        Agreement oneSided = read.agreement("P190-Q1-Q2");
        assertEquals(List.of(), read.defects());
        assertEquals(1, oneSided.statements().size());
        assertEquals("wikidata:Q2", oneSided.statements().get(0).by());
        assertEquals(
                PartialDate.year(1994), oneSided.statements().get(0).since().orElseThrow());
        assertEquals(
                PartialDate.year(2003), oneSided.statements().get(0).until().orElseThrow());
        assertEquals(2, read.agreement("P190-Q1-Q3").statements().size());
        assertEquals("One", oneSided.parties().get(0).name().in(Locale.ENGLISH));
        assertEquals("Q3", read.agreement("P190-Q1-Q3").parties().get(1).name().in(Locale.ENGLISH));
        assertEquals("Two", read.city("wikidata:Q2").name().original());
    }

    @Test
    void newNamesAreReadWhenTheTableIsUnchanged() throws Exception {
        Tables tables = Tables.in(folder)
                .file("n.tsv", "Q1\tOne\n")
                .file("r.tsv", "Q1\tQ2\n")
                .names("n.tsv")
                .format(TableFormat.WIKIDATA_P190);
        Tables.Read before = tables.read();
        tables.file("n.tsv", "Q1\tThe first\n").file("r.tsv");

        Tables.Read after = tables.read(before.next());

        assertEquals(
                "The first",
                after.agreement("P190-Q1-Q2").parties().get(0).name().original());
    }

    @Test
    void aPlaceOfGeonamesKeepsItsNamesInEveryScript() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file(
                        "cities.txt",
                        "112931\tTehran\tTehran\tTeheran,طهران,تهران,Tehran\t35.69439\t51.42151\tP\tPPLC\tIR\t\t26\t\t\t\t"
                                + "7153309\t\t1179\tAsia/Tehran\t2019-09-05\n"
                                + "1\tNowhere\t\t\t95\t0\tP\tPPL\tIR\t\t\t\t\t\t0\t\t\tAsia/Tehran\t\n"
                                + "2\tNowhere\tshort\n"
                                + "3\tAtlantis\tAtlantis\t\t0\t0\tP\tPPL\t\t\t\t\t\t\t0\t\t\t\t2019-09-05\n")
                .format(TableFormat.GEONAMES)
                .withoutSource()
                .read();

        City tehran = read.city("geonames:112931");
        assertEquals(List.of("geonames:112931", "geonames:3"), read.ids());
        assertEquals(List.of("Teheran", "طهران", "تهران"), tehran.otherNames());
        assertEquals(new BigDecimal("7153309"), tehran.figures().get(0).value());
        assertTrue(tehran.traits().contains(City.Trait.CAPITAL));
        assertTrue(read.city("geonames:3").figures().isEmpty());
        assertEquals(
                List.of(2L, 3L),
                read.defects().stream().map(defect -> defect.line()).toList());
    }
}
