package org.citykit.portal.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.citykit.api.Limits;
import org.citykit.api.Text;
import org.citykit.events.Occurrence;
import org.citykit.portal.Portal;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.plan.PlanText;
import org.citykit.runtime.supervision.Applied;
import org.citykit.twinning.Relation;
import org.citykit.twinning.RelationQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that the guide shows to somebody who embeds a portal. */
final class EmbeddingTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

    @TempDir
    private Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @BeforeEach
    void thereIsAPortal() throws IOException {
        CompiledPlugin.delegations(home);
        Files.copy(ProjectFiles.delegations().resolve("visits.csv"), home.resolve("visits.csv"));
        Files.copy(ProjectFiles.example("embedding.yaml"), home.resolve("portal.yaml"));
    }

    @Test
    void aPortalThatCannotBeOpenedSaysWhy() throws IOException {
        Path yaml = Files.writeString(home.resolve("portal.yaml"), "portal: { id: tehran }\n");

        // region refused
        try (Portal portal = Portal.open(yaml)) {
            out.println(portal.settings().id());
        } catch (CompositionException refused) {
            for (Problem problem : refused.problems()) {
                out.println(problem); // portal.yaml:1:9  key 'portal.name' is missing. …
            }
        }
        // endregion

        assertTrue(printed().startsWith("portal.yaml:1:9  key 'portal.name' is missing. "), this::printed);
    }

    @Test
    void threeLinesShowWhatComes() {
        Path yaml = home.resolve("portal.yaml");
        LocalDate today = TODAY;

        // region open
        try (Portal portal = Portal.open(yaml)) {
            for (Occurrence next :
                    portal.events().between(today, today.plusWeeks(2)).list()) {
                out.println(next.start() + "  " + next.event().title().in(Locale.forLanguageTag("fa")));
            }
        }
        // endregion

        assertTrue(printed().contains("  Delegation of the City of Samarkand"), this::printed);
        assertFalse(printed().contains("Basra"), this::printed);
    }

    @Test
    void aPortalNeedsNoFile() {
        Path folder = home;

        // region compose
        Composition composition = Composition.builder(folder)
                .portal("tehran", Text.of("fa", "تهران").and("en", "Tehran"), ZoneId.of("Asia/Tehran"))
                .languages(Locale.forLanguageTag("fa"), Locale.ENGLISH)
                .plugins(folder.resolve("plugins"))
                .data(folder.resolve("var"))
                .module("visits", "delegation-table", Map.of("file", "visits.csv", "language", "en"))
                .build();
        Portal portal = Portal.builder().composition(composition).open();
        // endregion

        try (portal) {
            assertEquals(2, portal.events().size());
        }
    }

    @Test
    void optionsStandBeforeOpening() {
        Path yaml = home.resolve("portal.yaml");

        // region options
        Limits tight =
                new Limits(10_000, 8L << 20, 100, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(2));
        Portal portal = Portal.builder()
                .file(yaml)
                .limits(tight)
                .firstData(Duration.ofSeconds(5))
                .open();
        // endregion

        try (portal) {
            assertEquals(2, portal.events().size());
        }
    }

    @Test
    void listenersAndHealthTellWhatGoesOn() {
        AtomicInteger changes = new AtomicInteger();
        try (Portal portal = Portal.builder()
                .file(home.resolve("portal.yaml"))
                .firstData(Duration.ZERO)
                .open()) {
            // region change
            portal.onChange(changes::incrementAndGet);
            portal.refresh("visits");
            boolean tried = portal.await(Duration.ofSeconds(10));
            // endregion
            assertTrue(tried);
            assertTrue(changes.get() > 0);

            // region health
            for (ModuleHealth module : portal.health()) {
                out.println(module.module() + " is " + module.state() + " with " + module.items() + " items");
                module.reason().ifPresent(out::println);
                module.defects().forEach(out::println);
            }
            portal.problems().forEach(out::println);
            // endregion
        }

        assertTrue(printed().startsWith("visits is LIVE with 2 items\nvisits.csv:2: is no visit"), this::printed);
    }

    @Test
    void aChangeIsPlannedMadeAndTakenBack() throws IOException {
        Path yaml = home.resolve("portal.yaml");
        try (Portal portal = Portal.open(yaml)) {
            String before = Files.readString(yaml);
            Files.writeString(yaml, before.replace("- id: visits", "- id: delegations"));

            // region apply
            Plan plan = portal.plan();
            PlanText.of(plan, Locale.ENGLISH).lines().forEach(out::println);
            Applied applied = portal.apply(plan);
            out.println("generation " + applied.generation().number());
            // endregion

            assertTrue(printed().contains("delegations"), this::printed);
            assertTrue(printed().endsWith("generation 2\n"), this::printed);
            assertEquals("delegations", portal.health().get(0).module());
            assertEquals(2, portal.events().size());
            assertEquals(3, portal.rollback(1).generation().number());
            assertEquals("visits", portal.health().get(0).module());
        }
        try (Portal again = Portal.open(yaml)) {
            assertEquals("visits", again.health().get(0).module());
            assertEquals(3, again.generations().size());
        }
    }

    @Test
    void relationsAreAskedForByWordsAndState() {
        try (Portal portal = Portal.open(home.resolve("portal.yaml"))) {
            // region relations
            RelationQuery query = RelationQuery.all().matching("لندن").inForce().page(0, 20);
            for (Relation relation : portal.twinning().relations(query).items()) {
                out.println(relation.id() + "  " + relation.kind());
            }
            // endregion
        }

        assertEquals("", printed());
    }

    @Test
    void twoPortalsAreTwoValuesButNeverShareAFolderOfData() {
        try (Portal portal = Portal.open(home.resolve("portal.yaml"))) {
            assertThrows(org.citykit.api.CityKitException.class, () -> Portal.open(home.resolve("portal.yaml")));
            assertEquals(2, portal.events().size());
        }
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
