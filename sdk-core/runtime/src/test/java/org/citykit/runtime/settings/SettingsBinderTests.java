package org.citykit.runtime.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CalendarSystem;
import org.citykit.api.GeoPoint;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Secret;
import org.citykit.api.Text;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Place;
import org.citykit.runtime.value.Value;
import org.citykit.runtime.value.ValueLimits;
import org.citykit.runtime.value.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsBinderTests {
    private static final BindContext VISITS = new BindContext("visits", "portal.yaml");
    private static final SecretSource SECRETS = SecretSource.of(
            name -> Optional.ofNullable(Map.of("TOKEN", "hunter2", "BLANK", "").get(name)), Path.of("none"));

    record Feed(URI feed) {}

    record Scalars(
            String text,
            int whole,
            Long large,
            double fraction,
            Boolean truth,
            BigDecimal price,
            CalendarSystem calendar,
            URI web,
            Duration every,
            LocalDate since,
            ZoneId zone,
            Locale language) {}

    record Named(Text name) {}

    record Login(String user, Secret token) {}

    record Loose(
            Optional<URI> feed,
            List<String> words,
            Set<Integer> numbers,
            Map<String, Duration> delays,
            Optional<Secret> token) {}

    record Range(int least, int most) {
        Range {
            if (least > most) {
                throw new IllegalArgumentException("least is above most\nby far");
            }
        }
    }

    record Checked(int maxItems, Optional<String> note) {
        Checked {
            if (maxItems > 10) {
                throw new InvalidValueException("maxItems", "must be between 0 and 10, but is " + maxItems);
            }
            if (note.isEmpty() && maxItems == 7) {
                throw new InvalidValueException("note", "must be there when max-items is 7");
            }
        }
    }

    record Ranges(List<Range> ranges, Map<String, GeoPoint> places) {}

    sealed interface Origin {}

    record Folder(String path) implements Origin {}

    sealed interface Remote extends Origin {}

    record WebFeed(URI uri, Optional<Secret> token) implements Remote {}

    record Nothing() implements Origin {}

    record Sourced(Origin source) {}

    record Unfit(Instant at, List<? extends Object> things, Map<Integer, String> numbers) {}

    record Telling(Secret token) {
        Telling {
            throw new IllegalArgumentException("cannot log in with " + token.reveal());
        }
    }

    record Failing(String text) {
        Failing {
            throw new NoClassDefFoundError("gone");
        }
    }

    record Asserting(String text) {
        Asserting {
            throw new AssertionError();
        }
    }

    record Clashing(String feedUrl, String feedURL) {}

    record Nested(Optional<Nested> inner, Optional<String> text) {}

    @Test
    void aFileNameIsNoWebAddress() {
        Problem problem = only(bind("feed: visits.json", Feed.class));

        assertEquals(RuntimeError.SETTING_INVALID, problem.code());
        assertEquals(
                "portal.yaml:1:7  Module 'visits': setting 'feed' must be a web address, without a password in it, but is"
                        + " \"visits.json\". Write it as  https://… See errors.md#setting-invalid",
                problem.toString());
    }

    @Test
    void aMissingSettingNamesItsGroupAndItsPlace() {
        Place module = Place.top("modules[2]", 31, 5);
        MapValue settings = MapValue.empty(module.member("settings", 31, 5));

        Problem problem = only(SettingsBinder.bind(settings, Feed.class, SECRETS, VISITS));

        assertEquals(RuntimeError.SETTING_MISSING, problem.code());
        assertEquals(31, problem.line());
        assertTrue(
                problem.message()
                        .startsWith(
                                "setting 'feed' is missing. Add it under modules[2].settings of portal.yaml. It must"
                                        + " be a web address"),
                problem.message());
    }

    @Test
    void anEmptySettingIsAMissingOne() {
        assertEquals(
                RuntimeError.SETTING_MISSING, only(bind("feed:", Feed.class)).code());
    }

    @Test
    void anUnknownSettingIsRefusedWithAGuessAndWithoutItsValue() {
        Problem problem = only(bind("feed: https://a.example/\nfeeed: hunter2", Feed.class));

        assertEquals(RuntimeError.SETTING_UNKNOWN, problem.code());
        assertEquals("2:1", at(problem));
        assertEquals("setting 'feeed' does not exist. Did you mean 'feed'?", problem.message());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Bound<Scalars> bound = bind("""
                text: [a]
                whole: 2147483648
                large: 1.5
                fraction: 1e999
                truth: yes
                price: cheap
                calendar: persain
                web: a.example
                every: 15m
                since: 1405-13-01
                zone: Asia/Teheran
                language: fa_IR
                colour: red
                """, Scalars.class);

        assertEquals(
                List.of(
                        "1:7", "2:8", "3:8", "4:11", "5:8", "6:8", "7:11", "8:6", "9:8", "10:8", "11:7", "12:11",
                        "13:1"),
                bound.problems().stream().map(SettingsBinderTests::at).toList());
        assertTrue(bound.settings().isEmpty());
        assertTrue(bound.problems().get(0).message().contains("must be a text, but is a list."));
        assertTrue(bound.problems().get(6).message().endsWith("Did you mean 'persian'?"));
        assertTrue(bound.problems().get(10).message().endsWith("Did you mean 'Asia/Tehran'?"));
    }

    @Test
    void aListInPlaceOfSettingsIsRefused() {
        assertEquals("1:1", at(only(bind("- feed", Feed.class))));
    }

    @Test
    void aSecretInTheFileIsRefusedAndNeverShown() {
        Problem problem = only(bind("user: protocol\ntoken: hunter2", Login.class));

        assertEquals("2:8", at(problem));
        assertEquals(RuntimeError.SETTING_INVALID, problem.code());
        assertFalse(problem.toString().contains("hunter2"), problem.toString());
        assertTrue(problem.message().contains("{ env: NAME }"), problem.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[hunter2]",
                "{ value: hunter2 }",
                "{ env: TOKEN, file: hunter2 }",
                "{ env: [hunter2] }",
                "{ env: 'hunter2!' }",
                "{ env: TOKEN, hunter: hunter2 }",
                "{}"
            })
    void noOtherFormOfASecretIsTakenOrShown(String written) {
        Problem problem = only(bind("user: protocol\ntoken: " + written, Login.class));

        assertEquals(2, problem.line());
        assertFalse(problem.toString().contains("hunter2"), problem.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ env: NOWHERE }", "{ env: BLANK }", "{ file: nowhere.txt }"})
    void aSecretThatIsNotThereIsSaidToBeMissing(String written) {
        Problem problem = only(bind("user: protocol\ntoken: " + written, Login.class));

        assertEquals(RuntimeError.SECRET_MISSING, problem.code());
        assertEquals(2, problem.line());
    }

    @Test
    void aSecretIsHiddenInWhatAConstructorSays() {
        Problem problem = only(bind("token: { env: TOKEN }", Telling.class));

        assertEquals("the group of settings is refused by the plugin: cannot log in with (secret).", problem.message());
    }

    @Test
    void whatAConstructorThrowsIsAProblemOfItsRecord() {
        Bound<Ranges> bound = bind(
                "ranges:\n  - { least: 1, most: 2 }\n  - { least: 3, most: 2 }\n  - least: 5\n    most: 4",
                Ranges.class);

        assertEquals(
                List.of("3:5", "4:5"),
                bound.problems().stream().map(SettingsBinderTests::at).toList());
        assertEquals(
                "setting 'ranges[1]' is refused by the plugin: least is above most\\u000Aby far.",
                bound.problems().get(0).message());
    }

    @Test
    void anInvalidValueIsAProblemOfItsComponent() {
        Problem problem = only(bind("note: few\nmax-items: 11", Checked.class));

        assertEquals("2:12", at(problem));
        assertEquals("setting 'max-items' must be between 0 and 10, but is 11.", problem.message());
    }

    @Test
    void anInvalidValueThatIsAbsentIsAProblemOfItsGroup() {
        Problem problem = only(bind("max-items: 7", Checked.class));

        assertEquals("1:1", at(problem));
        assertEquals("setting 'note' must be there when max-items is 7.", problem.message());
    }

    @Test
    void anErrorFromAConstructorReachesTheGuard() {
        assertThrows(NoClassDefFoundError.class, () -> bind("text: a", Failing.class));
    }

    @Test
    void aFailedAssertionIsAProblem() {
        assertTrue(only(bind("text: a", Asserting.class)).message().contains("AssertionError"));
    }

    @Test
    void aComponentThatNoSettingCanHaveIsTheVendorsFault() {
        Bound<Unfit> bound = bind("at: now\nthings: [a]\nnumbers: { 1: a }", Unfit.class);

        assertEquals(
                List.of(RuntimeError.CONTRACT_BROKEN, RuntimeError.CONTRACT_BROKEN, RuntimeError.CONTRACT_BROKEN),
                bound.problems().stream().map(Problem::code).toList());
        assertTrue(bound.problems().get(0).message().contains("java.time.Instant"));
    }

    @Test
    void twoComponentsOfOneKeyAreTheVendorsFault() {
        assertEquals(
                RuntimeError.CONTRACT_BROKEN,
                bind("feed-url: a", Clashing.class).problems().get(0).code());
    }

    @Test
    void anElementThatStandsTwiceInASetIsRefused() {
        Problem problem = only(bind("numbers: [1, 2, 01]", Loose.class));

        assertEquals("1:17", at(problem));
        assertTrue(problem.message().startsWith("setting 'numbers[2]' stands a second time"), problem.message());
    }

    @Test
    void oneWordIsNoList() {
        assertTrue(only(bind("words: one", Loose.class)).message().contains("must be a list, but is \"one\"."));
    }

    @Test
    void aBrokenElementHasItsOwnPlace() {
        Bound<Loose> bound = bind("delays:\n  a: PT1S\n  b: soon\nnumbers:\n  - 1\n  -\n  - x", Loose.class);

        assertEquals(
                List.of("6:4", "7:5", "3:6"),
                bound.problems().stream().map(SettingsBinderTests::at).toList());
    }

    @Test
    void whatMayBeLeftOutIsEmpty() {
        Loose loose = whole(bind("", Loose.class));

        assertEquals(new Loose(Optional.empty(), List.of(), Set.of(), Map.of(), Optional.empty()), loose);
    }

    @Test
    void whatMayBeLeftOutIsBoundWhenItIsThere() {
        Loose loose = whole(bind("""
                feed: https://a.example/
                words: [no, '', 12]
                numbers: [3, ۲, ١]
                delays: { first: PT1S, second: PT2S }
                token: { env: TOKEN }
                """, Loose.class));

        assertEquals(Optional.of(URI.create("https://a.example/")), loose.feed());
        assertEquals(List.of("no", "", "12"), loose.words());
        assertEquals(List.of(3, 2, 1), List.copyOf(loose.numbers()));
        assertEquals(List.of("first", "second"), List.copyOf(loose.delays().keySet()));
        assertEquals("hunter2", loose.token().orElseThrow().reveal());
        assertThrows(UnsupportedOperationException.class, () -> loose.delays().clear());
        assertThrows(UnsupportedOperationException.class, () -> loose.numbers().clear());
    }

    @Test
    void scalarsAreRead() {
        Scalars scalars = whole(bind("""
                text: no
                whole: ۱۲
                large: -9223372036854775808
                fraction: ١٢٫٥
                truth: true
                price: "19.90"
                calendar: islamic-umalqura
                web: https://a.example/x?y
                every: PT15M
                since: 2026-03-21
                zone: Asia/Tehran
                language: ar-IQ
                """, Scalars.class));

        assertEquals(
                new Scalars(
                        "no",
                        12,
                        Long.MIN_VALUE,
                        12.5,
                        true,
                        new BigDecimal("19.90"),
                        CalendarSystem.ISLAMIC_UMALQURA,
                        URI.create("https://a.example/x?y"),
                        Duration.ofMinutes(15),
                        LocalDate.of(2026, 3, 21),
                        ZoneId.of("Asia/Tehran"),
                        Locale.forLanguageTag("ar-IQ")),
                scalars);
    }

    @Test
    void aTextIsReadByLanguageOrAsOneOfUnknownLanguage() {
        assertEquals(Text.of("تهران"), whole(bind("name: تهران", Named.class)).name());
        assertEquals(
                Text.of("fa", "تهران").and("en", "Tehran"),
                whole(bind("name: { fa: تهران, en: Tehran }", Named.class)).name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: { persian_: x }|1:9",
                "name: { fa: [x] }|1:13",
                "name: { fa: x, FA: y }|1:16",
                "name: { fa: '' }|1:7",
                "name: [x]|1:7",
                "name: {}|1:7"
            })
    void aBrokenTextHasItsPlace(String yaml, String place) {
        assertEquals(place, at(only(bind(yaml, Named.class))));
    }

    @Test
    void recordsAreReadInsideEachOther() {
        Ranges ranges = whole(bind(
                "ranges: [{ least: 1, most: 2 }]\nplaces: { tehran: { latitude: 35.7, longitude: 51.4 } }",
                Ranges.class));

        assertEquals(List.of(new Range(1, 2)), ranges.ranges());
        assertEquals(new GeoPoint(35.7, 51.4), ranges.places().get("tehran"));
    }

    @Test
    void whatARecordOfTheApiRefusesIsAProblemOfItsComponent() {
        Problem problem = only(bind("places: { tehran: { latitude: 135.7, longitude: 51.4 } }", Ranges.class));

        assertEquals("1:31", at(problem));
        assertTrue(problem.message().startsWith("setting 'places.tehran.latitude' must be between"), problem.message());
    }

    @Test
    void aChoiceIsMadeByOneKey() {
        assertEquals(
                new Sourced(new WebFeed(URI.create("https://a.example/"), Optional.empty())),
                whole(bind("source: { web-feed: { uri: https://a.example/ } }", Sourced.class)));
        assertEquals(new Sourced(new Folder("data")), whole(bind("source:\n  folder:\n    path: data", Sourced.class)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"source: nothing", "source: { nothing: }", "source: { nothing: {} }"})
    void aChoiceWithoutComponentsNeedsNoGroup(String yaml) {
        assertEquals(new Sourced(new Nothing()), whole(bind(yaml, Sourced.class)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source: { web-fed: { uri: x } }|1:11|Did you mean 'web-feed'?",
                "source: { folder: { path: a }, nothing: {} }|1:9|one key among folder, web-feed, nothing",
                "source: {}|1:9|one key among folder, web-feed, nothing",
                "source: somewhere|1:9|one key among folder, web-feed, nothing",
                "source: folder|1:9|setting 'source.path' is missing",
                "source: { folder: { path: a, depth: 2 } }|1:30|setting 'source.folder.depth' does not exist"
            })
    void aBrokenChoiceHasItsPlace(String yaml, String place, String message) {
        Problem problem = only(bind(yaml, Sourced.class));

        assertEquals(place, at(problem));
        assertTrue(problem.message().contains(message), problem.message());
    }

    @Test
    void aRecordInsideItselfIsReadAsDeepAsItIsWritten() {
        Nested nested = whole(bind("inner: { inner: { text: a } }", Nested.class));

        assertEquals(
                "a", nested.inner().orElseThrow().inner().orElseThrow().text().orElseThrow());
    }

    @Test
    void aHundredThousandUnknownSettingsAreCountedNotListed() {
        StringBuilder yaml = new StringBuilder("feed: https://a.example/\n");
        for (int i = 0; i < 40_000; i++) {
            yaml.append("feed").append(i).append(": x\n");
        }

        Bound<Feed> bound = bind(yaml.toString(), Feed.class);

        assertEquals(101, bound.problems().size());
        assertEquals(
                "has 39900 more problems. Mend those above first.",
                bound.problems().get(100).message());
    }

    @Test
    void plainJavaValuesAreBoundLikeYaml() {
        Value written = Values.of("", Map.of("feed", URI.create("https://a.example/")));

        assertEquals(
                new Feed(URI.create("https://a.example/")),
                whole(SettingsBinder.bind(written, Feed.class, SECRETS, new BindContext("visits", ""))));
    }

    private static <R extends Record> Bound<R> bind(String yaml, Class<R> type) {
        Value value = Values.parse(yaml, "portal.yaml", RuntimeError.COMPOSITION_MALFORMED, ValueLimits.STANDARD)
                .value()
                .orElseThrow();
        return SettingsBinder.bind(value, type, SECRETS, VISITS);
    }

    private static <R extends Record> R whole(Bound<R> bound) {
        assertEquals(List.of(), bound.problems());
        return bound.settings().orElseThrow();
    }

    private static Problem only(Bound<?> bound) {
        assertTrue(bound.settings().isEmpty());
        assertEquals(1, bound.problems().size(), () -> bound.problems().toString());
        return bound.problems().get(0);
    }

    private static String at(Problem problem) {
        return problem.line() + ":" + problem.column();
    }
}
