package org.citykit.icalendar.recur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citykit.icalendar.SharedData;
import org.citykit.icalendar.recur.ConformanceCases.Case;
import org.citykit.icalendar.time.DateOrDateTime;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs published recurrence cases that this library did not write. */
class ConformanceTests {
    private static final int JUMPS = 12;

    @ParameterizedTest
    @ValueSource(strings = {"icalrecur_test.txt", "icalrecur_test_rscale.txt", "dateutil_valid.txt"})
    void everyCaseHasTheExpectedOccurrences(String file) throws IOException {
        List<Case> cases = ConformanceCases.read(file);

        List<String> failures = ConformanceCases.failing(cases)
                .map(each -> each.name() + " from " + each.start() + "\n  expected " + each.instances()
                        + "\n  found    " + ConformanceCases.outcome(each))
                .toList();

        SharedData.report(file + ": " + (cases.size() - failures.size()) + "/" + cases.size() + " passed");
        assertEquals(List.of(), failures, () -> String.join("\n", failures));
        assertTrue(cases.size() >= 14);
    }

    @Test
    void onlyTheChineseScalesAreNotComputed() throws IOException {
        List<Case> cases = new java.util.ArrayList<>(ConformanceCases.read("icalrecur_test_rscale_withicu.txt"));
        cases.addAll(ConformanceCases.read("icalrecur_test_rscale_withicu_dangi.txt"));

        List<Case> failing = ConformanceCases.failing(cases).toList();

        SharedData.report("rscale" + ": " + (cases.size() - failing.size()) + "/" + cases.size() + " passed");
        Set<String> scales = failing.stream()
                .map(each -> each.rule().replaceAll(".*RSCALE=([A-Z-]+).*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("CHINESE", "DANGI"), scales);
        long chinese = cases.stream()
                .filter(each -> each.rule().contains("CHINESE") || each.rule().contains("DANGI"))
                .count();
        assertEquals(chinese, failing.size());
        failing.forEach(each -> assertEquals("*** UNSUPPORTED", ConformanceCases.outcome(each)));
    }

    @TestFactory
    List<DynamicTest> aWindowFindsWhatTheWholeWalkFinds() throws IOException {
        return List.of("icalrecur_test.txt", "icalrecur_test_rscale.txt", "dateutil_valid.txt").stream()
                .map(file -> DynamicTest.dynamicTest(
                        file,
                        () -> ConformanceCases.read(file).stream()
                                .filter(each -> !each.isRefused())
                                .forEach(ConformanceTests::jump)))
                .toList();
    }

    private static void jump(Case each) {
        List<DateOrDateTime> all =
                each.expected().stream().map(DateOrDateTime::parse).toList();
        int step = Math.max(1, all.size() / JUMPS);
        for (int i = 0; i < all.size(); i += step) {
            LocalDateTime from = all.get(i).local();
            LocalDateTime to = all.get(all.size() - 1).local().plusSeconds(1);

            Expansion found = each.set().expand(from, to, Budget.standard());

            assertEquals(all.subList(i, all.size()), found.starts(), each.name() + " from " + from);
        }
    }
}
