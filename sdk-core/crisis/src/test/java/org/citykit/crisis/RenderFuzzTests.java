package org.citykit.crisis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citykit.api.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderFuzzTests {
    private static final int RENDERS = Integer.getInteger("citykit.renders", 15_000);
    private static final Pattern HOLE = Pattern.compile(
            "[{}]|\\(\\(|\\bX{3,}\\b|\\bTBD\\b|\\bnull\\b|\\$[a-z]|[\u200E\u200F\u061C\u202A-\u202E]|\uFFFD|[\\p{Cc}&&[^\n]]");

    private static final List<String> NASTY = Arrays.asList(
            null,
            "",
            " ",
            "\t",
            "\n",
            "\u00A0",
            "\u3000",
            "\u200B",
            "\u200C",
            "\u2060",
            "{",
            "}",
            "{$place}",
            "{}",
            "((",
            "((name))",
            "XXX",
            "TBD",
            "null",
            "NaN",
            "\u202E",
            "\u2066",
            "\u2069",
            "\u200F",
            "\uFEFF",
            "\u0000",
            "\uD800",
            "\uDC00",
            "\uFFFF",
            "<script>",
            "&amp;",
            "%s",
            "%1$s",
            "\\{",
            "|",
            ".match",
            "$river",
            "😜",
            "🏳️‍🌈",
            "سیل",
            "فيضان",
            "Kan",
            "٣",
            "۳",
            "3",
            "-0",
            "0x1",
            "1e9",
            "999999999999999999999",
            "2030-10-09T18:05+03:30",
            "2030-02-30T00:00Z",
            "137",
            "+982196000000",
            "https://a.example",
            "https://a.example/{}",
            "leave",
            "upstairs",
            "LEAVE");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(before);
    }

    @Test
    void noRenderingEverHasAHole() {
        PlaybookBook book = Flood.book();
        Random random = new Random(20_301_009L);
        int rendered = 0;
        int refused = 0;

        for (int i = 0; i < RENDERS; i++) {
            Map<String, String> parameters = parameters(random);
            try {
                Rendering rendering = book.render(Flood.ID, "first", parameters);
                rendered++;
                assertWhole(rendering, parameters);
                assertWhole(rendering.plain(), parameters);
            } catch (CrisisException expected) {
                refused++;
                assertFalse(expected.problems().isEmpty());
                assertTrue(
                        expected.problems().stream().noneMatch(p -> p.code() == CrisisError.TEMPLATE_HOLE),
                        () -> parameters + " " + expected.getMessage());
            }
        }

        assertEquals(RENDERS, rendered + refused);
        assertTrue(rendered > 3_000, "only " + rendered + " were rendered");
        assertTrue(refused > 3_000, "only " + refused + " were refused");
    }

    @Test
    void manyThreadsRenderOneBookAlike() {
        PlaybookBook book = Flood.book();
        Rendering expected = book.render(Flood.ID, "first", Flood.first());

        Set<Rendering> all = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> book.render(Flood.ID, "first", Flood.first()))
                .collect(Collectors.toSet());

        assertEquals(Set.of(expected), all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fa-IR-u-ca-persian", "ar-SA-u-ca-islamic-umalqura", "tr-TR", "th-TH-u-ca-buddhist-nu-thai"})
    void theDefaultLocaleChangesNothing(String tag) {
        Rendering expected = Flood.book().render(Flood.ID, "first", Flood.first());

        Locale.setDefault(Locale.forLanguageTag(tag));
        Desk world = new Desk();
        Rendering rendering = Flood.book().render(Flood.ID, "first", Flood.first());

        assertEquals(expected, rendering);
        assertEquals(
                "tehran-20301009T120000Z-n0",
                world.open().publish(world.first()).alert().id());
    }

    private static Map<String, String> parameters(Random random) {
        Map<String, String> parameters = new HashMap<>(Flood.first());
        List<String> names = new ArrayList<>(parameters.keySet());
        int changes = random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(10)) {
                case 0 -> parameters.remove(name);
                case 1 -> parameters.put("extra" + i, "x");
                default -> parameters.put(name, value(random));
            }
        }
        parameters.computeIfPresent("shelters", (n, v) -> v.equals("3") ? Integer.toString(random.nextInt(501)) : v);
        return parameters;
    }

    private static String value(Random random) {
        String first = NASTY.get(random.nextInt(NASTY.size()));
        return first == null || random.nextInt(3) > 0
                ? first
                : first + "a" + NASTY.get(1 + random.nextInt(NASTY.size() - 1));
    }

    private static void assertWhole(Rendering rendering, Map<String, String> parameters) {
        for (Text text : List.of(rendering.headline(), rendering.body(), rendering.instruction())) {
            assertEquals(List.of("fa", "ar", "en"), text.tags());
            text.texts().values().forEach(said -> {
                String seen = said.replace("\u200E+", "+").replaceAll("\u200E(?=[!-~])|(?<=[!-~])\u200E", "");
                assertFalse(said.isBlank(), parameters::toString);
                assertFalse(HOLE.matcher(seen).find(), () -> parameters + " gave " + said);
            });
        }
        assertTrue(
                rendering
                        .instruction()
                        .original()
                        .contains(parameters.get("page").strip()),
                parameters::toString);
    }
}
