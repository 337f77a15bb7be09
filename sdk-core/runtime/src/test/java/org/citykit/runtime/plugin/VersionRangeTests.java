package org.citykit.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionRangeTests {
    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "x", "^", "1.2.3.4", "01.2", ">=", "1.2 ||", "^x", "[1,2)", "1.2.x.3", "=>1", "-1"})
    void whatIsNoRangeIsRefused(String text) {
        assertEquals(Optional.empty(), VersionRange.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3.4", "v1", "1.0.0.Final", "01.0.0", "1..2", "1.0-", "1.0.0+"})
    void whatIsNoVersionIsRefused(String text) {
        assertEquals(Optional.empty(), SemanticVersion.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "*, 0.0.1, true",
        "1.2, 1.2.0, true",
        "1.2, 1.2.1, false",
        "=1.2.3, 1.2.3, true",
        "^1.2, 1.1.9, false",
        "^1.2, 1.2.0, true",
        "^1.2, 1.9.0, true",
        "^1.2, 2.0.0, false",
        "^1.2, 2.0.0-rc.1, false",
        "^1.0, 1.4.0-rc.1, true",
        "^1.0, 1.0.0-SNAPSHOT, false",
        "^1, 1.9.9, true",
        "^0.2.3, 0.2.9, true",
        "^0.2.3, 0.3.0, false",
        "^0.0.3, 0.0.4, false",
        "~1.2, 1.2.9, true",
        "~1.2, 1.3.0, false",
        "~1, 1.9.0, true",
        "1.x, 1.7.0, true",
        "1.x, 2.0.0, false",
        "1.2.*, 1.2.7, true",
        "1.2.*, 1.3.0, false",
        ">=1.2 <3, 2.9.9, true",
        ">=1.2 <3, 3.0.0, false",
        ">=1.2 <3, 3.0.0-rc.1, false",
        ">= 1.2 < 3, 1.2.0, true",
        ">1.2, 1.2.0, false",
        "<=1.2, 1.2.0, true",
        "1.2 || ^3, 3.4.0, true",
        "1.2 || ^3, 2.0.0, false"
    })
    void aRangeAdmitsWhatItSays(String range, String version, boolean admitted) {
        VersionRange parsed = VersionRange.parse(range).orElseThrow();

        assertEquals(admitted, parsed.admits(SemanticVersion.parse(version).orElseThrow()), range + " and " + version);
    }

    @Test
    void versionsAreOrderedAsTheirStandardShows() {
        List<String> ascending = List.of(
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.1",
                "1.2.0",
                "1.10.0",
                "2");

        for (int i = 1; i < ascending.size(); i++) {
            SemanticVersion lower = SemanticVersion.parse(ascending.get(i - 1)).orElseThrow();
            SemanticVersion higher = SemanticVersion.parse(ascending.get(i)).orElseThrow();
            assertTrue(lower.compareTo(higher) < 0, lower + " < " + higher);
            assertTrue(higher.compareTo(lower) > 0, higher + " > " + lower);
        }
    }
}
