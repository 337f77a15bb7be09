package org.citykit.icalendar.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,]",
                "[1 2]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{1:1}",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[1e]",
                "[-]",
                "[NaN]",
                "[tru]",
                "[True]",
                "\"\u0001\"",
                "\"a\nb\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"open",
                "\"open\\",
                "[1]]",
                "[1] 2",
                "[}",
                "{]",
                "[",
                "{\"a\":1",
                "'a'",
                "// no\n1",
                "\ufeff[1]"
            })
    void whatRfc8259RefusesIsRefused(String text) {
        assertThrows(JsonException.class, () -> tokens(text));
    }

    @Test
    void everyKindOfValueIsRead() {
        assertEquals(
                List.of(
                        "BEGIN_ARRAY",
                        "NUMBER:-0.5e+10",
                        "STRING:\u0634\"\\/\b\f\n\r\t\ud83c\udf89\ufffd",
                        "BEGIN_OBJECT",
                        "NAME:a",
                        "TRUE",
                        "NAME:",
                        "NULL",
                        "END_OBJECT",
                        "FALSE",
                        "BEGIN_ARRAY",
                        "END_ARRAY",
                        "BEGIN_OBJECT",
                        "END_OBJECT",
                        "END_ARRAY"),
                tokens(" [-0.5e+10 , \"\u0634\\\"\\\\\\/\\b\\f\\n\\r\\t\\ud83c\\uDF89\\ud800\" ,\r\n\t"
                        + "{\"a\":true,\"\":null}, false,[],{}] "));
    }

    @Test
    void aFaultIsToldWithItsLineAndColumn() {
        JsonException fault = assertThrows(JsonException.class, () -> tokens("[\n  1,\n  ?]"));

        assertEquals(3, fault.line());
        assertEquals(3, fault.column());
    }

    @Test
    void depthAndStringsAreLimited() {
        byte[] deep = "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(deep, deep.length, 50, 10);
        JsonException fault = assertThrows(JsonException.class, () -> all(reader));
        assertEquals(51, fault.column());

        byte[] texts = "[\"0123456789\",\"01234567890\",\"01234\\n67890\"]".getBytes(StandardCharsets.UTF_8);
        JsonReader limited = new JsonReader(texts, texts.length, 50, 10);
        assertEquals(List.of("BEGIN_ARRAY", "STRING:0123456789", "STRING:", "STRING:", "END_ARRAY"), all(limited));
    }

    @Test
    void whatIsWrittenForAScriptCannotEndIt() {
        JsonWriter json = new JsonWriter(true);

        String text = new String(
                json.string("</script>&\u2028\u0001\"\\\ud83c\udf89\ud800").toOctets(), StandardCharsets.UTF_8);

        assertEquals("\"\\u003c/script\\u003e\\u0026\\u2028\\u0001\\\"\\\\\ud83c\udf89\ufffd\"", text);
        assertEquals(List.of("STRING:</script>&\u2028\u0001\"\\\ud83c\udf89\ufffd"), tokens(text));
        assertTrue(text.indexOf('<') < 0);
    }

    private static List<String> tokens(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return all(new JsonReader(octets, octets.length, 100, 1_000));
    }

    private static List<String> all(JsonReader reader) {
        List<String> found = new ArrayList<>();
        JsonToken token = reader.next();
        while (token != JsonToken.END) {
            boolean worded = token == JsonToken.NAME || token == JsonToken.STRING || token == JsonToken.NUMBER;
            found.add(worded ? token + ":" + reader.text() : token.toString());
            token = reader.next();
        }
        return found;
    }
}
