package org.citykit.portal.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.citykit.api.Defect;
import org.citykit.api.events.EventKind;
import org.citykit.events.Occurrence;
import org.citykit.portal.Portal;
import org.citykit.runtime.ModuleHealth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin that README and guide show is compiled, packed and run as they say. */
final class DelegationsExampleTests {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @TempDir
    private Path home;

    @BeforeEach
    void theVendorHasShippedThePlugin() throws IOException {
        CompiledPlugin.delegations(home);
    }

    @Test
    void aSettingThatIsNoAddressIsToldWithItsPlaceAndWhatToDo() throws IOException {
        Path yaml = portal("visits.json");

        try (Portal portal = Portal.open(yaml)) {
            assertEquals(
                    "portal.yaml:13:13  Module 'visits': setting 'feed' must be a web address, without a password in it,"
                            + " but is \"visits.json\". Write it as  https://… See errors.md#setting-invalid",
                    portal.health().get(0).reason().orElseThrow().toString());
        }
    }

    @Test
    void theVisitsOfTheFeedAreInThePortal() throws IOException {
        byte[] visits = Files.readAllBytes(ProjectFiles.delegations().resolve("visits.json"));

        try (OneAnswer feed = OneAnswer.of(visits);
                Portal portal = Portal.open(portal(feed.address("/visits.json").toString()))) {
            assertEquals(
                    List.of("Delegation of the City of Samarkand", "Delegation of the City of Havana"), titles(portal));
            assertEquals(ModuleHealth.State.LIVE, portal.health().get(0).state());
        }
    }

    @Test
    void aBadLineOfTheTableIsReportedAndItsNeighboursStay() throws IOException {
        Files.copy(ProjectFiles.delegations().resolve("visits.csv"), home.resolve("visits.csv"));
        Files.copy(ProjectFiles.example("embedding.yaml"), home.resolve("portal.yaml"));

        try (Portal portal = Portal.open(home.resolve("portal.yaml"))) {
            assertEquals(
                    List.of("Delegation of the City of Samarkand", "Delegation of the City of Basra"), titles(portal));
            Defect defect = portal.health().get(0).defects().get(0);
            assertTrue(defect.toString().startsWith("visits.csv:2: is no visit: "), defect::toString);
        }
    }

    @Test
    void aTableOfTheWrongKindIsRefusedByTheRecord() throws IOException {
        String yaml = Files.readString(ProjectFiles.example("embedding.yaml")).replace("visits.csv", "visits.txt");
        Files.writeString(home.resolve("portal.yaml"), yaml);

        try (Portal portal = Portal.open(home.resolve("portal.yaml"))) {
            String reason = portal.health().get(0).reason().orElseThrow().message();
            assertEquals("setting 'file' must be a .csv file, but is \"visits.txt\".", reason);
        }
    }

    private Path portal(String feed) throws IOException {
        String yaml = Files.readString(ProjectFiles.example("visits.yaml"))
                .replace("https://protocol.example/visits.json", feed);
        return Files.writeString(home.resolve("portal.yaml"), yaml);
    }

    private static List<String> titles(Portal portal) {
        return portal.events().between(MAY, MAY.plusMonths(1)).ofKind(EventKind.DELEGATION).list().stream()
                .map(Occurrence::event)
                .map(event -> event.title().in(Locale.ENGLISH))
                .toList();
    }
}
