package org.citykit.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {
    private static final Text CITY = Text.of("fa", "تهران").and("ar", "طهران").and("en", "Tehran");

    @ParameterizedTest
    @ValueSource(strings = {"", "f", "fa_IR", "not a tag", "fa-"})
    void aTagThatIsNoneIsRefused(String tag) {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> Text.of(tag, "text"));

        assertEquals("language", refused.field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "null\0", "bell\u0007"})
    void aTextThatSaysNothingOrCannotBeShownIsRefused(String text) {
        assertThrows(InvalidValueException.class, () -> Text.of("fa", text));
    }

    @Test
    void aTextWithoutAnyLanguageIsRefused() {
        assertThrows(InvalidValueException.class, () -> new Text(Map.of()));
    }

    @Test
    void aTextLongerThanTheLimitIsRefusedWithTheLimit() {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> Text.of("fa", "ا".repeat(100_001)));

        assertTrue(refused.getMessage().contains("100000"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"fa, تهران", "fa-IR, تهران", "ar-u-nu-latn, طهران", "en-GB-oxendict, Tehran", "zh, تهران"})
    void theWordingIsLookedUpFromTheNarrowestTagToTheOriginal(String wanted, String found) {
        assertEquals(found, CITY.in(Locale.forLanguageTag(wanted)));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertEquals(Optional.empty(), CITY.find(Locale.FRENCH));
        assertEquals("fa", CITY.tagFor(Locale.FRENCH));
    }

    @Test
    void theOriginalComesFirstWhateverComesLater() {
        assertEquals("تهران", CITY.and("fr", "Téhéran").original());
        assertEquals(List.of("fa", "ar", "en"), CITY.tags());
        assertEquals("طهران (عاصمة)", CITY.and("ar", "طهران (عاصمة)").in(Locale.forLanguageTag("ar")));
    }

    @Test
    void theGivenMapCanChangeWithoutChangingTheText() {
        Map<String, String> given = new LinkedHashMap<>(Map.of("fa", "تهران"));
        Text text = new Text(given);

        given.put("fa", "ری");

        assertEquals("تهران", text.original());
        assertThrows(UnsupportedOperationException.class, () -> text.texts().put("en", "Rey"));
    }

    @ParameterizedTest
    @CsvSource({
        "fa, RTL",
        "ar-EG, RTL",
        "he, RTL",
        "yi, RTL",
        "ckb, RTL",
        "ur, RTL",
        "en, LTR",
        "az-Arab, RTL",
        "pa-Arab, RTL",
        "fa-Latn, LTR",
        "und, LTR"
    })
    void theDirectionFollowsTheScriptAndElseTheLanguage(String tag, Direction direction) {
        assertEquals(direction, Direction.of(Locale.forLanguageTag(tag)));
    }
}
