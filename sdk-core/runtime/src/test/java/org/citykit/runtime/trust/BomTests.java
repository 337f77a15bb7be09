package org.citykit.runtime.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BomTests {
    private static final String GOOD = """
            {
            \t"bomFormat": "CycloneDX", "specVersion": "1.5",
            \t"metadata": {"component": {"name": "the plugin itself"}},
            \t"components": [
            \t\t{"type": "library", "group": "org.example", "name": "csv", "version": "2.1",
            \t\t "purl": "pkg:maven\\/org.example/csv@2.1",
            \t\t "licenses": [{"license": {"id": "Apache-2.0"}}, {"license": {"name": "The \\"Other\\" Licence"}}],
            \t\t "components": [{"name": "inner", "licenses": [{"expression": "MIT OR GPL-2.0-only"}]}]},
            \t\t{"name": "باران"}
            \t]
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|NOT_CYCLONEDX",
                "{|UNREADABLE",
                "{\"a\": [}|UNREADABLE",
                "[]|NOT_CYCLONEDX",
                "text|NOT_CYCLONEDX",
                "{\"bomFormat\": \"SPDX\"}|NOT_CYCLONEDX",
                "{\"bomFormat\": [\"CycloneDX\"]}|NOT_CYCLONEDX",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"9.0\"}|VERSION_UNKNOWN",
                "{\"bomFormat\": \"CycloneDX\"}|VERSION_UNKNOWN",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.4\", \"components\": {}}|COMPONENT_BROKEN",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [1]}|COMPONENT_BROKEN",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [{}]}|COMPONENT_BROKEN",
            })
    void whatIsWrongBecomesADefect(String json, Bom.Kind kind) {
        Bom bom = read(json);

        assertEquals(1, bom.defects().size(), bom::toString);
        assertEquals(kind, bom.defects().get(0).kind(), bom::toString);
        assertEquals(List.of(), bom.components());
    }

    @Test
    void oneBrokenComponentCostsNoOther() {
        Bom bom = read(GOOD.replace("\"name\": \"csv\"", "\"name\": null"));

        assertEquals(
                List.of("inner", "باران"),
                bom.components().stream().map(Bom.Component::name).toList());
        assertEquals(5, bom.defects().get(0).line());
    }

    @Test
    void everyComponentIsReadThoseInsideOthersAmongThem() {
        Bom bom = read(GOOD);

        assertEquals(List.of(), bom.defects());
        assertEquals("1.5", bom.specVersion());
        assertEquals(
                List.of(
                        new Bom.Component(
                                "org.example",
                                "csv",
                                "2.1",
                                "Apache-2.0, The \"Other\" Licence",
                                "pkg:maven/org.example/csv@2.1"),
                        new Bom.Component("", "inner", "", "MIT OR GPL-2.0-only", ""),
                        new Bom.Component("", "باران", "", "", "")),
                bom.components());
    }

    @Test
    void thousandsOfComponentsAreCounted() {
        String many = IntStream.range(0, 5_003)
                .mapToObj(i -> "{\"name\": \"c" + i + "\"}")
                .collect(Collectors.joining(","));

        Bom bom = read("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.4\", \"components\": [" + many + "]}");

        assertEquals(5_000, bom.components().size());
        assertEquals(Bom.Kind.TOO_MANY, bom.defects().get(0).kind());
        assertTrue(bom.defects().get(0).message().contains("3 more"), bom.defects()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"components\":[{\"components\":["})
    void depthEnds(String opening) {
        assertEquals(
                Bom.Kind.UNREADABLE,
                read(opening.repeat(100_000)).defects().get(0).kind());
    }

    @Test
    void sizeEnds() {
        Bom bom = Bom.read(new byte[(4 << 20) + 1]);

        assertEquals(Bom.Kind.UNREADABLE, bom.defects().get(0).kind());
    }

    @Test
    void aliasesRepeatNothing() {
        Bom bom = read("{\"a\": &x [1, 1, 1], \"b\": [*x, *x, *x]}");

        assertEquals(Bom.Kind.UNREADABLE, bom.defects().get(0).kind());
    }

    @Test
    void longTextsAndControlCharactersAreTamed() {
        Bom bom =
                read("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.4\", \"components\": [{\"name\": \"a\\u001bb"
                        + "x".repeat(1_000) + "\"}]}");

        String name = bom.components().get(0).name();
        assertTrue(name.startsWith("a\\u001Bb"), name);
        assertTrue(name.length() < 310, name);
    }

    @Test
    void damagedBytesNeverThrow() {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = good.clone();
            for (int hit = 0; hit < 3; hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            Bom bom = Bom.read(bytes);

            assertTrue(bom.components().size() <= 4);
        }
    }

    private static Bom read(String json) {
        return Bom.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
