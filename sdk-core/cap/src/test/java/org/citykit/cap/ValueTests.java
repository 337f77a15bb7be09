package org.citykit.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTests {
    @Test
    void aBuilderWithoutARequiredPartNamesTheElement() {
        Alert.Builder unfinished = Alert.builder().identifier("1").sender("a").sent(Samples.SENT);

        CapValueException refusal = assertThrows(CapValueException.class, unfinished::build);

        assertEquals(FindingCode.ELEMENT_MISSING, refusal.code());
        assertTrue(refusal.getMessage().contains("status"), refusal.getMessage());
    }

    @Test
    void anInfoBlockWithoutACategoryIsRefused() {
        Info.Builder builder = Samples.info("en", "x").categories(List.of());

        assertRefused(FindingCode.ELEMENT_MISSING, builder::build);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US", "12345", "toolonglang", "??", "en-", "-en", "en--US", "فا", "en US"})
    void aLanguageThatIsNoTagIsRefused(String tag) {
        assertRefused(
                FindingCode.LANGUAGE_MALFORMED, () -> Samples.info(tag, "x").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN", "fr-CA", "i-klingon", "de-1901", "zh-cmn-Hans", "fa-IR-u-ca-persian"})
    void aLanguageTagIsKept(String tag) {
        assertEquals(tag, Samples.info(tag, "x").build().languageOrDefault());
    }

    @Test
    void aCharacterXmlCannotCarryIsRefusedByItsNumber() {
        String[] forbidden = {"a\u0000b", "a\u0008b", "a\uD800b", "a\uDC00", "a\uFFFEb"};

        for (String text : forbidden) {
            assertRefused(
                    FindingCode.CHARACTER_FORBIDDEN,
                    () -> Samples.info("en", text).build());
        }
    }

    @Test
    void blankTextsAreRefusedAndSurroundingSpaceAndLineEndsAreMadeOne() {
        assertRefused(FindingCode.TEXT_BLANK, () -> Samples.info("en", " \r\n ").build());

        assertEquals(
                "a\nb\nc", Samples.info("en", " a\r\nb\rc\t").build().headline().orElseThrow());
    }

    @Test
    void aSizeBelowZeroIsRefused() {
        Resource.Builder builder =
                Resource.builder().description("x").mimeType("image/png").size(-1L);

        assertRefused(FindingCode.NUMBER_MALFORMED, builder::build);
    }

    @Test
    void anInfiniteAltitudeIsRefused() {
        assertRefused(
                FindingCode.NUMBER_MALFORMED,
                () -> Samples.area().altitude(Double.POSITIVE_INFINITY).build());
    }

    @Test
    void listsAreCopied() {
        List<Info> infos = new ArrayList<>(List.of(Samples.info("en", "x").build()));
        Alert alert = Samples.alert().infos(infos).build();

        infos.clear();

        assertEquals(1, alert.infos().size());
        assertThrows(UnsupportedOperationException.class, () -> alert.infos().clear());
    }

    @Test
    void aCopyThroughTheBuilderIsEqual() {
        Alert alert = Samples.full();
        Info info = alert.infos().get(0);

        assertEquals(alert, alert.toBuilder().build());
        assertEquals(info, info.toBuilder().build());
        assertEquals(info.areas().get(0), info.areas().get(0).toBuilder().build());
        assertEquals(
                info.resources().get(0), info.resources().get(0).toBuilder().build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a,b", "a,b,c", "a,b c,2002-05-24T16:49:00-07:00", ",b,2002-05-24T16:49:00-07:00"})
    void aReferenceThatIsNoTripletIsRefused(String text) {
        assertRefused(FindingCode.REFERENCE_MALFORMED, () -> Reference.parse(text));
    }

    @Test
    void aReferenceReadsAndWritesItsTriplet() {
        Reference reference = Reference.parse("a@b,id-1,2002-05-24T16:49:00-00:00");

        assertEquals(new Reference("a@b", "id-1", OffsetDateTime.parse("2002-05-24T16:49:00Z")), reference);
        assertEquals("a@b,id-1,2002-05-24T16:49:00-00:00", reference.text());
    }

    @Test
    void namesWithSpacesAreQuotedInAGroup() {
        List<String> members = List.of("one", "two words", "سه");

        assertEquals("one \"two words\" سه", Group.format(members));
        assertEquals(members, Group.parse(" one\n\"two words\"  سه "));
        assertRefused(FindingCode.GROUP_MALFORMED, () -> Group.parse("one \"two"));
        assertRefused(FindingCode.GROUP_MALFORMED, () -> Group.parse("o\"ne\""));
        assertRefused(
                FindingCode.GROUP_MALFORMED,
                () -> Samples.alert().addresses(List.of("a\"b")).build());
    }

    @Test
    void everyFindingCodeSaysWhatToDoAndWhere() {
        for (FindingCode code : FindingCode.values()) {
            assertTrue(code.remedy().endsWith("."), code.name());
            assertTrue(code.section().startsWith("§"), code.name());
            assertTrue(code.slug().matches("[a-z0-9-]+"), code.slug());
        }
    }

    @Test
    void aFindingReadsAsOneLine() {
        Finding finding = Finding.of(FindingCode.POLYGON_OPEN, "/alert/info[2]/area/polygon", "It is open.")
                .at(new Finding.Position(7, 12));

        assertEquals(
                "ERROR polygon-open /alert/info[2]/area/polygon (line 7, column 12): It is open."
                        + " Repeat the first point at the end. CAP 1.2 §3.2.4.",
                finding.toString());
    }

    private static void assertRefused(FindingCode code, Executable making) {
        assertEquals(code, assertThrows(CapValueException.class, making).code());
    }
}
