package org.citykit.portal.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the pages show is what the tests run, and what they link to is there. */
final class DocumentationTests {
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Regions REGIONS = Regions.ofProject();

    @Test
    void everyRegionHasABeginningAnEndAndANameOfItsOwn() {
        assertEquals(List.of(), REGIONS.faults());
    }

    @TestFactory
    Stream<DynamicTest> everyBlockOfCodeShowsARegion() {
        return ProjectFiles.pages().stream()
                .flatMap(page -> FencedBlock.of(page).stream())
                .filter(FencedBlock::isCode)
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> {
                    String region = block.region()
                            .orElseThrow(() -> new AssertionError("The block names no region=File.name."));
                    assertEquals(
                            REGIONS.find(region)
                                    .orElseThrow(() -> new AssertionError("There is no region " + region + ".")),
                            block.text());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() {
        return ProjectFiles.pages().stream()
                .map(page -> DynamicTest.dynamicTest(
                        ProjectFiles.root().relativize(page).toString(), () -> assertEquals(List.of(), dead(page))));
    }

    @Test
    void everyPageIsNamedInItsIndex() {
        for (String folder : new String[] {"docs/guide", "docs/adr"}) {
            Path index = ProjectFiles.root().resolve(folder).resolve("README.md");
            String text = String.join("\n", ProjectFiles.lines(index));

            for (Path page : ProjectFiles.below(index.getParent(), ".md")) {
                assertTrue(
                        page.equals(index) || text.contains(page.getFileName().toString()),
                        () -> index + " does not name " + page.getFileName());
            }
        }
    }

    private static List<String> dead(Path page) {
        List<String> dead = new ArrayList<>();
        for (String line : ProjectFiles.lines(page)) {
            Matcher link = LINK.matcher(line);
            while (link.find()) {
                String target = link.group(1);
                if (!target.matches("[a-z]+:.*") && !isThere(page, target)) {
                    dead.add(target);
                }
            }
        }
        return dead;
    }

    private static boolean isThere(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    /** The anchors that headings get on the usual forges. */
    static Set<String> anchors(Path page) {
        return ProjectFiles.lines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+", "").strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
