package org.citykit.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.citykit.runtime.RuntimeError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1",
                "a: [x, 'null', null, ~, {b: c}]",
                "{}",
                "list: []",
                "متن: \"تهران\\u200c\\\"\\\\\"",
                "a: \"line\\nline\\u2028\\x07\\ud83c\\udf89\\ufeff\"",
                "text: |\n  two\n  lines\n",
                "a: &x {b: 1}\nc: *x"
            })
    void whatIsWrittenReadsAsTheSameValues(String yaml) {
        Value read = parsed(yaml);

        String written = ValueText.of(read);

        assertTrue(read.sameContent(parsed(written)), written);
    }

    @Test
    void theTextIsJsonInLines() {
        String written = ValueText.of(parsed("portal: {id: tehran, languages: [fa, en]}\nempty:"));

        assertEquals("""
                {
                  "portal": {
                    "id": "tehran",
                    "languages": [
                      "fa",
                      "en"
                    ]
                  },
                  "empty": null
                }
                """, written);
    }

    private static Value parsed(String yaml) {
        Parsed parsed = Values.parse(yaml, "test", RuntimeError.COMPOSITION_MALFORMED, ValueLimits.STANDARD);
        return parsed.value().orElseThrow(() -> new AssertionError(parsed.problems()));
    }
}
