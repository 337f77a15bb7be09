package org.citykit.host.clients;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs in a folder, with its own home, a language that does not translate, and the portal's zone. */
final class Command {
    private static final long PATIENCE = 300;

    private final Path folder;
    private final ZoneId zone;
    private final String input;

    private Command(Path folder, ZoneId zone, String input) {
        this.folder = folder;
        this.zone = zone;
        this.input = input;
    }

    static Command in(Path folder, ZoneId zone) {
        return new Command(folder, zone, "");
    }

    static Command in(Asked asked) {
        return in(asked.folder(), asked.zone());
    }

    /** The path of a script that lies beside the tests. */
    static String script(String name) throws URISyntaxException {
        return Path.of(Command.class.getResource(name).toURI()).toString();
    }

    static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The same with something to answer to questions. */
    Command saying(String answers) {
        return new Command(folder, zone, answers);
    }

    /** Runs a program to its end and gives the lines that it prints. */
    List<String> run(String... command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .redirectOutput(output.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TZ", zone.getId());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("XDG_CONFIG_HOME");
        Process process = builder.start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " did not end");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + process.exitValue() + ":\n"
                    + Files.readString(output) + Files.readString(errors));
        }
        return Files.readAllLines(output);
    }
}
