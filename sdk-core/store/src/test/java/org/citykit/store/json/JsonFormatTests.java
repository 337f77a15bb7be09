package org.citykit.store.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CityRef;
import org.citykit.api.Defect;
import org.citykit.api.Item;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Receipt;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;
import org.citykit.api.twinning.City;
import org.citykit.store.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTests {
    private static final int ROUNDS = 300;

    private final JsonFormat format = new JsonFormat();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"type\":\"city\"}",
                "{\"type\":\"planet\",\"id\":\"x\"}",
                "{\"type\":\"city\",\"ref\":\"wikidata\",\"kind\":\"CITY\"}",
                "{\"type\":\"city\",\"ref\":\"wikidata:Q1\",\"kind\":\"VILLAGE\",\"name\":{\"en\":\"A\"}}",
                "{\"type\":\"city\",\"ref\":\"wikidata:Q1\",\"kind\":0,\"name\":{\"en\":\"A\"}}",
                "{\"type\":\"city\",\"ref\":\"wikidata:Q1\",\"kind\":\"CITY\",\"name\":{\"e n\":\"A\"}}",
                "{\"type\":\"city\",\"ref\":\"wikidata:Q1\",\"kind\":\"CITY\",\"name\":{\"en\":1}}",
                "{\"type\":\"city\",\"ref\":\"wikidata:Q1\",\"kind\":\"CITY\",\"name\":[]}",
                "{\"type\":\"city\",\"ref\":\"wikidata:Q1\",\"kind\":\"CITY\",\"name\":{\"en\":\"A\"}"
            })
    void whatIsNoItemIsRefused(String line) {
        assertThrows(IOException.class, () -> format.value(Item.class, 1, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Phobos", "", "\\u0000"})
    void aTimeZoneThatThisMachineDoesNotKnowIsRefused(String zone) throws IOException {
        String line =
                format.text(Samples.full().city()).replaceFirst("\"zone\":\"[^\"]*\"", "\"zone\":\"" + zone + "\"");

        assertThrows(IOException.class, () -> format.value(Item.class, 1, line));
    }

    @Test
    void aNumberThatIsMissingIsRefused() throws IOException {
        String line = format.text(Samples.full().city()).replaceFirst("\"latitude\":[-0-9.E]+,", "");

        assertThrows(IOException.class, () -> format.value(Item.class, 1, line));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, Integer.MAX_VALUE})
    void anotherFormatIsRefused(int version) throws IOException {
        String line = format.text(Samples.full().city());

        IOException refused = assertThrows(IOException.class, () -> format.value(Item.class, version, line));

        assertTrue(refused.getMessage().contains(Integer.toString(version)), refused.getMessage());
    }

    @Test
    void anItemThatIsNoRecordOfTheApiIsRefused() throws IOException {
        record Foreign(String id) implements Item {}

        try (LineWriter<Item> lines = format.writer(Item.class, new ByteArrayOutputStream())) {
            assertThrows(IOException.class, () -> lines.write(new Foreign("x")));
        }
    }

    @Test
    void theFullSamplesLeaveNothingEmpty() {
        Samples full = Samples.full();

        full.oneOfEach().forEach(item -> assertFilled(item, item.id()));
        assertFilled(full.receipt(), "receipt");
        assertTrue(full.agreement().lifecycle().size() > 1);
    }

    @Test
    void everythingFilledComesBackAsItWas() throws IOException {
        List<Item> items = Samples.full().oneOfEach();

        assertEquals(items, roundTrip(items));
    }

    @Test
    void everythingEmptyComesBackAsItWas() throws IOException {
        List<Item> items = Samples.bare().oneOfEach();

        assertEquals(items, roundTrip(items));
    }

    @Test
    void anythingComesBackAsItWas() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            List<Item> items = Samples.some(seed).oneOfEach();

            assertEquals(items, roundTrip(items), "seed " + seed);
        }
    }

    @Test
    void anEventThatWasStoredBeforeItHadAUidIsReadWithoutOne() throws IOException {
        String old = "{\"type\":\"event\",\"id\":\"a\",\"kind\":\"OTHER\",\"title\":{\"en\":\"A\"},"
                + "\"when\":{\"type\":\"all-day\",\"start\":\"2026-03-21\",\"end\":\"2026-03-22\"},"
                + "\"status\":\"CONFIRMED\"}";

        assertEquals(
                CalendarEvent.of("a").title(Text.of("en", "A")).on(LocalDate.of(2026, 3, 21)),
                format.value(Item.class, 1, old));
    }

    @Test
    void bothKindsOfTimeComeBackAsTheyWere() throws IOException {
        boolean[] seen = new boolean[2];
        for (int seed = 0; seed < ROUNDS; seed++) {
            CalendarEvent event = Samples.some(seed).event();
            seen[event.when() instanceof EventTime.Timed ? 0 : 1] = true;

            assertEquals(
                    event.when(),
                    ((CalendarEvent) roundTrip(List.<Item>of(event)).get(0)).when());
        }
        assertArrayEquals(new boolean[] {true, true}, seen);
    }

    @Test
    void receiptsAndDefectsComeBackAsTheyWere() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Receipt receipt = Samples.some(seed).receipt();
            Defect defect = Samples.some(seed).defect();

            assertEquals(receipt, format.value(Receipt.class, 1, format.text(receipt)));
            assertEquals(defect, format.value(Defect.class, 1, format.text(defect)));
        }
    }

    @Test
    void aTextKeepsItsOriginalFirst() throws IOException {
        Text text = Text.of("fa", "تهران").and("zz", "z").and("ar", "طهران").and("en", "Tehran");

        String json = format.text(text);

        assertEquals("{\"fa\":\"تهران\",\"zz\":\"z\",\"ar\":\"طهران\",\"en\":\"Tehran\"}", json);
        assertEquals(text.tags(), format.value(Text.class, 1, json).tags());
    }

    @Test
    void halfASurrogatePairSurvivesWritingAsOctets() throws IOException {
        City city = city(Text.of("en", "a \ud83d b \udd4a \ud83d\udd4a"), Set.of());

        assertEquals(List.of(city), roundTrip(List.of(city)));
    }

    @Test
    void setsInAnotherOrderGiveTheSameOctets() throws IOException {
        List<CityRef> refs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            refs.add(new CityRef("geonames", Integer.toString(i)));
        }
        Set<CityRef> forwards = new LinkedHashSet<>(refs);
        Collections.reverse(refs);
        Set<CityRef> backwards = new LinkedHashSet<>(refs);

        String one = format.text(city(Text.of("en", "A"), forwards));
        String other = format.text(city(Text.of("en", "A"), backwards));

        assertEquals(one, other);
        assertTrue(one.contains("[\"geonames:0\",\"geonames:1\",\"geonames:10\""), one);
    }

    @Test
    void whatIsEmptyIsLeftOut() throws IOException {
        City city = new City(
                CityRef.parse("wikidata:Q1"),
                City.Kind.CITY,
                Text.of("en", "A"),
                List.of(),
                Set.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Provenance.of(Text.of("en", "S")));

        assertEquals(
                "{\"type\":\"city\",\"ref\":\"wikidata:Q1\",\"kind\":\"CITY\",\"name\":{\"en\":\"A\"},"
                        + "\"provenance\":{\"source\":{\"en\":\"S\"}}}",
                format.text(city));
    }

    @Test
    void propertiesOfANewerWriterArePassedOver() throws IOException {
        Alert alert = Samples.full().alert("a-1");
        String newer = format.text(alert)
                .replaceFirst("\\{", "{\"colour\":{\"deep\":[1,{\"x\":null}]},")
                .replace("\"urgency\"", "\"mood\":\"calm\",\"urgency\"");

        assertNotEquals(format.text(alert), newer);
        assertEquals(alert, format.value(Alert.class, 1, newer));
    }

    @Test
    void equalProvenanceOfOneReadingIsHeldOnce() throws IOException {
        City city = Samples.full().city();

        List<Item> cities = roundTrip(List.of(city, city));

        assertSame(((City) cities.get(0)).provenance(), ((City) cities.get(1)).provenance());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR-u-ca-persian-nu-arabext", "ar-SA-u-ca-islamic-umalqura-nu-arab", "tr-TR"})
    void theDefaultLocaleChangesNothing(String tag) throws IOException {
        List<Item> items = Samples.full().oneOfEach();
        byte[] expected = octets(items);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));

            assertArrayEquals(expected, octets(items));
            assertEquals(items, roundTrip(items));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void linesEndWithALineFeedEach() throws IOException {
        List<Item> items = Samples.full().oneOfEach();

        String lines = new String(octets(items), StandardCharsets.UTF_8);

        assertEquals(items.size(), lines.chars().filter(c -> c == '\n').count());
        assertTrue(lines.endsWith("}\n"));
        assertFalse(lines.contains("\n\n"));
    }

    private List<Item> roundTrip(List<? extends Item> items) throws IOException {
        List<Item> back = new ArrayList<>();
        try (LineReader<Item> lines = format.reader(Item.class, 1, new ByteArrayInputStream(octets(items)))) {
            while (lines.hasNext()) {
                back.add(lines.next());
            }
        }
        return back;
    }

    private byte[] octets(List<? extends Item> items) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LineWriter<Item> lines = format.writer(Item.class, out)) {
            for (Item item : items) {
                lines.write(item);
            }
        }
        return out.toByteArray();
    }

    private static City city(Text name, Set<CityRef> sameAs) {
        return new City(
                CityRef.parse("wikidata:Q1"),
                City.Kind.CITY,
                name,
                List.of(),
                sameAs,
                "",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Provenance.of(Text.of("en", "S")));
    }

    /** Fails if anything in the value is empty that could be filled. */
    private static void assertFilled(Object value, String path) {
        if (value instanceof Optional<?> optional) {
            assertFilled(optional.orElseThrow(() -> new AssertionError(path)), path);
        } else if (value instanceof Map<?, ?> map) {
            assertFilled(map.values(), path);
        } else if (value instanceof Collection<?> collection) {
            assertFalse(collection.isEmpty(), path);
            collection.forEach(element -> assertFilled(element, path + "[]"));
        } else if (value instanceof Record record) {
            Arrays.stream(record.getClass().getRecordComponents())
                    .forEach(component -> assertFilled(component(record, component), path + "." + component.getName()));
        } else {
            assertNotEquals("", value, path);
        }
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError(component.getName(), failed);
        }
    }
}
