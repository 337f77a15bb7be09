package org.citykit.host.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that speak with a running portal, each as a process of its own. */
class ControlIT {
    @TempDir
    Path folder;

    @Test
    void aRunningPortalIsChangedAndTakenBackFromTheCommandLine() throws Exception {
        Path yaml = PackedHost.copyOf("tehran", folder);
        try (PackedHost host = PackedHost.start(yaml)) {
            assertEquals(0, citykit(yaml, "status", "--language=en").exit());
            String before = Files.readString(yaml);

            Files.writeString(yaml, before.replaceFirst("use: tables", "use: nobody-has-this"));
            Ended refused = citykit(yaml, "apply", "--language=en");
            assertEquals(1, refused.exit(), refused::output);
            assertTrue(refused.output().contains("nobody-has-this"), refused::output);
            assertEquals(200, host.get("/fa/twinning").statusCode());

            Files.writeString(yaml, before.replaceAll("(?m)^    use: anniversaries", "    refresh: PT2H\n$0"));
            Ended plan = citykit(yaml, "plan", "--language=fa");
            assertEquals(0, plan.exit(), plan::output);
            String name = plan.output().replaceAll("(?s).*--plan ([0-9a-f]{8}).*", "$1");
            Ended applied = citykit(yaml, "apply", "--language=en", "--plan=" + name);
            assertEquals(0, applied.exit(), applied::output);

            Ended back = citykit(yaml, "rollback", "1", "--format=json");
            assertEquals(0, back.exit(), back::output);
            assertTrue(back.output().contains("\"cause\":\"rollback\""), back::output);
            Ended status = citykit(yaml, "status", "--language=ar");
            assertTrue(status.output().contains("٣"), status::output);
            assertEquals(200, host.get("/fa/").statusCode());
        }
    }

    @Test
    void thePortalsNameAndLanguagesAreChangedWhileItRuns() throws Exception {
        Path yaml = PackedHost.copyOf("tehran", folder);
        try (PackedHost host = PackedHost.start(yaml)) {
            String before = Files.readString(yaml);
            assertEquals(200, host.get("/ar/").statusCode());

            Files.writeString(yaml, before.replaceFirst("(?m)^  languages: .*$", "  languages: [fa, ku]"));
            Ended refused = citykit(yaml, "apply", "--language=en");
            assertEquals(1, refused.exit(), refused::output);
            assertTrue(refused.output().contains("no texts in the language ku"), refused::output);

            Files.writeString(
                    yaml,
                    before.replaceFirst("(?m)^  languages: .*$", "  languages: [en, fa]")
                            .replaceFirst("en: Tehran", "en: Greater Tehran"));
            Ended applied = citykit(yaml, "apply", "--language=en");
            assertEquals(0, applied.exit(), applied::output);

            assertEquals(404, host.get("/ar/").statusCode());
            assertTrue(host.get("/en/").body().contains("Greater Tehran"));
            assertEquals(302, host.get("/").statusCode());
            assertEquals("/en/", host.get("/").headers().firstValue("location").orElse(""));

            assertEquals(0, citykit(yaml, "rollback", "1").exit());
            assertEquals(200, host.get("/ar/").statusCode());
        }
    }

    private record Ended(int exit, String output) {}

    private static Ended citykit(Path yaml, String... arguments) throws IOException, InterruptedException {
        Path lib = PackedHost.distribution().resolve("lib");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ActiveProcessorCount=2",
                "-Dcitykit.home=" + PackedHost.distribution(),
                "--module-path=" + lib,
                "--module=org.citykit.host/org.citykit.host.Main"));
        command.addAll(List.of(arguments));
        command.add("--portal=" + yaml);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
