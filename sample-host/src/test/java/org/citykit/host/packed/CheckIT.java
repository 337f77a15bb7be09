package org.citykit.host.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code citykit check} and {@code citykit sign} of the distribution, with the plugins that it brings. */
class CheckIT {
    @TempDir
    Path folder;

    @Test
    void ourOwnPluginsAndTheirLibrariesHaveNoErrorsAndNoUndeclaredUse() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("check"));
        plugins().forEach(plugin -> arguments.add(plugin.toString()));

        Told told = run(arguments);

        assertEquals(0, told.code(), told.text());
        assertTrue(told.text().contains("0 errors"), told.text());
        assertFalse(told.text().contains("UndeclaredUse"), told.text());
        assertFalse(told.text().contains("ClassUnreadable"), told.text());
        assertFalse(told.text().contains("PersonalDataUnsaid"), told.text());
        assertFalse(told.text().contains("BomMissing"), told.text());
    }

    @Test
    void aSignedPluginIsSeenToBeSigned() throws Exception {
        Path store = folder.resolve("keys.p12");
        Path signed = folder.resolve("signed.zip");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "city",
                        "-dname",
                        "CN=City of Tehran",
                        "-keyalg",
                        "EC",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());

        Told told = run(List.of(
                "sign",
                plugins().get(0).toString(),
                "--keystore",
                store.toString(),
                "--password-env",
                "CITY_KEY",
                "--output",
                signed.toString()));
        Told checked = run(List.of("check", signed.toString()));

        assertEquals(0, told.code(), told.text());
        assertTrue(told.text().contains("signed by     CN=City of Tehran"), told.text());
        assertEquals(0, checked.code(), checked.text());
        assertFalse(checked.text().contains("Unsigned"), checked.text());
        assertFalse(checked.text().contains("SignatureBroken"), checked.text());
    }

    private record Told(int code, String text) {}

    private static Told run(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(PackedHost.distribution().resolve("bin/citykit").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CITY_KEY", "changeit");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), text);
    }

    private static List<Path> plugins() throws Exception {
        try (Stream<Path> files = Files.list(PackedHost.distribution().resolve("plugins"))) {
            return files.sorted().toList();
        }
    }
}
