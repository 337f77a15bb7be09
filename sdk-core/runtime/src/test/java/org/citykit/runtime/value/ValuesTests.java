package org.citykit.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.citykit.api.CalendarSystem;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTests {
    @Test
    void aBillionLaughsAreRefusedBeforeTheyAreTold() {
        StringBuilder yaml = new StringBuilder("a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (char c = 'b'; c < 'k'; c++) {
            String before = "*" + (char) (c - 1);
            yaml.append(c).append(": &").append(c).append(" [");
            yaml.append(String.join(", ", java.util.Collections.nCopies(9, before)))
                    .append("]\n");
        }

        Problem problem = only(yaml.toString());

        assertEquals("4:16", at(problem));
        assertTrue(problem.message().contains("repeats groups more than 20 times"), problem.message());
    }

    @Test
    void aMillionAliasesOfAWordAreRefused() {
        String yaml = "a: &a x\nb: [" + "*a,".repeat(1_000_000) + "]\n";

        Problem problem = only(yaml);

        assertEquals(2, problem.line());
        assertTrue(problem.message().contains("more than 100000 keys and values"), problem.message());
    }

    @Test
    void fewAliasesOfALargeListAreCountedByWhatTheyRepeat() {
        String yaml = "a: &a [" + "x,".repeat(30_000) + "x]\nb: [*a, *a, *a, *a]\n";

        Problem problem = only(yaml);

        assertEquals("2:13", at(problem));
        assertTrue(problem.message().contains("more than 100000 keys and values"), problem.message());
    }

    @Test
    void aListInsideItselfIsRefused() {
        Problem problem = only("a: &a\n  - *a\n");

        assertEquals("2:5", at(problem));
        assertTrue(problem.message().contains("repeats 'a' inside itself"), problem.message());
    }

    @Test
    void anAliasOfNothingIsRefused() {
        assertEquals("1:4", at(only("a: *b\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deepNestingIsRefusedWithoutAStackOverflow(String opening) {
        Problem problem = only(opening.repeat(100_000));

        assertEquals(RuntimeError.COMPOSITION_MALFORMED, problem.code());
    }

    @Test
    void fiftyLevelsAreFineAndOneMoreIsNot() {
        String fifty = "[".repeat(50) + "]".repeat(50);

        assertTrue(parse(fifty).value().isPresent());
        assertTrue(only("[" + fifty + "]").message().contains("more than 50 levels"));
    }

    @Test
    void aFileOfFiveMegabytesIsRefused() {
        String yaml = "a: " + "x".repeat(5 << 20);

        assertTrue(only(yaml).message().contains("4194304 octets"));
        assertTrue(only(Values.parse(bytes(yaml), "portal.yaml", RuntimeError.COMPOSITION_MALFORMED, LIMITS))
                .message()
                .contains("4194304 octets"));
    }

    @Test
    void everyKeyThatStandsTwiceIsAProblem() {
        List<Problem> problems = parse("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n").problems();

        assertEquals(
                List.of("4:3", "5:1"), problems.stream().map(ValuesTests::at).toList());
        assertEquals(
                "key 'b.c' stands twice, first in line 3. Remove one of them.",
                problems.get(0).message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [x]",
                "a: !!int 12",
                "a: !local {b: c}",
                "a: !!set {b, c}",
                "a: !!binary aGk="
            })
    void tagsAreRefused(String yaml) {
        Problem problem = only(yaml + "\n");

        assertEquals("1:4", at(problem));
        assertTrue(problem.message().contains("tag"), problem.message());
    }

    @Test
    void mergeKeysAreRefused() {
        List<Problem> problems = parse("a: &a {b: c}\nd:\n  <<: *a\n").problems();

        assertEquals(List.of("3:3"), problems.stream().map(ValuesTests::at).toList());
    }

    @Test
    void aSecondDocumentIsRefused() {
        Problem problem = only("a: 1\n---\nb: 2\n");

        assertEquals("2:1", at(problem));
        assertTrue(problem.message().contains("second document"), problem.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a, b]\n: c\n", "? {a: b}\n: c\n", "a: &a x\n*a : b\n"})
    void keysThatAreNoWordsAreRefused(String yaml) {
        assertTrue(only(yaml).message().contains("a key that is not a word"));
    }

    @Test
    void aSyntaxErrorHasItsPlaceAndAnAdvice() {
        Problem problem = only("portal:\n  id: tehran\n  name: a: b\n");

        assertEquals("3:10", at(problem));
        assertEquals("portal.yaml", problem.file());
        assertEquals(
                "is not well-formed YAML: mapping values are not allowed here. Check the indentation, colons and quotes"
                        + " here and in the line above.",
                problem.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: \"\\UFFFFFFFF\"",
                "a: \"\\UZZ\"",
                "a: \"\\x",
                "%YAML 99999999999.1\n---\na: b",
                "%YAML 2.0\n---\na: b",
                "%TAG !\n--- a",
                "a: !<%FF%FF> b",
                "a: !%C3%28 b",
                "a: |99\n b",
                "a: |0\n b",
                "a: &",
                "a: *",
                "@a",
                "`a",
                "a: b: c",
                "{",
                "]",
                "'",
                "? ",
                "...",
                "--- ---",
                "a: >-+\n b",
                "- a\nb: c",
                "\u0000",
                "\uD83C"
            })
    void whateverIsWrittenNothingIsThrown(String yaml) {
        Parsed parsed = parse(yaml);

        assertEquals(parsed.value().isEmpty(), !parsed.problems().isEmpty());
    }

    @Test
    void anEscapeThatStandsForNoCharacterHasItsPlace() {
        Problem problem = only("a: 1\nb: \"\\UFFFFFFFF\"\n");

        assertEquals("2:7", at(problem));
        assertTrue(problem.message().contains("an escape"), problem.message());
    }

    @Test
    void whateverIsTornNothingIsThrown() {
        String whole =
                "%YAML 1.1\n---\na: &x { b: [1, \"\\u06f1\\\"\", 'c''d'] }\n? e\n: |2-\n    f\n  g\nh: !<t> *x # i\n";
        Random random = new Random(7);

        for (int round = 0; round < 5_000; round++) {
            StringBuilder torn = new StringBuilder(whole);
            for (int cut = 0; cut < 1 + round % 4; cut++) {
                int at = random.nextInt(torn.length());
                torn.replace(at, at + random.nextInt(3), "" + whole.charAt(random.nextInt(whole.length())));
            }
            Parsed parsed = parse(torn.toString());
            assertEquals(parsed.value().isEmpty(), !parsed.problems().isEmpty(), torn::toString);
        }
    }

    @Test
    void aTabInTheIndentationHasItsPlace() {
        assertEquals("2:1", at(only("portal:\n\tid: tehran\n")));
    }

    @Test
    void aControlCharacterHasItsPlaceAndIsNotPrinted() {
        Problem problem = only("a: 1\nb: x\u0007y\n");

        assertEquals("2:5", at(problem));
        assertEquals("holds the control character \\u0007. Remove it.", problem.message());
    }

    @Test
    void bytesThatAreNotUtf8HaveTheirPlace() {
        byte[] latin = "a: 1\nb: caf\u00e9 x\n".getBytes(StandardCharsets.ISO_8859_1);

        Problem problem = only(Values.parse(latin, "portal.yaml", RuntimeError.COMPOSITION_MALFORMED, LIMITS));

        assertEquals("2:7", at(problem));
        assertTrue(problem.message().contains("UTF-8"), problem.message());
    }

    @Test
    void bytesThatEndInsideACharacterAreRefused() {
        byte[] whole = bytes("a: ت");
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);

        Parsed parsed = Values.parse(cut, "portal.yaml", RuntimeError.COMPOSITION_MALFORMED, LIMITS);

        assertEquals("1:4", at(only(parsed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "~", "null"})
    void anEmptyFileIsAnEmptyValue(String yaml) {
        assertTrue(parse(yaml).value().orElseThrow().isEmpty());
    }

    @Test
    void aByteOrderMarkIsDropped() {
        Parsed parsed = Values.parse(bytes("\uFEFFa: b"), "portal.yaml", RuntimeError.COMPOSITION_MALFORMED, LIMITS);

        assertEquals(
                List.of("a"),
                List.copyOf(map(parsed.value().orElseThrow()).members().keySet()));
    }

    @Test
    void valuesKnowTheirPlacesInCharacters() {
        MapValue top = map(parse("portal:\n  name: { fa: 🌆تهران, en: Tehran }\nmodules:\n  - id: x\n  - id: y\n")
                .value()
                .orElseThrow());

        Value english = map(map(top.get("portal").orElseThrow()).get("name").orElseThrow())
                .get("en")
                .orElseThrow();
        Value second = ((ListValue) top.get("modules").orElseThrow()).elements().get(1);

        assertEquals("portal.name.en (2:27)", english.place().toString());
        assertEquals("modules[1] (5:5)", second.place().toString());
        assertEquals(
                "modules[1].id (5:9)",
                map(second).get("id").orElseThrow().place().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "12", "0x1F", "1_000", "2026-01-01", "12:30:45", "true", "=", "1e3"})
    void scalarsAreTheTextThatWasWritten(String text) {
        MapValue top = map(parse("a: " + text + "\n").value().orElseThrow());

        assertEquals(text, ((ScalarValue) top.get("a").orElseThrow()).text());
    }

    @Test
    void quotedNothingIsSomething() {
        MapValue top = map(parse("a: 'null'\nb: \"\"\nc: null\nd:\n").value().orElseThrow());

        assertTrue(top.get("a").isPresent());
        assertTrue(top.get("b").isPresent());
        assertTrue(top.get("c").isEmpty());
        assertTrue(top.get("d").isEmpty());
    }

    @Test
    void whatAnAliasRepeatsKeepsItsPlace() {
        MapValue top = map(parse("a: &a { b: c }\nd: *a\n").value().orElseThrow());

        assertSame(top.get("a").orElseThrow(), top.get("d").orElseThrow());
    }

    @Test
    void jsonIsRead() {
        String json =
                "{\r\n\t\"a\":1,\"b\" : [true,null,\"\\u06f1\\ud83c\\udf06\\/\\\"\"],\r\n\t\"c\":{\"d\":-1.5e3}\r\n}";

        Parsed parsed = Values.parseJson(bytes(json), "plugin.json", RuntimeError.PLUGIN_MALFORMED, LIMITS);

        assertEquals(List.of(), parsed.problems());
        MapValue top = map(parsed.value().orElseThrow());
        List<Value> b = ((ListValue) top.get("b").orElseThrow()).elements();
        assertEquals("۱🌆/\"", ((ScalarValue) b.get(2)).text());
        assertTrue(b.get(1).isEmpty());
        assertEquals(
                "c.d",
                map(top.get("c").orElseThrow()).get("d").orElseThrow().place().path());
    }

    @Test
    void contentIsTheSameWhereverItStandsAndHoweverItIsQuoted() {
        Value value = parse("a: { b: [1, x] }\nc:\n").value().orElseThrow();

        assertTrue(value.sameContent(
                parse("\n\na:\n  b:\n    - 1\n    - 'x'\nc:\n").value().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: { b: [1, y] }", "a: { b: [1] }", "a: { c: [1, x] }", "a: { b: [1, [x]] }", "a: ~", "d: 1"})
    void otherContentIsNotTheSame(String yaml) {
        Value value = parse("a: { b: [1, x] }").value().orElseThrow();

        assertFalse(value.sameContent(parse(yaml).value().orElseThrow()));
        assertFalse(parse(yaml).value().orElseThrow().sameContent(value));
    }

    @Test
    void aScalarDoesNotPrintItsText() {
        Value value = parse("password: hunter2\n").value().orElseThrow();

        assertFalse(value.toString().contains("hunter2"), value.toString());
    }

    @Test
    void plainValuesBecomeWhatAWebmasterWouldWrite() {
        Map<String, Object> plain = Map.of(
                "text", "no",
                "number", 12,
                "truth", true,
                "calendar", CalendarSystem.ISLAMIC_UMALQURA,
                "every", Duration.ofMinutes(15),
                "feed", URI.create("https://a.example/"),
                "folder", Path.of("data"),
                "languages", List.of(Locale.forLanguageTag("ar-IQ")),
                "name", Text.of("fa", "تهران"),
                "perhaps", Optional.of(1));

        MapValue map = map(Values.of("settings", plain));

        assertEquals("no", text(map, "text"));
        assertEquals("12", text(map, "number"));
        assertEquals("true", text(map, "truth"));
        assertEquals("islamic-umalqura", text(map, "calendar"));
        assertEquals("PT15M", text(map, "every"));
        assertEquals("https://a.example/", text(map, "feed"));
        assertEquals("data", text(map, "folder"));
        assertEquals("1", text(map, "perhaps"));
        assertEquals("تهران", text(map(map.get("name").orElseThrow()), "fa"));
        Value language =
                ((ListValue) map.get("languages").orElseThrow()).elements().get(0);
        assertEquals("ar-IQ", ((ScalarValue) language).text());
        assertEquals("settings.languages[0] (0:0)", language.place().toString());
    }

    @Test
    void aNullInsidePlainValuesIsEmpty() {
        Map<String, Object> plain = new HashMap<>();
        plain.put("a", null);

        assertTrue(map(Values.of("", plain)).get("a").isEmpty());
    }

    @Test
    void plainValuesWithoutAWrittenFormAreRefused() {
        InvalidValueException thrown =
                assertThrows(InvalidValueException.class, () -> Values.of("", Map.of("a", List.of(new Object()))));

        assertEquals("a[0]", thrown.field());
    }

    @Test
    void aPlainListInsideItselfIsRefused() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThrows(InvalidValueException.class, () -> Values.of("", list));
    }

    private static final ValueLimits LIMITS = ValueLimits.STANDARD;

    private static Parsed parse(String yaml) {
        return Values.parse(yaml, "portal.yaml", RuntimeError.COMPOSITION_MALFORMED, LIMITS);
    }

    private static Problem only(String yaml) {
        return only(parse(yaml));
    }

    private static Problem only(Parsed parsed) {
        assertTrue(parsed.value().isEmpty());
        assertEquals(1, parsed.problems().size(), () -> parsed.problems().toString());
        return parsed.problems().get(0);
    }

    private static String at(Problem problem) {
        return problem.line() + ":" + problem.column();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MapValue map(Value value) {
        return (MapValue) value;
    }

    private static String text(MapValue map, String key) {
        return ((ScalarValue) map.get(key).orElseThrow()).text();
    }
}
