package org.citykit.icalendar.recur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.citykit.icalendar.SharedData;
import org.citykit.icalendar.recur.ConformanceCases.Case;
import org.citykit.icalendar.time.DateOrDateTime;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs published recurrence cases that this library did not write. */
class ConformanceTests {
    private static final int JUMPS = 12;

    @TestFactory
    List<DynamicTest> everyCaseHasTheExpectedOccurrences() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> all(file)))
                .toList();
    }

    private static void all(Path file) throws IOException {
        List<Case> cases = ConformanceCases.read(file);

        List<String> failures = ConformanceCases.failing(cases)
                .map(each -> each.name() + " from " + each.start() + "\n  expected " + each.instances()
                        + "\n  found    " + ConformanceCases.outcome(each))
                .toList();

        SharedData.report(
                file.getFileName() + ": " + (cases.size() - failures.size()) + "/" + cases.size() + " passed");
        assertEquals(List.of(), failures, () -> String.join("\n", failures));
        assertFalse(cases.isEmpty());
    }

    @TestFactory
    List<DynamicTest> aWindowFindsWhatTheWholeWalkFinds() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> ConformanceCases.read(file).stream()
                                .filter(each -> !each.isRefused())
                                .forEach(ConformanceTests::jump)))
                .toList();
    }

    /** Every file of cases, whoever puts it there. */
    private static List<Path> files() throws IOException {
        List<Path> files = SharedData.files("calendar/recur", ".txt");
        assertTrue(files.size() >= 5);
        return files;
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
