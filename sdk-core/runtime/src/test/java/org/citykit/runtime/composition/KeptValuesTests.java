package org.citykit.runtime.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.image.BinaryReader;
import org.citykit.runtime.image.BinaryWriter;
import org.citykit.runtime.image.MalformedBytesException;
import org.citykit.runtime.value.ListValue;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Value;
import org.citykit.runtime.value.ValueLimits;
import org.citykit.runtime.value.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeptValuesTests {
    private static final String ALIASES = """
            shared: &all { fa: "ها", list: [1, '', ~, &one x] }
            again: *all
            words: [*one, *all]
            "long key, long key, long key, long key, long key, long key, long": |
              text
            """;

    @TempDir
    Path home;

    private Path data;
    private Path file;

    @BeforeEach
    void folders() throws Exception {
        Files.createDirectory(home.resolve("plugins"));
        data = home.resolve("var");
        file = data.resolve("portal.values");
    }

    @Test
    void aTreeComesBackWithItsPlacesAndWhatItRepeats() {
        Value before = parsed(ALIASES);

        Value after = ValueForm.read(new BinaryReader(written(before)));

        assertEquals(before.toString(), after.toString());
        assertEquals(places(before), places(after));
        assertTrue(before.sameContent(after));
        MapValue top = (MapValue) after;
        assertSame(top.get("shared").orElseThrow(), top.get("again").orElseThrow());
        ListValue words = (ListValue) top.get("words").orElseThrow();
        assertSame(top.get("again").orElseThrow(), words.elements().get(1));
    }

    @Test
    void bytesThatNobodyWroteAreTold() {
        byte[] whole = written(parsed(ALIASES));
        Random random = new Random(5);

        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                assertNotNull(ValueForm.read(new BinaryReader(bytes)));
            } catch (MalformedBytesException told) {
                assertNotNull(told.getMessage());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: var/", "data: var", "data: { env: DATA }", "data: \"var/\"", "data: ./var # here"})
    void aTextThatIsTheSameIsNotParsedAgain(String data) throws Exception {
        String text = portal("Tehran", data);
        assertEquals("Tehran", name(read(text)));
        keep(text, portal("Isfahan", data));

        assertEquals("Isfahan", name(read(text)));
    }

    @Test
    void aTextThatHasChangedIsParsed() throws Exception {
        read(portal("Tehran", "data: var/"));

        assertEquals("Shiraz", name(read(portal("Shiraz", "data: var/"))));
        assertEquals("Tehran", name(read(portal("Tehran", "data: var/"))));
    }

    @Test
    void whatIsKeptTellsTheSamePlacesAsTheText() throws Exception {
        String text = portal("Tehran", "data: var/") + "modules:\n  - id: a\n    use: Wrong\n  - id: b\n    ues: x\n";

        List<String> first =
                read(text).problems().stream().map(Object::toString).toList();
        List<String> second =
                read(text).problems().stream().map(Object::toString).toList();

        assertFalse(first.isEmpty());
        assertEquals(first, second);
        assertTrue(Files.exists(file));
    }

    @Test
    void valuesThatNameAnotherFolderAreNotUsed() throws Exception {
        String text = portal("Tehran", "data: var/");
        read(text);
        keep(text, portal("Isfahan", "data: elsewhere/"));

        assertEquals("Tehran", name(read(text)));
    }

    @Test
    void damagedValuesAreReadAnewAndKeptAgain() throws Exception {
        String text = portal("Tehran", "data: var/");
        read(text);
        byte[] whole = Files.readAllBytes(file);
        for (int at : List.of(0, 8, whole.length / 2, whole.length - 1)) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);

            assertEquals("Tehran", name(read(text)));
            assertEquals(List.of(), difference(whole));
        }
        Files.write(file, new byte[3]);

        assertEquals("Tehran", name(read(text)));
        assertEquals(List.of(), difference(whole));
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aTextThatIsWrongIsNotKept() throws Exception {
        String text = portal("Tehran", "data: var/") + "modules: [\n";

        assertEquals(
                RuntimeError.COMPOSITION_MALFORMED, read(text).problems().get(0).code());
        assertFalse(Files.exists(file));
        assertEquals(Optional.of(data), read(text).data());
    }

    @Test
    void aTextThatCannotBeOpenedTouchesNoData() throws Exception {
        assertTrue(read(portal("Tehran", "data: var/") + "unknown: key\n")
                .composition()
                .isEmpty());
        assertFalse(Files.exists(data));
    }

    @Test
    void aReaderThatOnlyLooksKeepsNothing() throws Exception {
        Files.writeString(home.resolve("portal.yaml"), portal("Tehran", "data: var/"));

        assertEquals(
                "Tehran", name(CompositionReader.of(name -> Optional.empty()).read(home.resolve("portal.yaml"))));
        assertFalse(Files.exists(data));
    }

    @Test
    void aFolderThatCannotBeWrittenCostsNothingElse() throws Exception {
        Files.writeString(home.resolve("file"), "");

        assertEquals("Tehran", name(read(portal("Tehran", "data: file/below"))));
    }

    private void keep(String text, String other) {
        KeptValues.in(data).keep(text.getBytes(StandardCharsets.UTF_8), parsed(other));
    }

    private CompositionReader.Read read(String text) throws Exception {
        Path yaml = Files.writeString(home.resolve("portal.yaml"), text);
        Map<String, String> variables = Map.of("DATA", data.toString());
        return CompositionReader.keeping(name -> Optional.ofNullable(variables.get(name)))
                .read(yaml);
    }

    private List<Integer> difference(byte[] whole) throws Exception {
        int at = java.util.Arrays.mismatch(whole, Files.readAllBytes(file));
        return at < 0 ? List.of() : List.of(at);
    }

    private static String name(CompositionReader.Read read) {
        return read.composition().orElseThrow().portal().name().texts().get("en");
    }

    private static String portal(String name, String data) {
        return "portal:\n  id: city\n  name: { en: " + name + " }\n  languages: [en]\n  zone: UTC\nplugins: plugins/\n"
                + data + "\n";
    }

    private static Value parsed(String text) {
        return Values.parse(text, "portal.yaml", RuntimeError.COMPOSITION_MALFORMED, ValueLimits.STANDARD)
                .value()
                .orElseThrow();
    }

    private static byte[] written(Value value) {
        BinaryWriter out = new BinaryWriter();
        ValueForm.write(out, value);
        return out.toBytes();
    }

    private static List<String> places(Value value) {
        List<String> places = new java.util.ArrayList<>();
        collect(value, places);
        return places;
    }

    private static void collect(Value value, List<String> places) {
        places.add(value.place().toString());
        if (value instanceof MapValue map) {
            map.members().forEach((key, member) -> {
                places.add(key + " " + member.key());
                collect(member.value(), places);
            });
        } else if (value instanceof ListValue list) {
            list.elements().forEach(it -> collect(it, places));
        }
    }
}
