package org.citykit.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTests {
    @ParameterizedTest
    @ValueSource(strings = {"", "Q3616", "Wikidata:Q3616", "wikidata:", "wiki data:Q1", "wikidata:Q 1", ":Q1"})
    void whatIsNoCityReferenceIsRefused(String text) {
        assertThrows(InvalidValueException.class, () -> CityRef.parse(text));
    }

    @Test
    void aCityReferenceReadsWhatItWrites() {
        CityRef ref = CityRef.parse("tehran:region:22");

        assertEquals("tehran", ref.scheme());
        assertEquals("region:22", ref.value());
        assertEquals(ref, CityRef.parse(ref.toString()));
    }

    @Test
    void aPointOffTheEarthIsRefused() {
        assertThrows(InvalidValueException.class, () -> new GeoPoint(90.1, 0));
        assertThrows(InvalidValueException.class, () -> new GeoPoint(0, -180.1));
        assertThrows(InvalidValueException.class, () -> new GeoPoint(Double.NaN, 0));
    }

    @Test
    void aCursorIsLimited() {
        assertThrows(InvalidValueException.class, () -> Cursor.of("x".repeat(Cursor.LENGTH + 1)));
    }

    @Test
    void aCursorOfPartsGivesThemBackInAnyOrder() {
        Cursor etag = Cursor.of("\"a=b&c\" تهران");
        Cursor both = Cursor.ofParts(Map.of("https://a.example/?x=1&y=2", etag, "b", Cursor.start()));

        assertEquals(etag, both.part("https://a.example/?x=1&y=2"));
        assertTrue(both.part("b").isStart());
        assertTrue(both.part("never seen").isStart());
        assertEquals(both, Cursor.ofParts(both.parts()));
    }

    @Test
    void aCursorThatIsNotOfPartsHasNone() {
        assertEquals(Map.of(), Cursor.of("revision 17").parts());
        assertEquals(Map.of(), Cursor.of("a=%zz").parts());
        assertEquals(Map.of(), Cursor.start().parts());
    }

    @Test
    void aRevisionOfPartsTellsEveryDifferenceApart() {
        Revision revision = Revision.of(List.of("a", "bc"));

        assertEquals(revision, Revision.of(List.of("a", "bc")));
        assertNotEquals(revision, Revision.of(List.of("ab", "c")));
        assertNotEquals(revision, Revision.of(List.of("bc", "a")));
        assertNotEquals(Revision.NONE, Revision.of(List.of()));
    }

    @Test
    void aSecretIsNeverPrintedAndOnlyEqualToItself() {
        Secret secret = Secret.of("hunter2");

        assertFalse(secret.toString().contains("hunter2"));
        assertFalse(("settings " + secret).contains("hunter2"));
        assertNotEquals(secret, Secret.of("hunter2"));
        assertEquals("hunter2", secret.reveal());
    }

    @Test
    void contentIsReadInTheCharsetOfItsType() {
        byte[] latin = "Zürich".getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = "\uFEFFتهران".getBytes(StandardCharsets.UTF_8);

        assertEquals(
                "Zürich",
                Fetched.of(latin, "text/csv; charset=\"iso-8859-1\"", Cursor.start())
                        .text());
        assertEquals(
                "تهران",
                Fetched.of(marked, "text/csv;charset=utf8x", Cursor.start()).text());
    }

    @Test
    void fetchedContentCannotBeChangedFromOutside() throws Exception {
        byte[] given = {1, 2, 3};
        Fetched fetched = Fetched.of(given, "", Cursor.start());

        given[0] = 9;

        assertEquals(1, fetched.body().read());
        assertEquals(1, fetched.body().read());
    }

    @Test
    void limitsThatLimitNothingAreRefused() {
        Duration second = Duration.ofSeconds(1);

        assertThrows(InvalidValueException.class, () -> new Limits(0, 1, 0, second, second, second));
        assertThrows(InvalidValueException.class, () -> new Limits(1, 1L << 31, 0, second, second, second));
        assertThrows(InvalidValueException.class, () -> new Limits(1, 1, 0, Duration.ZERO, second, second));
    }

    @Test
    void everyErrorHasItsOwnAnchorAndAMessageThatNamesIt() {
        Set<String> anchors = new HashSet<>();
        for (ApiError error : ApiError.values()) {
            assertTrue(error.anchor().matches("[a-z]+(-[a-z]+)*"), error.anchor());
            assertTrue(anchors.add(error.anchor()), error.anchor());
            assertTrue(new CityKitException(error, "Told.").getMessage().endsWith("errors.md#" + error.anchor()));
        }
    }

    @Test
    void aDefectSaysWhere() {
        assertEquals("a.csv:3:7: no date", new Defect("a.csv", 3, 7, "no date").toString());
        assertEquals("a.csv:3: no date", new Defect("a.csv", 3, 0, "no date").toString());
        assertEquals("a.csv: no date", new Defect("a.csv", 0, 0, "no date").toString());
    }
}
