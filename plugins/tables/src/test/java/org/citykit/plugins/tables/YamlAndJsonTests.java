package org.citykit.plugins.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlAndJsonTests {
    private static final String ROW =
            "{\"id\": \"a-1\", \"kind\": \"twin\", \"party-1-name\": \"Tehran\", \"party-2-name\": \"Milan\"}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "t.json | [{\"id\": \"a-1\"                       | line 1",
                "t.json | [{\"id\": \"a-1\"},                     | line 1",
                "t.json | [{\"id\": \"a-1\"} {\"id\": \"a-2\"}]   | line 1 column 16",
                "t.json | {\"id\": \"a-1\"}                       | must be a list of rows",
                "t.json | [] []                                   | goes on after the end of the list",
                "t.json | <html>Sign in</html>                    | line 1",
                "t.yaml | <html>Sign in</html>                    | must be a list of rows",
                "t.yaml | - id: a-1: b                            | line 1",
                "t.yaml | - {id: [a-1}                            | line 1",
            })
    void whatIsNoListOfRowsKeepsTheLastGoodData(String name, String content, String where) throws Exception {
        Tables tables = Tables.in(folder).file(name, content);

        CityKitException unreadable = assertThrows(CityKitException.class, tables::read);

        assertEquals(ApiError.DATA_UNREADABLE, unreadable.code());
        assertTrue(unreadable.getMessage().contains(where), unreadable::getMessage);
        assertTrue(unreadable.getMessage().contains("'" + name + "'"), unreadable::getMessage);
    }

    @Test
    void emptyContentKeepsTheLastGoodData() throws Exception {
        for (String name : List.of("t.json", "t.yaml")) {
            Tables tables = Tables.in(folder).file(name, "");

            assertEquals(
                    ApiError.DATA_UNREADABLE,
                    assertThrows(CityKitException.class, tables::read).code());
        }
    }

    @Test
    void aListWithoutRowsIsAnEmptyTable() throws Exception {
        assertEquals(List.of(), Tables.in(folder).file("t.json", "[]").read().items());
    }

    @Test
    void somethingElseThanARowIsReportedAndItsNeighboursAreKept() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("t.json", "[\n  7,\n  " + ROW + ",\n  [1, 2],\n  null,\n  {\"id\": \"a-2\"}\n]")
                .read();

        assertEquals(List.of("a-1"), read.ids());
        assertEquals(
                List.of("t.json:2:3", "t.json:4:3", "t.json:5:3", "t.json:6"),
                read.defects().stream()
                        .map(defect -> defect.toString().replaceFirst(": .*", ""))
                        .toList());
    }

    @Test
    void aliasesAreRefusedSoThatNoBombGoesOffAndNoNameIsTakenForAValue() throws Exception {
        StringBuilder bomb = new StringBuilder("- &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            char before = (char) (c - 1);
            bomb.append("- &")
                    .append(c)
                    .append(" [")
                    .append(("*" + before + ", ").repeat(8))
                    .append("*")
                    .append(before)
                    .append("]\n");
        }
        Tables exploding = Tables.in(folder).file("bomb.yaml", bomb.toString());
        Tables repeating =
                Tables.in(folder).file("t.yaml", "- { id: a-1, source: &s Register }\n- { id: a-2, source: *s }\n");

        assertEquals(
                ApiError.DATA_UNREADABLE,
                assertThrows(CityKitException.class, exploding::read).code());
        CityKitException refused = assertThrows(CityKitException.class, repeating::read);
        assertTrue(refused.getMessage().contains("'t.yaml' line 2"), refused::getMessage);
    }

    @Test
    void depthIsBounded() throws Exception {
        for (String name : List.of("t.json", "t.yaml")) {
            Tables tables = Tables.in(folder).file(name, "[".repeat(100_000));

            assertEquals(
                    ApiError.DATA_UNREADABLE,
                    assertThrows(CityKitException.class, tables::read).code());
        }
    }

    @Test
    void aListInsideARowBecomesItsParts() throws Exception {
        Tables.Read read = Tables.in(folder).file("t.yaml", """
                        - type: city
                          id: wikidata:Q3616
                          name: { fa: تهران, en: Tehran }
                          traits: [capital, science]
                        """).read();

        assertEquals(2, read.city("wikidata:Q3616").traits().size());
        assertEquals(List.of("fa", "en"), read.city("wikidata:Q3616").name().tags());
    }

    @Test
    void yamlValuesStayTheTextThatWasWritten() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("t.yaml", "- { id: NO, kind: twin, party-1-name: yes, party-2-name: 010, since: 0994 }\n")
                .read();

        assertEquals(List.of("NO"), read.ids());
        assertEquals("yes", read.agreement("NO").parties().get(0).name().original());
        assertEquals("010", read.agreement("NO").parties().get(1).name().original());
    }
}
