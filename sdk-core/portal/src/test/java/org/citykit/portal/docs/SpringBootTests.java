package org.citykit.portal.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole portal, with its store, its search and its messages, inside the fat jar of a Spring Boot application. */
@Tag("child-jvms")
final class SpringBootTests {
    @TempDir
    private Path home;

    @BeforeEach
    void thereIsAPortal() throws Exception {
        CompiledPlugin.delegations(home);
        Files.copy(ProjectFiles.delegations().resolve("visits.csv"), home.resolve("visits.csv"));
        Files.writeString(home.resolve("later.csv"), "v9,2026-05-20,Delegation of the City of Khiva\n");
        Files.copy(ProjectFiles.example("embedding.yaml"), home.resolve("portal.yaml"));
    }

    @Test
    void aPortalOpensAnswersTakesUpAChangeAndCloses() throws Exception {
        Path yaml = home.resolve("portal.yaml");
        Path next = Files.writeString(
                home.resolve("next.yaml"), Files.readString(yaml).replace("visits.csv", "later.csv"));
        Path told = home.resolve("told");
        Path application = SpringBootJar.pack(home.resolve("boot"));

        ChildJvm.run(
                home,
                List.of("-Xmx256m", "-jar", application.toString(), yaml.toString(), next.toString(), told.toString()));

        assertEquals(
                List.of(
                        "found [Delegation of the City of Samarkand]",
                        "replaces [visits]",
                        "generation 2, left over []",
                        "found [Delegation of the City of Khiva]",
                        "health [LIVE]"),
                Files.readAllLines(told));
        try (var left = Files.list(home.resolve("var"))) {
            assertTrue(left.findAny().isPresent(), "nothing was stored");
        }
    }
}
