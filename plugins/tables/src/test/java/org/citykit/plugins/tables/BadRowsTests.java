package org.citykit.plugins.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citykit.api.Defect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadRowsTests {
    private static final String HEAD =
            "type,id,kind,party-1-name,party-2-name,by,since,party-1-country,dimensions,name,latitude,longitude,zone,web,"
                    + "of,measure,value,source,source-address\n";
    private static final String ABOVE = "agreement,above,twin,Tehran,Milan\n";
    private static final String BELOW = "agreement,below,twin,Tehran,Rome\n";

    @TempDir
    Path folder;

    static Stream<Arguments> rows() {
        return Stream.of(
                row("agreement,,twin,A,B", 0, "'id' is missing"),
                row("agreement,has space,twin,A,B", 11, "'id' must have 1 to 200 characters without white space"),
                row("agreement,x,marriage,A,B", 13, "'kind' cannot be \"marriage\"; use one of"),
                row("agreement,x,,A,B", 0, "'kind' is missing"),
                row("agreement,x,twin,A,", 0, "'parties.size' must be between 2"),
                row("agreement,x,twin,A,A", 0, "'parties.size' must be between 2"),
                row("agreement,x,twin,A,B,3", 22, "'by' must count the parties from 1 to 2"),
                row("agreement,x,twin,A,B,me", 22, "'by' cannot be \"me\""),
                row("agreement,x,twin,A,B,,12 May 1994", 23, "'since' must be a year, month or day"),
                row("agreement,x,twin,A,B,,1994-13", 23, "'since'"),
                row("agreement,x,twin,A,B,,1994-02-30", 23, "'since'"),
                row("agreement,x,twin,A,B,,,Italy", 24, "'party-1-country' must be a country's two letters"),
                row("agreement,x,twin,A,B,,,,culture=lots", 25, "'dimensions' must be a number"),
                row("agreement,x,twin,A,B,,,,culture=1e999999999", 25, "'dimensions' must be a number"),
                row("city,wikidata:Q1", 0, "'name' is missing"),
                row("city,Q1,,,,,,,,One", 6, "'id' must look like wikidata:Q3616"),
                row("city,wikidata:Q1,,,,,,,,One,95,10", 29, "'latitude' must be between"),
                row("city,wikidata:Q1,,,,,,,,One,north,10", 29, "'latitude' must be a number"),
                row("city,wikidata:Q1,,,,,,,,One,1,1,Mars/Base", 33, "'zone' cannot be \"Mars/Base\""),
                row("network,n,,,,,,,,Net,,,,rivers", 25, "'web' must be a web address"),
                row("figure,,,,,,,,,,,,,,above,Budget,12€", 34, "'value' must be a number"),
                row("figure,,,,,,,,,,,,,,above,Budget,\"12,5\"", 34, "'value' must be a number"),
                row("figure,,,,,,,,,,,,,,nobody,Budget,1", 21, "'of' names \"nobody\", which no earlier row has begun"),
                row("activity,nobody", 10, "'id' names \"nobody\""),
                row("marriage,x", 1, "'type' must be agreement, activity"),
                row("network,above,,,,,,,,Net", 1, "'type' cannot be \"network\" for \"above\""),
                row("agreement,x,twin,A,B,,,,,,,,,,,,,,,,,", 0, "the row has 22 cells, but the table has 19 columns"),
                row("agreement,\"x,twin,A,B", 11, "a quotation mark is not closed"),
                row("agreement,x,twin,A,B,,,,,,,,,,,,,List,/list", 39, "'source-address' must be a web address"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRowThatCannotBeUsedIsReportedAndItsNeighboursAreKept(String row, long column, String reason)
            throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("t.csv", HEAD + ABOVE + row + "\n" + BELOW)
                .read();

        assertEquals(List.of("above", "below"), read.ids());
        assertEquals(1, read.defects().size(), () -> read.defects().toString());
        Defect defect = read.defects().get(0);
        assertEquals(3, defect.line(), defect::toString);
        assertEquals(column, defect.column(), defect::toString);
        assertTrue(defect.reason().startsWith(reason), defect::toString);
    }

    @Test
    void aRowThatIsRefusedLeavesNothingOfItself() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file(
                        "t.csv",
                        HEAD + ABOVE + "agreement,above,friendship,Paris,Oslo,,1994-13\n"
                                + "agreement,above,contact,Tehran,Milan,,,,culture=10;magic=3\n" + BELOW)
                .read();

        assertEquals(2, read.agreement("above").parties().size());
        assertEquals(1, read.agreement("above").statements().size());
        assertTrue(read.agreement("above").dimensions().isEmpty());
        assertEquals(2, read.defects().size());
    }

    @Test
    void twoRowsWithAnOpenQuotationMarkDoNotSwallowTheRowsBetweenThem() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file(
                        "t.csv",
                        HEAD + ABOVE + "agreement,x,twin,\"A,B\n" + "agreement,between,twin,C,D\n"
                                + "agreement,y,twin,\"E,F\n" + BELOW)
                .read();

        assertEquals(List.of("above", "between", "below"), read.ids());
        assertEquals(List.of(3L, 5L), read.defects().stream().map(Defect::line).toList());
    }

    @Test
    void aRowMayGoOverSeveralLinesInsideQuotationMarks() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file(
                        "t.csv",
                        "id,kind,party-1-name,party-2-name,note\na-1,twin,A,B,\"one \"\"line\"\"\nand another\"\nbad\n")
                .read();

        assertEquals(
                "one \"line\"\nand another",
                read.agreement("a-1").statements().get(0).note().orElseThrow().original());
        assertEquals(4, read.defects().get(0).line());
    }

    @Test
    void anotherEncodingCostsItsRowsAndIsNamed() throws Exception {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes("id,kind,party-1-name,party-2-name\na-1,twin,Tehran,Milan\n".getBytes(StandardCharsets.UTF_8));
        mixed.writeBytes("a-2,twin,تهران,Rome\n".getBytes(Charset.forName("windows-1256")));

        Tables.Read read = Tables.in(folder).file("t.csv", mixed.toByteArray()).read();

        assertEquals(List.of("a-1"), read.ids());
        assertEquals(
                "t.csv:3:10: 'party-1-name' is not written in UTF-8",
                read.defects().get(0).toString());
    }

    @Test
    void aControlCharacterInACellCostsItsRowAlone() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file(
                        "t.tsv",
                        "id\tkind\tparty-1-name\tparty-2-name\na-1\ttwin\tTeh\u0007ran\tMilan\na-2\ttwin\tTehran\tRome\n")
                .read();

        assertEquals(List.of("a-2"), read.ids());
        assertEquals(2, read.defects().get(0).line());
    }

    private static Arguments row(String row, long column, String reason) {
        return Arguments.of(row, column, reason);
    }
}
