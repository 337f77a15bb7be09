package org.citykit.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.api.CalendarSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "visits.json",
                "/visits.json",
                "//a.example/x",
                "a.example",
                "localhost:8080",
                "http:",
                "https://",
                "http:/x",
                "https:///x",
                "C:\\visits.json",
                "C:/visits.json",
                "file:///etc/passwd",
                "https://a b.example/",
                "https://user:hunter2@a.example/",
                "javascript:alert(1)",
                "https://-.example:x/",
                ""
            })
    void thatIsNoWebAddress(String text) {
        assertEquals(Optional.empty(), Notations.WEB_ADDRESS.read(text));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/visits.json?x=1#y, https://a.example/visits.json?x=1#y",
        "HTTP://a.example:8080, HTTP://a.example:8080",
        "webcal://a.example/x.ics, webcal://a.example/x.ics",
        "https://[2001:db8::1]/x, https://[2001:db8::1]/x",
        "mailto:protocol@tehran.example, mailto:protocol@tehran.example",
        "https://a.example/تهران, https://a.example/تهران",
        "https://تهران.example:8443/تهران, https://xn--hgbk1bv5b.example:8443/تهران"
    })
    void thatIsAWebAddress(String text, String read) {
        Optional<URI> uri = Notations.WEB_ADDRESS.read(text);

        assertTrue(uri.isPresent(), text);
        assertEquals(read.replaceFirst("xn--[^.]+", "IDN"), uri.get().toString().replaceFirst("xn--[^.]+", "IDN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", "1.5", "1_000", "0x10", "1e3", "௧", "１２", "12 000", "9223372036854775808", "twelve"})
    void thatIsNoWholeNumber(String text) {
        assertEquals(
                Optional.empty(),
                Notations.whole(Long.MIN_VALUE, Long.MAX_VALUE).read(text));
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "-7, -7",
        "+7, 7",
        "007, 7",
        "۱۲, 12",
        "-١٢, -12",
        "1۲, 12",
        "9223372036854775807, 9223372036854775807"
    })
    void thatIsAWholeNumber(String text, long read) {
        assertEquals(
                Optional.of(read),
                Notations.whole(Long.MIN_VALUE, Long.MAX_VALUE).read(text));
    }

    @Test
    void aWholeNumberOutsideItsBoundsIsRefused() {
        Notation<Long> port = Notations.whole(1, 65_535);

        assertEquals(Optional.empty(), port.read("0"));
        assertEquals(Optional.of(65_535L), port.read("۶۵۵۳۵"));
        assertEquals(Optional.empty(), port.read("65536"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".5", "5.", "1,5", "NaN", "Infinity", "1e1000", "0x1p3", "1.2.3", "۱٬۰۰۰"})
    void thatIsNoNumber(String text) {
        assertEquals(Optional.empty(), Notations.DECIMAL.read(text));
    }

    @ParameterizedTest
    @CsvSource({"12.5, 12.5", "-0.1, -0.1", "۱۲٫۵, 12.5", "١٢٫٥, 12.5", "1e-3, 0.001"})
    void thatIsANumber(String text, BigDecimal read) {
        assertEquals(0, read.compareTo(Notations.DECIMAL.read(text).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15m", "15", "PT", "P1Y", "P1M", "1 hour", "PT99999999999999999999H"})
    void thatIsNoLengthOfTime(String text) {
        assertEquals(Optional.empty(), Notations.DURATION.read(text));
    }

    @ParameterizedTest
    @CsvSource({"PT15M, 900", "P1D, 86400", "pt1h, 3600", "PT۱۵M, 900"})
    void thatIsALengthOfTime(String text, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), Notations.DURATION.read(text));
    }

    @Test
    void aDateInPersianDigitsIsRefusedBecauseItIsOneOfAnotherCalendar() {
        assertEquals(Optional.empty(), Notations.DATE.read("۱۴۰۵-۰۱-۰۱"));
        assertEquals(Optional.of(LocalDate.of(2026, 3, 21)), Notations.DATE.read("2026-03-21"));
        assertEquals(Optional.empty(), Notations.DATE.read("2026-02-29"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f", "persian language", "fa_IR", "und", "fa--IR", "x-private"})
    void thatIsNoLanguage(String text) {
        assertEquals(Optional.empty(), Notations.LANGUAGE.read(text));
    }

    @Test
    void norwegianIsALanguage() {
        assertEquals(Optional.of(Locale.forLanguageTag("no")), Notations.LANGUAGE.read("no"));
    }

    @Test
    void constantsAreWrittenInKebabCaseUnderEveryDefaultLocale() {
        Notation<CalendarSystem> calendar = Notations.constant(List.of(CalendarSystem.values()));

        assertEquals(Optional.of(CalendarSystem.ISLAMIC_CIVIL), calendar.read("islamic-civil"));
        assertEquals(Optional.empty(), calendar.read("ISLAMIC_CIVIL"));
        assertEquals("one of gregorian, persian, islamic-umalqura, islamic-civil", calendar.expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tehran", "1st", "-a", "a b", "تهران", "a.b"})
    void thatIsNoId(String text) {
        assertEquals(Optional.empty(), Notations.ID.read(text));
        assertEquals(Optional.empty(), Notations.ID.read("a".repeat(61)));
    }

    @ParameterizedTest
    @CsvSource({
        "feed, feed",
        "feedUrl, feed-url",
        "feedURL, feed-url",
        "httpURLList, http-url-list",
        "x509Cert, x509-cert",
        "feed_url, feed-url",
        "idList, id-list",
        "V2, v2"
    })
    void namesBecomeKeys(String name, String key) {
        assertEquals(key, KebabCase.ofName(name));
    }

    @ParameterizedTest
    @CsvSource({
        "fed, feed",
        "feedUrl, feed-url",
        "feed_url, feed-url",
        "FEED, feed",
        "refersh, refresh",
        "langauge, language"
    })
    void aMisspeltWordIsGuessed(String written, String meant) {
        List<String> known = List.of("feed", "feed-url", "refresh", "language");

        assertEquals(Optional.of(meant), Nearest.to(written, known));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "colour", "id"})
    void nothingIsGuessedForAnotherWord(String written) {
        assertEquals(Optional.empty(), Nearest.to(written, List.of("feed", "refresh", "language")));
    }

    @Test
    void whatIsShownIsShortAndHarmless() {
        assertEquals("a\\u0007b\\u000Ac", Shown.of("  a\u0007b\nc "));
        assertEquals("x".repeat(80) + "…", Shown.of("x".repeat(81)));
        assertEquals("🌆".repeat(80) + "…", Shown.of("🌆".repeat(81)));
        assertEquals("\\u202Eabc\\u2066", Shown.of("\u202Eabc\u2066"));
        assertEquals("\\uD83C", Shown.of("\uD83C"));
        assertEquals("https://…@a.example/", Shown.of("https://user:hunter2@a.example/"));
    }
}
