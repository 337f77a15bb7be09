package org.citykit.crisis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTests {
    private static final PlaybookBook BOOK = Flood.book();

    @Test
    void theSamplePlaybookIsProvenWhole() {
        assertEquals(
                List.of(), BOOK.problems().stream().filter(p -> !p.isWarning()).toList());
        assertEquals(
                4, BOOK.playbook(Flood.ID).orElseThrow().playbook().messages().size());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Map<String, String> parameters = new HashMap<>(Flood.first());
        parameters.put("river", "   ");
        parameters.put("until", null);
        parameters.put("shelters", "501");
        parameters.put("mayor", "x");
        parameters.remove("hotline");

        CrisisException refused = assertThrows(CrisisException.class, () -> BOOK.render(Flood.ID, "first", parameters));

        Map<String, CrisisError> told =
                refused.problems().stream().collect(Collectors.toMap(CrisisProblem::field, CrisisProblem::code));
        assertEquals(
                Map.of(
                        "river", CrisisError.PARAMETER_MISSING,
                        "until", CrisisError.PARAMETER_MISSING,
                        "shelters", CrisisError.PARAMETER_INVALID,
                        "mayor", CrisisError.PARAMETER_UNKNOWN,
                        "hotline", CrisisError.PARAMETER_MISSING),
                told);
    }

    @Test
    void unknownPlaybooksAndMessagesAreRefused() {
        CrisisException noBook = assertThrows(CrisisException.class, () -> BOOK.render("x", "first", Map.of()));
        CrisisException noMessage = assertThrows(CrisisException.class, () -> BOOK.render(Flood.ID, "x", Map.of()));

        assertEquals(CrisisError.PLAYBOOK_UNKNOWN, noBook.code());
        assertEquals(CrisisError.MESSAGE_UNKNOWN, noMessage.code());
    }

    @ParameterizedTest
    @MethodSource("refusedNames")
    void namesThatHideTurnOrBreakTextAreRefused(String name) {
        assertRefused("river", name);
    }

    static List<String> refusedNames() {
        return List.of(
                "{x}",
                "a}",
                "((name))",
                "XXX",
                "the TBD road",
                "TODO",
                "[[x]]",
                "$(x)",
                "$river",
                "%s",
                "%1$s",
                "&amp;",
                "&#39;",
                "____",
                "????",
                "null",
                "NULL",
                "undefined",
                "n/a",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Eb",
                "a\u061Cb",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "a\u007Fb",
                "a\u2028b",
                "a\u200Bb",
                "a\uFEFFb",
                "\u200C",
                "\u3164",
                "\u2800",
                "\uFFFD",
                "a\uFFFDb",
                "\uD800",
                "a\uE000b",
                "a\uFFFFb",
                "<b>a</b>",
                "a>b",
                "\\",
                "...",
                "\u0301",
                "\u00ADa",
                "m".repeat(61),
                "\uDB40\uDC41\uDB40\uDC42a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "کَن",
                "می‌خواهم",
                "St. John's & Co. (north)",
                "O’Neill",
                "خیابان ۱۲",
                "1",
                "東京",
                "a\u00A0b",
                "XX",
                "XXL"
            })
    void ordinaryNamesAreTaken(String name) {
        Rendering rendering = render("river", name);

        assertTrue(rendering.headline().in(Locale.ENGLISH).contains(name.replace('\u00A0', ' ')));
    }

    @ParameterizedTest
    @CsvSource({
        "until, 2030-10-09T18:05",
        "until, 2030-10-09",
        "until, tomorrow",
        "until, 2030-13-09T18:05Z",
        "until, 1201-10-09T18:05Z",
        "until, 2030-10-09T18:05+03:30[Asia/Tehran]",
        "hotline, 021 96000",
        "hotline, +0123456789",
        "hotline, 1",
        "hotline, 123456789",
        "hotline, 11a",
        "hotline, tel:110",
        "page, http://tehran.example",
        "page, tehran.example",
        "page, https://",
        "page, https://user@tehran.example",
        "page, https://tehran.example/سیل",
        "page, https://tehran.example/{x}",
        "page, javascript:alert(1)",
        "page, https://tehran.example/TBD",
        "shelters, -1",
        "shelters, 501",
        "shelters, 3.5",
        "shelters, three",
        "shelters, 99999999999999999999",
        "action, LEAVE",
        "action, stay"
    })
    void valuesThatAreNotOfTheirTypeAreRefused(String parameter, String value) {
        assertRefused(parameter, value);
    }

    @Test
    void timesAreToldInThePortalsZoneWithTheDigitsAndCalendarOfTheLanguage() {
        Rendering rendering = BOOK.render(Flood.ID, "first", Flood.first()).plain();

        assertEquals(
                "آب بالا می‌آید تا ۱۸:۰۵ چهارشنبه ۱۷ مهر ۱۴۰۹. ۳ پناهگاه باز است.",
                rendering.body().in(Locale.forLanguageTag("fa")));
        assertEquals("الماء يرتفع حتى ٦:٠٥ م. ٣ ملاجئ مفتوحة.", rendering.body().in(Locale.forLanguageTag("ar")));
        assertEquals(
                "Water rises until 6:05 PM. 3 shelters are open.",
                rendering.body().in(Locale.ENGLISH));
    }

    @Test
    void aTimeGivenInAnotherZoneIsTheSameTime() {
        Rendering utc = render("until", "2030-10-09T14:35Z");

        assertEquals(BOOK.render(Flood.ID, "first", Flood.first()), utc);
    }

    @Test
    void telephoneNumbersAndAddressesKeepAsciiDigitsInEveryLanguage() {
        Rendering rendering = render("hotline", "+982196001234");

        rendering.instruction().texts().values().forEach(text -> {
            assertTrue(text.contains("+982196001234"), text);
            assertTrue(text.contains("https://tehran.example/flood"), text);
        });
    }

    @Test
    void digitsThatPersianAndArabicKeyboardsWriteAreRead() {
        assertEquals(render("shelters", "11"), render("shelters", "۱۱"));
        assertEquals(render("hotline", "110"), render("hotline", "١١٠"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, لا ملجأ مفتوح.",
        "1, ملجأ واحد مفتوح.",
        "2, ملجآن مفتوحان.",
        "3, ٣ ملاجئ مفتوحة.",
        "10, ١٠ ملاجئ مفتوحة.",
        "11, ١١ ملجأ مفتوحا.",
        "99, ٩٩ ملجأ مفتوحا.",
        "100, ١٠٠ ملجأ مفتوح.",
        "102, ١٠٢ ملجأ مفتوح.",
        "103, ١٠٣ ملاجئ مفتوحة."
    })
    void arabicHasSixPluralForms(String shelters, String end) {
        String body = render("shelters", shelters).plain().body().in(Locale.forLanguageTag("ar"));

        assertTrue(body.endsWith(end), body);
    }

    @Test
    void choicesSelectByKeyAndShowTheirLabel() {
        Rendering leave = BOOK.render(Flood.ID, "first", Flood.first()).plain();
        Rendering upstairs = render("action", "upstairs").plain();

        assertTrue(leave.instruction().in(Locale.forLanguageTag("fa")).startsWith("خانه را ترک کنید."));
        assertTrue(upstairs.instruction().in(Locale.forLanguageTag("fa")).startsWith("به طبقه بالا بروید."));
        assertTrue(upstairs.instruction().in(Locale.forLanguageTag("ar")).contains("اصعدوا"));
        assertTrue(upstairs.instruction().in(Locale.ENGLISH).startsWith("Go upstairs."));
    }

    @Test
    void richTextIsolatesWhatWasFilledIn() {
        Rendering rich = BOOK.render(Flood.ID, "first", Flood.first());

        assertEquals("Flood at \u2068کن\u2069", rich.headline().in(Locale.ENGLISH));
    }

    @Test
    void plainTextInALatinScriptFitsTheAlphabetOfShortMessages() {
        Map<String, String> parameters = new HashMap<>(Flood.first());
        parameters.put("river", "Kan");

        Rendering plain = BOOK.render(Flood.ID, "first", parameters).plain();

        assertEquals(
                SmsLength.Encoding.GSM_7,
                SmsLength.of(ChannelText.single(plain, "en")).encoding());
    }

    @Test
    void plainTextFromRightToLeftKeepsThePlusOfATelephoneNumberInItsPlace() {
        String plain = render("hotline", "+982196001234").plain().instruction().in(Locale.forLanguageTag("fa"));

        assertTrue(plain.contains("\u200E+982196001234\u200E"), plain);
        assertFalse(plain.chars().anyMatch(c -> (c >= 0x2066 && c <= 0x2069) || c == 0x202F || c == 0xA0), plain);
    }

    @Test
    void theTextsStandInTheOrderOfThePortalsLanguages() {
        Rendering rendering = BOOK.render(Flood.ID, "first", Flood.first());

        assertEquals(List.of("fa", "ar", "en"), rendering.headline().tags());
        assertEquals(Set.of("fa", "ar", "en"), rendering.instruction().texts().keySet());
    }

    private static Rendering render(String parameter, String value) {
        Map<String, String> parameters = new HashMap<>(Flood.first());
        parameters.put(parameter, value);
        return BOOK.render(Flood.ID, "first", parameters);
    }

    private static void assertRefused(String parameter, String value) {
        CrisisException refused = assertThrows(CrisisException.class, () -> render(parameter, value));

        assertEquals(
                List.of(parameter),
                refused.problems().stream().map(CrisisProblem::field).toList());
        assertTrue(
                Set.of(CrisisError.PARAMETER_INVALID, CrisisError.PARAMETER_MISSING)
                        .contains(refused.code()),
                refused.getMessage());
    }
}
