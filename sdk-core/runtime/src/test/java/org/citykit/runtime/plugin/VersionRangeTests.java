package org.citykit.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionRangeTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "^",
                "1.2.3.4",
                "01.2",
                "1.2.03",
                ">=",
                "1.2 ||",
                "|| 1",
                "1.2.x.3",
                "x.2",
                "1.x.3",
                ".x",
                "=>1",
                "-1",
                "1 -2",
                "- 1",
                "1.2-rc",
                "[1,2",
                "1,2",
                "[1,)",
                "(,2]",
                "[1.x,2)",
                "latest",
                "1.0.0.Final",
                "1 and 2",
                ">=1,<2",
                "1 | 2"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertEquals(Optional.empty(), VersionRange.parse(text));
    }

    @Test
    void aRangeOfUnreasonableLengthIsRefused() {
        assertEquals(Optional.empty(), VersionRange.parse("1 || ".repeat(100) + "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3.4", "v1", "1.0.0.Final", "01.0.0", "1..2", "1.0-", "1.0.0+"})
    void whatIsNoVersionIsRefused(String text) {
        assertEquals(Optional.empty(), SemanticVersion.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "*, 0.0.1, true",
        "x, 3.0.0, true",
        "^x, 3.0.0, true",
        ">x, 3.0.0, false",
        "1.2, 1.2.0, true",
        "1.2, 1.2.1, true",
        "1.2, 1.3.0, false",
        "1, 1.99.0, true",
        "1, 2.0.0, false",
        "=1.2.3, 1.2.3, true",
        "=1.2.3, 1.2.4, false",
        "v1.2.3, 1.2.3, true",
        "1.2.3+build.5, 1.2.3+other, true",
        "^1.2, 1.1.9, false",
        "^1.2, 1.2.0, true",
        "^1.2, 1.9.0, true",
        "^1.2, 2.0.0, false",
        "^1, 1.9.9, true",
        "^0.2.3, 0.2.9, true",
        "^0.2.3, 0.2.2, false",
        "^0.2.3, 0.3.0, false",
        "^0.0.3, 0.0.3, true",
        "^0.0.3, 0.0.4, false",
        "^0.0, 0.0.9, true",
        "^0.0, 0.1.0, false",
        "^0, 0.9.0, true",
        "^0, 1.0.0, false",
        "^1.x, 1.0.0, true",
        "^0.0.x, 0.0.7, true",
        "~1.2, 1.2.9, true",
        "~1.2, 1.3.0, false",
        "~1.2.3, 1.2.2, false",
        "~0.2.3, 0.3.0, false",
        "~1, 1.9.0, true",
        "~1, 2.0.0, false",
        "~>1.2, 1.2.5, true",
        "1.x, 1.7.0, true",
        "1.x, 2.0.0, false",
        "1.x.x, 1.7.0, true",
        "1.2.*, 1.2.7, true",
        "1.2.*, 1.3.0, false",
        "1.2.X, 1.2.7, true",
        ">=1.2 <3, 2.9.9, true",
        ">=1.2 <3, 3.0.0, false",
        ">= 1.2 < 3, 1.2.0, true",
        ">=1.2   <3, 1.2.0, true",
        ">1.2, 1.2.9, false",
        ">1.2, 1.3.0, true",
        ">1, 1.9.9, false",
        ">1, 2.0.0, true",
        ">1.2.3, 1.2.3, false",
        ">1.2.3, 1.2.4, true",
        "<1.2, 1.1.9, true",
        "<1.2, 1.2.0, false",
        "<=1.2, 1.2.9, true",
        "<=1.2, 1.3.0, false",
        "<=1, 1.9.9, true",
        "<=1.2.3, 1.2.3, true",
        "<=1.2.3, 1.2.4, false",
        "1.2.3 - 2.3.4, 1.2.2, false",
        "1.2.3 - 2.3.4, 1.2.3, true",
        "1.2.3 - 2.3.4, 2.3.4, true",
        "1.2.3 - 2.3.4, 2.3.5, false",
        "1.2 - 2.3.4, 1.2.0, true",
        "1.2.3 - 2.3, 2.3.9, true",
        "1.2.3 - 2.3, 2.4.0, false",
        "1.2.3 - 2, 2.9.0, true",
        "1.2.3 - 2, 3.0.0, false",
        "1.2 || ^3, 3.4.0, true",
        "1.2 || ^3, 2.0.0, false",
        "1.2||3, 3.4.0, true",
        "1 - 2 || >=4 <5, 4.1.0, true",
        "1 - 2 || >=4 <5, 3.0.0, false",
        "999999999999999999.x, 999999999999999999.4.0, true"
    })
    void aRangeAdmitsWhatItSays(String range, String version, boolean admitted) {
        assertEquals(admitted, range(range).admits(version(version)), range + " and " + version);
    }

    @ParameterizedTest
    @CsvSource({
        "*, 1.0.0-rc.1, false",
        "^1.0, 1.4.0-rc.1, false",
        "^1.0, 1.0.0-SNAPSHOT, false",
        "^1.2, 2.0.0-rc.1, false",
        ">=1.2 <3, 3.0.0-rc.1, false",
        "<3.0.0, 3.0.0-rc.1, false",
        ">=1.2.3-rc.1, 1.2.3-rc.1, true",
        ">=1.2.3-rc.1, 1.2.3-rc.4, true",
        ">=1.2.3-rc.2, 1.2.3-rc.1, false",
        ">=1.2.3-rc.1, 1.2.4-rc.1, false",
        ">=1.2.3-rc.1, 1.2.3, true",
        ">=1.2.3-rc.1, 1.2.4, true",
        ">1.2.3-rc.1, 1.2.3-rc.1, false",
        ">1.2.3-rc.1, 1.2.3-rc.1.0, true",
        "^1.2.3-beta.2, 1.2.3-beta.4, true",
        "^1.2.3-beta.2, 1.2.4-beta.2, false",
        "^1.2.3-beta.2, 1.9.0, true",
        "^1.2.3-beta.2, 2.0.0-0, false",
        "~1.2.3-beta.2, 1.2.3-beta.9, true",
        "~1.2.3-beta.2, 1.2.4-beta.2, false",
        "^0.0.3-beta, 0.0.3-pr.2, true",
        "<2.0.0-rc.3, 2.0.0-rc.2, true",
        "<2.0.0-rc.3, 2.0.0-rc.3, false",
        "<2.0.0-rc.3, 1.9.0-rc.1, false",
        "<=2.0.0-rc.3, 2.0.0-rc.3, true",
        "=1.0.0-SNAPSHOT, 1.0.0-SNAPSHOT, true",
        "1.0.0-SNAPSHOT || ^1, 1.0.0-SNAPSHOT, true",
        "1.0.0-SNAPSHOT || ^1, 1.1.0-SNAPSHOT, false",
        "1.2.3-alpha - 1.2.5, 1.2.3-beta, true",
        "1.2.3 - 1.2.5-beta, 1.2.5-alpha, true",
        "1.2.3 - 1.2.5-beta, 1.2.5-rc, false",
        ">=1.0.0 <2.0.0-rc.1 || 2.0.0-rc.7, 2.0.0-rc.7, true"
    })
    void aPreReleaseIsTakenOnlyWhereTheRangeNamesOneOfTheSameNumbers(String range, String version, boolean admitted) {
        assertEquals(admitted, range(range).admits(version(version)), range + " and " + version);
    }

    /** The bundles of an OSGi framework state ranges like this; the scenarios are those of its version ranges. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[1.2,2); 1.2.0; true",
                "[1.2,2); 1.9.9; true",
                "[1.2,2); 2.0.0; false",
                "[1.2,2); 2.0.0-rc.1; false",
                "[1.2,2]; 2.0.0; true",
                "[1.2,2]; 2.0.1; false",
                "(1.2,2]; 1.2.0; false",
                "(1.2,2]; 1.2.1; true",
                "(1.2,2); 1.2.0; false",
                "(1.2,2); 2.0.0; false",
                "[1.2.3,1.2.3]; 1.2.3; true",
                "[1.2.3,1.2.3]; 1.2.4; false",
                "[ 1.2 , 2 ); 1.2.0; true",
                "[1,2) || [3,4); 3.1.0; true"
            })
    void anIntervalTakesItsEndsAsItsBracketsSay(String range, String version, boolean admitted) {
        assertEquals(admitted, range(range).admits(version(version)), range + " and " + version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">2 <1",
                ">=2 <2",
                ">1.2.3 <1.2.4",
                "<0.0.0",
                "<0",
                ">x",
                "<x",
                "[2,1]",
                "(1.2.3,1.2.3]",
                "[1.2.3,1.2.3)",
                "(1.2.3,1.2.4)",
                "2 - 1",
                ">1.0.0-rc.1 <1.0.0-rc.1.0",
                "<0.0.0-0",
                "^1 ^2"
            })
    void aRangeThatNoVersionCanMeetIsEmpty(String text) {
        assertTrue(range(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<=0.0.0", ">1.2.3 <1.2.5", ">2 <1 || 3", "[1.2.3,1.2.3]", "<0.0.0-1", "1.0.0-a"})
    void aRangeThatOneVersionMeetsIsNotEmpty(String text) {
        assertFalse(range(text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^1.2; >=1.5 <3; >=1.5.0 <2.0.0",
                "^1; ^2; <0.0.0",
                "[1,3); [2,4); >=2.0.0 <3.0.0",
                "[1,2]; [2,3]; >=2.0.0 <2.0.1",
                "[1,2); [2,3); <0.0.0",
                "*; ~1.2.3; >=1.2.3 <1.3.0",
                "*; *; *",
                ">=1; >2.0.0; >=2.0.1",
                "1 || 3; 2 || >=3.5; >=3.5.0 <4.0.0",
                ">=1.0.0-rc.1; <=1.0.0-rc.5; >=1.0.0-rc.1 <1.0.0-rc.5.0",
                "^1.0.0-rc.1; ^1; >=1.0.0 <2.0.0",
                "1 - 5 || 7; 2 || 4 || 6 - 8; >=2.0.0 <3.0.0 || >=4.0.0 <5.0.0 || >=7.0.0 <8.0.0"
            })
    void whatTwoRangesHaveInCommonIsARange(String left, String right, String common) {
        VersionRange cut = range(left).and(range(right));

        assertEquals(common, cut.text());
        assertEquals(cut, range(common));
        assertEquals(cut, range(right).and(range(left)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^1; ^1.2; true",
                "^1.2; ^1; false",
                "[1,2); [1,2]; false",
                "[1,2]; (1,2); true",
                "*; 1 || 2; true",
                "*; 1.0.0-rc.1; false",
                "1 || 2; >=1 <3; true",
                "^1; >2 <1; true"
            })
    void aRangeCoversAnotherIfAllItsVersionsLieInIt(String wide, String narrow, boolean covers) {
        assertEquals(covers, range(wide).covers(range(narrow)));
    }

    @Test
    void differentWritingsOfOneSetMeanTheSame() {
        List<String> writings = List.of("^1.2", ">=1.2 <2", "[1.2,2)", "1.2 || >1.2 <=1", "1.2.0 - 1", "~1 >=1.2");

        for (String writing : writings) {
            assertEquals(range("^1.2").releases(), range(writing).releases(), writing);
            assertEquals(range("^1.2").preReleases(), range(writing).preReleases(), writing);
        }
    }

    @Test
    void whatIsCommonIsAdmittedByBothAndNothingElseIs() {
        Random random = new Random(42);
        for (int i = 0; i < 3_000; i++) {
            VersionRange left = range(randomRange(random));
            VersionRange right = range(randomRange(random));
            VersionRange common = left.and(right);
            VersionRange either = range(left.text() + " || " + right.text());
            for (int j = 0; j < 20; j++) {
                SemanticVersion version = version(randomVersion(random));
                boolean inLeft = left.admits(version);
                boolean inRight = right.admits(version);
                assertEquals(inLeft && inRight, common.admits(version), left + " and " + right + " at " + version);
                assertEquals(inLeft || inRight, either.admits(version), left + " or " + right + " at " + version);
            }
            assertEquals(common, range(common.text()));
            assertTrue(left.covers(common) && right.covers(common) && either.covers(left));
        }
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
            SemanticVersion lower = version(ascending.get(i - 1));
            SemanticVersion higher = version(ascending.get(i));
            assertTrue(lower.compareTo(higher) < 0, lower + " < " + higher);
            assertTrue(higher.compareTo(lower) > 0, higher + " > " + lower);
        }
    }

    private static String randomRange(Random random) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String from = randomVersion(random);
            String to = randomVersion(random);
            List<String> forms = List.of(
                    "^" + from,
                    "~" + from,
                    from,
                    ">=" + from + " <" + to,
                    ">" + from + " <=" + to,
                    "[" + from + "," + to + ")",
                    from + " - " + to,
                    "<" + to,
                    ">" + random.nextInt(3),
                    random.nextInt(3) + ".x");
            parts.add(forms.get(random.nextInt(forms.size())));
        }
        return String.join(" || ", parts);
    }

    private static String randomVersion(Random random) {
        String numbers = random.nextInt(3) + "." + random.nextInt(3) + "." + random.nextInt(3);
        List<String> ends = List.of("", "", "", "-a", "-a.0", "-a.1", "-1", "-b");
        return numbers + ends.get(random.nextInt(ends.size()));
    }

    private static VersionRange range(String text) {
        return VersionRange.parse(text).orElseThrow(() -> new AssertionError(text));
    }

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow(() -> new AssertionError(text));
    }
}
