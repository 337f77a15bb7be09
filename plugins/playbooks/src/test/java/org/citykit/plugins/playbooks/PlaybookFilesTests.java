package org.citykit.plugins.playbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Outcome;
import org.citykit.api.Text;
import org.junit.jupiter.api.Test;

class PlaybookFilesTests {
    @Test
    void aBrokenFileNeverCostsItsNeighbours() throws Exception {
        Portal portal =
                Portal.withFolder().file("playbooks/broken.yaml", "id: [").file("playbooks/flood.yaml", Flood.YAML);

        portal.fetch();

        assertEquals(Set.of("flood"), portal.playbooks().keySet());
        assertEquals(1, portal.defects().size());
        assertTrue(portal.defects().get(0).startsWith("playbooks/broken.yaml:"));
    }

    @Test
    void aFileThatBreaksKeepsThePlaybookThatItGaveBefore() throws Exception {
        Portal portal = Portal.withFolder().file("playbooks/flood.yaml", Flood.YAML);
        portal.fetch();

        Outcome outcome = portal.file("playbooks/flood.yaml", "id: [").fetch();

        assertInstanceOf(Outcome.Changes.class, outcome);
        assertEquals(2, portal.playbook("flood").messages().size());
        assertEquals(1, portal.defects().size());
    }

    @Test
    void aFileThatStaysBrokenStillKeepsItWhenAnotherChanges() throws Exception {
        Portal portal = Portal.withFolder().file("playbooks/flood.yaml", Flood.YAML);
        portal.fetch();
        portal.file("playbooks/flood.yaml", "id: [").fetch();

        portal.file("playbooks/new.yaml", Flood.with("id: flood", "id: river")).fetch();

        assertEquals(Set.of("flood", "river"), portal.playbooks().keySet());
        assertEquals(1, portal.defects().size());
    }

    @Test
    void aFileThatIsGoneTakesItsPlaybookWithIt() throws Exception {
        Portal portal = Portal.withFolder()
                .file("playbooks/flood.yaml", Flood.YAML)
                .file("playbooks/river.yaml", Flood.with("id: flood", "id: river"));
        portal.fetch();

        portal.without("playbooks/flood.yaml").fetch();

        assertEquals(Set.of("river"), portal.playbooks().keySet());
    }

    @Test
    void aPlaybookThatGetsAnotherIdLeavesTheOldOne() throws Exception {
        Portal portal = Portal.withFolder().file("playbooks/flood.yaml", Flood.YAML);
        portal.fetch();

        portal.file("playbooks/flood.yaml", Flood.with("id: flood", "id: river"))
                .fetch();

        assertEquals(Set.of("river"), portal.playbooks().keySet());
    }

    @Test
    void aPlaybookThatMovesToAnotherFileStays() throws Exception {
        Portal portal = Portal.withFolder().file("playbooks/a.yaml", Flood.YAML);
        portal.fetch();

        portal.without("playbooks/a.yaml").file("playbooks/b.yaml", Flood.YAML).fetch();

        assertEquals(Set.of("flood"), portal.playbooks().keySet());
        assertEquals(List.of(), portal.defects());
    }

    @Test
    void ofTwoFilesWithOnePlaybookTheSecondIsReported() throws Exception {
        Portal portal = Portal.withFolder()
                .file("playbooks/a.yaml", Flood.YAML)
                .file("playbooks/b.yaml", Flood.with("en: Flood }", "en: Another }"));

        portal.fetch();

        assertEquals("Flood", portal.playbook("flood").title().texts().get("en"));
        assertEquals(
                List.of("playbooks/b.yaml:1:1: holds the playbook \"flood\", which 'playbooks/a.yaml' holds already"),
                portal.defects());
    }

    @Test
    void nothingIsReadAgainWhileNoFileChanges() throws Exception {
        Portal portal =
                Portal.withFolder().file("playbooks/broken.yaml", "id: [").file("playbooks/flood.yml", Flood.YAML);
        portal.fetch();

        Outcome outcome = portal.fetch();

        assertInstanceOf(Outcome.NothingNew.class, outcome);
        assertEquals(Set.of("flood"), portal.playbooks().keySet());
    }

    @Test
    void aFileThatIsNotThereYetIsReportedAndReadWhenItComes() throws Exception {
        Portal portal = naming("flood.yaml", "river.yaml").file("river.yaml", Flood.with("id: flood", "id: river"));
        portal.fetch();
        List<String> missing = portal.defects();

        portal.file("flood.yaml", Flood.YAML).fetch();

        assertTrue(missing.get(0).startsWith("flood.yaml:1:1: The file 'flood.yaml' is not there."));
        assertEquals(Set.of("flood", "river"), portal.playbooks().keySet());
        assertEquals(List.of(), portal.defects());
    }

    @Test
    void aFetchFailsIfNoFileCanBeRead() throws Exception {
        Portal portal = naming("flood.yaml", "river.yaml").file("flood.yaml", Flood.YAML);
        portal.fetch();

        portal.without("flood.yaml");

        CityKitException failed = assertThrows(CityKitException.class, portal::fetch);
        assertEquals(ApiError.FILE_UNREADABLE, failed.code());
    }

    @Test
    void tooManyFilesAreRefusedAsAWhole() {
        Portal portal = Portal.withFolder();
        for (int i = 0; i <= 200; i++) {
            portal.file("playbooks/" + i + ".yaml", Flood.YAML);
        }

        CityKitException refused = assertThrows(CityKitException.class, portal::fetch);

        assertEquals(ApiError.LIMIT_EXCEEDED, refused.code());
    }

    @Test
    void settingsThatNameNoFileAreRefused() {
        InvalidValueException refused = assertThrows(
                InvalidValueException.class,
                () -> new PlaybooksSettings(
                        Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty()));

        assertEquals("folder", refused.field());
    }

    private static Portal naming(String... files) {
        return new Portal(new PlaybooksSettings(
                Optional.empty(),
                List.of(files),
                Optional.of(Text.of("en", "City")),
                Optional.empty(),
                Optional.empty()));
    }
}
