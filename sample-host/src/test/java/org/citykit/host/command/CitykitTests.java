package org.citykit.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitykitTests {
    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutACommandTheUsageIsPrinted() {
        assertEquals(2, run());
        assertTrue(err.toString().contains("Usage: citykit"));
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertEquals(2, run("serve", "--prot", "80"));
        assertTrue(err.toString().contains("--prot"));
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        assertEquals(2, run("serve", "--port", "web"));
        assertTrue(err.toString().contains("--port"));
    }

    @Test
    void aPortalThatIsNotThereIsAnsweredWithThoseThatAre() throws IOException {
        Files.createDirectories(home.resolve("portals/tehran"));
        Files.writeString(home.resolve("portals/tehran/portal.yaml"), "portal: {}\n");

        assertEquals(1, run("serve", "--portal", "teheran"));
        assertTrue(err.toString().contains("There is no portal 'teheran'"));
        assertTrue(err.toString().contains("tehran"));
    }

    @Test
    void everyMistakeInAPortalIsPrintedWithItsPlace() throws IOException {
        Path yaml = home.resolve("portal.yaml");
        Files.writeString(yaml, "portal:\n  id: Tehran!\n  nmae: x\n");

        assertEquals(1, run("serve", "--portal", yaml.toString()));
        assertTrue(err.toString().contains("portal.yaml:2:"), err.toString());
        assertTrue(err.toString().contains("nmae"), err.toString());
        assertTrue(err.toString().contains("See errors.md#"), err.toString());
    }

    @Test
    void aPortalIsFoundByFileByFolderAndByName() throws IOException {
        Path folder = Files.createDirectories(home.resolve("portals/tehran"));
        Path yaml = Files.writeString(folder.resolve("portal.yaml"), "portal: {}\n");

        assertEquals(Optional.of(yaml), PortalPath.find(yaml.toString(), Optional.empty()));
        assertEquals(Optional.of(yaml), PortalPath.find(folder.toString(), Optional.empty()));
        assertEquals(Optional.of(yaml), PortalPath.find("tehran", Optional.of(home)));
        assertTrue(PortalPath.find("tehran\0", Optional.of(home)).isEmpty());
    }

    @Test
    void packingSomethingThatIsNoPluginSaysWhyAndWritesNothing() throws IOException {
        Path jar = Files.writeString(home.resolve("letter.jar"), "Dear vendor");

        assertEquals(1, run("pack", jar.toString()));
        assertTrue(err.toString().contains("letter"), err.toString());
        assertTrue(Files.notExists(home.resolve("letter.zip")));
    }

    @Test
    void packingAJarThatIsNotThereSaysSo() {
        assertEquals(1, run("pack", home.resolve("missing.jar").toString()));
        assertTrue(err.toString().contains("missing.jar"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack", "check", "sign -k keys.p12", "rollback", "explain"})
    void aCommandWithoutWhatItIsAboutSaysWhatIsMissing(String command) {
        assertEquals(2, run(command.split(" ")));
        assertTrue(err.toString().startsWith("Missing required parameter: "), err.toString());
    }

    @Test
    void theHelpNamesEveryCommand() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("serve"));
        assertTrue(out.toString().contains("pack"));
        assertTrue(out.toString().contains("explain"));
    }

    private int run(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), Optional.of(home));
        return Citykit.run(console, arguments);
    }
}
