package org.citykit.runtime.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citykit.runtime.value.KebabCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WordsTests {
    private static final Pattern NAME = Pattern.compile("\\{[^}]*}");
    private static final List<Words> ALL = List.of(Words.ENGLISH, Words.PERSIAN, Words.ARABIC);

    @Test
    void anArgumentThatIsNotGivenIsAnError() {
        assertThrows(NullPointerException.class, () -> Words.ENGLISH.text("refusal.copy", Map.of()));
    }

    @Test
    void everyLanguageHasTheSameSentencesWithTheSameArguments() {
        for (Words words : ALL) {
            assertEquals(Words.ENGLISH.sentences().keySet(), words.sentences().keySet());
            words.sentences()
                    .keySet()
                    .forEach(key -> assertEquals(names(Words.ENGLISH.template(key)), names(words.template(key)), key));
        }
    }

    @Test
    void everythingThatCanBeSaidHasASentenceInEveryLanguageAndNoSentenceIsLeftOver() {
        Set<String> keys = keys().collect(Collectors.toCollection(TreeSet::new));

        Set<String> named = new TreeSet<>(Words.ENGLISH.sentences().keySet());
        named.removeIf(key -> key.startsWith("plan.")
                || List.of("explain.optional", "explain.repeated").contains(key));
        named.remove("explain.required-by");
        keys.remove("explain.used");
        assertEquals(keys, named);
    }

    private static Stream<String> keys() {
        return Stream.of(
                        Arrays.stream(Reason.values()).map(Reason::key),
                        Arrays.stream(Note.Kind.values()).map(Note.Kind::key),
                        Arrays.stream(ModuleChange.Kind.values()).map(ModuleChange.Kind::key),
                        Arrays.stream(PortalPart.values()).map(PortalPart::key),
                        Arrays.stream(Permission.Kind.values()).map(Permission.Kind::key),
                        Arrays.stream(SettingFinding.Kind.values()).map(SettingFinding.Kind::key),
                        Arrays.stream(Obstacle.Kind.values()).map(Obstacle.Kind::key),
                        Arrays.stream(Explanation.State.values()).map(Explanation.State::key))
                .flatMap(it -> it);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aReasonIsToldInThreeLanguagesWithEveryNameIsolatedWhereTextRunsFromTheRight(Reason reason) {
        Map<String, String> arguments = names(Words.ENGLISH.template(reason.key())).stream()
                .collect(Collectors.toMap(it -> it.substring(1, it.length() - 1), it -> "org.example." + it.charAt(1)));
        Refusal refusal = new Refusal("a.b", "1.0.0", "a.zip", reason, arguments, List.of("a.b"));

        for (String tag : List.of("fa", "ar", "fa-IR-u-ca-persian", "ar-SA")) {
            String text = refusal.text(Locale.forLanguageTag(tag));
            assertFalse(text.contains("{"), text);
            assertEquals(
                    text.chars().filter(c -> c == '\u2068').count(),
                    text.chars().filter(c -> c == '\u2069').count());
            assertFalse(
                    Pattern.compile("(?<!\u2068)org\\.example").matcher(text).find(), text);
            assertTrue(
                    text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC));
        }
        String english = refusal.text(Locale.forLanguageTag("tr-TR"));
        assertEquals(refusal.problem().message(), english);
        assertFalse(english.contains("\u2068"), english);
    }

    @ParameterizedTest
    @EnumSource(PortalPart.class)
    void aPartThatNeedsARestartIsToldByItsKeyAndItsName(PortalPart part) {
        String key = KebabCase.ofConstant(part.name());
        Obstacle obstacle = new Obstacle(Obstacle.Kind.NEEDS_RESTART, key);

        for (String language : List.of("en", "fa", "ar")) {
            Words words = Words.of(Locale.forLanguageTag(language));
            String text = obstacle.text(Locale.forLanguageTag(language));
            assertTrue(text.contains(words.isolated(key)), text);
            assertTrue(text.contains("(" + words.isolated(words.text(part.key())) + ")"), text);
        }
    }

    @Test
    void countsAreWrittenInTheDigitsOfTheLanguage() {
        assertEquals("120", Words.ENGLISH.count(120));
        assertEquals("۱۲۰", Words.PERSIAN.count(120));
        assertEquals("١٢٠", Words.ARABIC.count(120));
    }

    private static Set<String> names(String template) {
        return NAME.matcher(template).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
