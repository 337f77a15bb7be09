package org.citykit.plugins.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.citykit.api.ApiError;
import org.citykit.api.CalendarSystem;
import org.citykit.api.CityKitException;
import org.citykit.api.Outcome;
import org.citykit.api.PartialDate;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CitykitTablesTests {
    private static final String CSV = """
            id,kind,party-1,party-1-name:fa,party-2,party-2-name:en,by,since
            a-1,twin,wikidata:Q3616,تهران,wikidata:Q490,Milan,1,1994
            a-2,friendship,wikidata:Q3616,تهران,wikidata:Q1490,Tokyo,,1999-05
            """;

    @TempDir
    Path folder;

    @Test
    void aMissingSourceIsAskedForRowByRow() throws Exception {
        Tables.Read read = Tables.in(folder).file("t.csv", CSV).withoutSource().read();

        assertEquals(List.of(), read.items());
        assertEquals(
                "t.csv:2: 'source' is missing; give it in the row or as 'source' in the settings",
                read.defects().get(0).toString());
    }

    @Test
    void anUnchangedFileIsNotReadAgain() throws Exception {
        Tables tables = Tables.in(folder).file("t.csv", CSV);
        Tables.Read first = tables.read();

        assertInstanceOf(Outcome.NothingNew.class, tables.read(first.next()).outcome());
    }

    @Test
    void everyLayoutGivesTheSameItems() throws Exception {
        List<?> csv = Tables.in(folder).file("t.csv", CSV).read().items();

        assertEquals(
                csv,
                Tables.in(folder).file("t.tsv", CSV.replace(',', '\t')).read().items());
        assertEquals(csv, Tables.in(folder).file("t.json", """
                                [{"id": "a-1", "kind": "twin", "party-1": "wikidata:Q3616", "party-1-name": {"fa": "تهران"},
                                  "party-2": "wikidata:Q490", "party-2-name": {"en": "Milan"}, "by": 1, "since": 1994},
                                 {"id": "a-2", "kind": "friendship", "party-1": "wikidata:Q3616",
                                  "party-1-name:fa": "تهران", "party-2": "wikidata:Q1490",
                                  "party-2-name": {"en": "Tokyo"}, "by": null, "since": "1999-05"}]
                                """).read().items());
        assertEquals(csv, Tables.in(folder).file("t.yaml", """
                                - id: a-1
                                  kind: twin
                                  party-1: wikidata:Q3616
                                  party-1-name: { fa: تهران }
                                  party-2: wikidata:Q490
                                  party-2-name: { en: Milan }
                                  by: 1
                                  since: 1994
                                - { id: a-2, kind: friendship, party-1: wikidata:Q3616, party-1-name: { fa: تهران },
                                    party-2: wikidata:Q1490, party-2-name: { en: Tokyo }, since: 1999-05 }
                                """).read().items());
    }

    @Test
    void aPackedTableIsReadByTheLayoutOfItsName() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(CSV.replace(',', '\t').getBytes(StandardCharsets.UTF_8));
        }

        Tables.Read read =
                Tables.in(folder).file("t.tsv.gz", packed.toByteArray()).read();

        assertEquals(List.of("a-1", "a-2"), read.ids());
    }

    @Test
    void byteOrderMarkCarriageReturnsBlankLinesAndCommentsDoNotMatter() throws Exception {
        String odd = "\uFEFF# kept by the twinning office\r\n" + CSV.replace("\n", "\r\n\r\n") + "# end\r\n";

        Tables.Read read = Tables.in(folder).file("t.csv", odd).read();

        assertEquals(Tables.in(folder).file("u.csv", CSV).read().items(), read.items());
        assertEquals(List.of(), read.defects());
    }

    @Test
    void theTableMayCallItsColumnsOtherwise() throws Exception {
        String theirs = CSV.replace("id,kind", "Nr,Art").replace("since", "In Kraft seit");

        Tables.Read read = Tables.in(folder)
                .file("t.csv", theirs)
                .columns("id", "nr", "kind", "Art", "since", "in kraft seit")
                .read();

        assertEquals(Tables.in(folder).file("u.csv", CSV).read().items(), read.items());
    }

    @Test
    void aColumnThatTheSettingsNameAndTheTableLacksIsReported() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("t.csv", CSV)
                .columns("until", "beendet am")
                .read();

        assertEquals(2, read.items().size());
        assertEquals(
                "t.csv:1: the settings name a column for 'until', which this line does not have",
                read.defects().get(0).toString());
    }

    @Test
    void aTableWithoutAFirstLineCountsItsColumns() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("t.csv", "x,a-1,twin,Tehran,Milan\ny,a-2,twin,Tehran,Rome\n")
                .columns("id", "2", "kind", "3", "party-1-name:en", "4", "party-2-name:en", "5")
                .read();

        assertEquals(List.of("a-1", "a-2"), read.ids());
        assertEquals("Milan", read.agreement("a-1").parties().get(1).name().in(Locale.ENGLISH));
    }

    @Test
    void theFirstOfTwoColumnsOfOneNameIsUsed() throws Exception {
        Tables.Read read = Tables.in(folder)
                .file("t.csv", "ID,kind,Party-1-name,party-2-name,kind\na-1,twin,Tehran,Milan,charter\n")
                .read();

        assertEquals(AgreementKind.TWIN, read.agreement("a-1").kind());
        assertEquals(
                "t.csv:1: has the column 'kind' twice; the first is used",
                read.defects().get(0).toString());
    }

    @Test
    void digitsOfEveryScriptAreRead() throws Exception {
        Tables.Read read = Tables.in(folder).file("t.csv", """
                        type,id,kind,party-1-name:fa,party-2-name:fa,since,since-calendar,of,measure:fa,value,name:fa,latitude,longitude
                        agreement,a-1,twin,تهران,میلان,۱۳۷۰-۰۵-۱۲,persian,,,,,,
                        figure,,,,,,,a-1,بودجه,۱٬۲۰۴٫۵,,,
                        city,wikidata:Q3616,,,,,,,,,تهران,٣٥٫٦٨,۵۱٫۳۸
                        """).read();

        Agreement agreement = read.agreement("a-1");
        assertEquals(List.of(), read.defects());
        assertEquals(
                PartialDate.parse("1370-05-12", CalendarSystem.PERSIAN),
                agreement.statements().get(0).since().orElseThrow());
        assertEquals(new BigDecimal("1204.5"), agreement.resources().get(0).value());
        assertEquals(35.68, read.city("wikidata:Q3616").location().orElseThrow().latitude());
    }

    @Test
    void rowsOfOneAgreementComeTogetherWithEverySideStatingForItself() throws Exception {
        Tables.Read read = Tables.in(folder).file("t.csv", """
                        type,id,kind,title:en,party-1,party-1-name,party-2,party-2-name,by,since,state,state-at,reason,dimensions,fields,authority,authority-state,at,address,source
                        agreement,a-1,twin,Pact,wikidata:Q1,One,wikidata:Q2,Two,1,1994,signed,1994-05-01,,culture=60;economy=40,culture; education,Foreign Ministry,told,,,
                        agreement,a-1,friendship,,wikidata:Q1,One,wikidata:Q2,Two,2,1995,suspended,2022,conflict,,,,,,,Two's list
                        activity,a-1,,Exchange,,,,,,,,,,,education,,,2019-04,,
                        document,a-1,,The text,,,,,,,,,,,,,,1994,https://register.example/a-1.pdf,
                        """).read();

        assertEquals(List.of(), read.defects());
        Agreement agreement = read.agreement("a-1");
        assertEquals(AgreementKind.TWIN, agreement.kind());
        assertEquals(
                List.of("wikidata:Q1", "wikidata:Q2"),
                agreement.statements().stream().map(statement -> statement.by()).toList());
        assertEquals(
                List.of(LifecycleState.SIGNED, LifecycleState.SUSPENDED),
                agreement.lifecycle().stream().map(step -> step.state()).toList());
        assertEquals(ReasonCode.UNSTATED, agreement.lifecycle().get(0).reason());
        assertEquals(Map.of(Dimension.CULTURE, 60, Dimension.ECONOMY, 40), agreement.dimensions());
        assertEquals(1, agreement.activities().size());
        assertEquals(1, agreement.documents().size());
        assertEquals(1, agreement.coordination().size());
        assertEquals(
                "Two's list",
                agreement.statements().get(1).provenance().source().original());
    }

    @Test
    void anAgreementMayHaveAnyNumberOfSides() throws Exception {
        StringBuilder head = new StringBuilder("id,kind");
        StringBuilder row = new StringBuilder("n-1,network-membership");
        for (int i = 1; i <= 12; i++) {
            head.append(",party-").append(i).append("-name");
            row.append(",City").append(i);
        }

        Tables.Read read =
                Tables.in(folder).file("t.csv", head + "\n" + row + "\n").read();

        assertEquals(12, read.agreement("n-1").parties().size());
    }

    @Test
    void aCityHasNamesTraitsAndFigures() throws Exception {
        Tables.Read read = Tables.in(folder).file("t.csv", """
                        type,id,name:fa,name:en,other-names,same-as,country,latitude,longitude,zone,traits,of,measure:en,value,approximate,at,retrieved,source:en
                        city,wikidata:Q3616,تهران,Tehran,Teheran؛طهران,geonames:112931,ir,35.69,51.39,Asia/Tehran,capital;science,,,,,,2026-04-01,Register
                        figure,,,,,,,,,,,wikidata:Q3616,Population,"8,693,706",yes,2016,,Census
                        """).read();

        City city = read.city("wikidata:Q3616");
        assertEquals(List.of(), read.defects());
        assertEquals(List.of("Teheran", "طهران"), city.otherNames());
        assertEquals("IR", city.country());
        assertEquals(Set.of(City.Trait.CAPITAL, City.Trait.SCIENCE), city.traits());
        assertEquals(new BigDecimal("8693706"), city.figures().get(0).value());
        assertTrue(city.figures().get(0).approximate());
        assertEquals(
                Instant.parse("2026-04-01T00:00:00Z"),
                city.provenance().retrieved().orElseThrow());
    }

    @Test
    void aNetworkHasItsMembers() throws Exception {
        Tables.Read read = Tables.in(folder).file("t.csv", """
                        type,id,name:en,acronym,founded,web,member,member-name:en,role,from
                        network,n-1,River Cities,RC,1998,https://rivers.example/,,,,
                        membership,n-1,,,,,wikidata:Q3616,Tehran,member,2003
                        membership,n-1,,,,,,Milan,,2004
                        """).read();

        assertEquals(List.of(), read.defects());
        assertEquals(2, read.network("n-1").members().size());
        assertEquals("RC", read.network("n-1").acronym());
    }

    @Test
    void contentThatIsNoTableKeepsTheLastGoodData() throws Exception {
        for (String content : List.of("", "\n\n", "<html>Sign in</html>", "name;country\nTehran;IR\n")) {
            Tables csv = Tables.in(folder).file("t.csv", content);
            Tables tsv = Tables.in(folder).file("t.tsv", content);

            assertEquals(
                    ApiError.DATA_UNREADABLE,
                    assertThrows(CityKitException.class, csv::read).code());
            assertEquals(
                    ApiError.DATA_UNREADABLE,
                    assertThrows(CityKitException.class, tsv::read).code());
        }
    }

    @Test
    void aMissingFileKeepsTheLastGoodData() throws Exception {
        Tables tables = Tables.in(folder).file("t.csv", CSV);
        Files.delete(folder.resolve("t.csv"));

        assertEquals(
                ApiError.FILE_UNREADABLE,
                assertThrows(CityKitException.class, tables::read).code());
    }

    @Test
    void readingStopsWhenItsTimeIsUp() throws Exception {
        Tables tables = Tables.in(folder).file("t.csv", CSV);

        Thread.currentThread().interrupt();
        CityKitException stopped = assertThrows(CityKitException.class, tables::read);

        assertTrue(Thread.interrupted(), "The interrupt was swallowed.");
        assertEquals(ApiError.LIMIT_EXCEEDED, stopped.code());
    }
}
