package org.citykit.host.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.citykit.api.twinning.LifecycleState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTests {
    record Greetings(String hello, String seeYouLater) {}

    @Test
    void aMissingAnEmptyAndAnUnknownPhraseAreNamedTogether() throws IOException {
        Phrases phrases = Phrases.read("xx.properties", new StringReader("greet.hello =\ngreet.typo = Hallo\n"));

        phrases.words("greet", Greetings.class);
        LanguageException refused = assertThrows(LanguageException.class, phrases::complete);

        assertTrue(refused.getMessage().contains("xx.properties"));
        assertTrue(refused.getMessage().contains("missing [greet.hello, greet.see-you-later]"));
        assertTrue(refused.getMessage().contains("unknown [greet.typo]"));
    }

    @Test
    void aMissingLabelOfAChoiceIsNamed() throws IOException {
        Phrases phrases = Phrases.read("xx.properties", new StringReader("lifecycle-state.void = nichtig"));

        phrases.labels(LifecycleState.class);
        LanguageException refused = assertThrows(LanguageException.class, phrases::complete);

        assertTrue(refused.getMessage().contains("lifecycle-state.proposed"));
    }

    @Test
    void aLanguageWithoutTextsIsRefusedWithThoseThatThereAre() {
        LanguageException refused =
                assertThrows(LanguageException.class, () -> Languages.of(List.of(Locale.forLanguageTag("de"))));

        assertTrue(refused.getMessage().contains("'de'"));
        assertTrue(refused.getMessage().contains("fa, ar, en"));
    }

    @Test
    void everyPhraseStandsInTheComponentOfItsName() throws IOException {
        Phrases phrases = Phrases.read("xx.properties", new StringReader("greet.see-you-later = B\ngreet.hello = A\n"));

        Greetings greetings = phrases.words("greet", Greetings.class);
        phrases.complete();

        assertEquals(new Greetings("A", "B"), greetings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "ar", "en"})
    void everyLanguageIsComplete(String tag) {
        Language language = Language.of(Locale.forLanguageTag(tag));

        assertEquals(tag, language.tag());
        assertEquals(tag.equals("en") ? "ltr" : "rtl", language.direction());
        assertEquals(
                LifecycleState.values().length,
                language.labels().twinning().state().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "ar"})
    void whatIsFilledInStandsInEveryLanguage(String tag) {
        Words words = Language.of(Locale.forLanguageTag(tag)).words();

        Map<String, String> gaps = Map.of(
                words.home().title(), "{city}",
                words.home().mapAbout(), "{distance}",
                words.home().ring(), "{distance}",
                words.twinning().found(), "{count}",
                words.twinning().since(), "{date}",
                words.frame().position(), "{pages}",
                words.events().zone(), "{zone}",
                words.relation().approximately(), "{value}",
                words.errors().badParameter(), "{parameter}",
                words.errors().tooLong(), "{parameter}");

        gaps.forEach((text, gap) -> assertTrue(text.contains(gap), text));
    }

    @Test
    void readersGetTheLanguageTheyPrefer() {
        Languages languages = Languages.of(
                Stream.of("fa", "ar", "en").map(Locale::forLanguageTag).toList());

        assertEquals("ar", languages.preferred("fr, ar-EG;q=0.9, en;q=0.8").tag());
        assertEquals("fa", languages.preferred("").tag());
        assertEquals("fa", languages.preferred("*").tag());
        assertEquals("fa", languages.preferred("x".repeat(600)).tag());
    }

    @Test
    void numbersAreWrittenWithTheDigitsOfTheLanguage() {
        Numerals persian = Numerals.of(Locale.forLanguageTag("fa"));
        Numerals arabic = Numerals.of(Locale.forLanguageTag("ar"));
        Numerals english = Numerals.of(Locale.ENGLISH);

        assertEquals("۱۷٬۴۰۱", persian.grouped(17_401));
        assertEquals("٨٬٦٩٣٬٧٠٦", arabic.grouped(8_693_706));
        assertEquals("1993", english.grouped(1993));
        assertEquals("−12,345", english.grouped(-12_345));
        assertEquals("۱۳۷۲ SH", persian.digits("1372 SH"));
    }

    @Test
    void countriesAreNamedInTheLanguage() {
        assertEquals("Iran", Language.of(Locale.ENGLISH).country("IR"));
        assertEquals("ایران", Language.of(Locale.forLanguageTag("fa")).country("IR"));
        assertEquals("إيران", Language.of(Locale.forLanguageTag("ar")).country("IR"));
    }
}
