package org.citykit.host.packed;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packed host as a process of its own, on a free port of the loopback interface. Stops with {@link #close}. */
public final class PackedHost implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("is ready at (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final URI address;
    private final List<String> output;
    private final HttpClient client = HttpClient.newHttpClient();

    private PackedHost(Process process, URI address, List<String> output) {
        this.process = process;
        this.address = address;
        this.output = output;
    }

    /** Where the distribution was packed to. */
    public static Path distribution() {
        return Path.of(Optional.ofNullable(System.getProperty("citykit.distribution"))
                        .orElse("target/distribution"))
                .toAbsolutePath();
    }

    /** A copy of a portal of the distribution that uses the distribution's plugins and has a data folder of its own. */
    public static Path copyOf(String portal, Path into) throws IOException {
        Path from = distribution().resolve("portals").resolve(portal);
        Path to = into.resolve(portal);
        try (var files = Files.walk(from)) {
            for (Path file :
                    files.filter(path -> !path.startsWith(from.resolve("var"))).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path yaml = to.resolve("portal.yaml");
        String text = Files.readString(yaml)
                .replaceFirst("(?m)^plugins:.*$", "plugins: " + distribution().resolve("plugins"))
                .replaceFirst("(?m)^data:.*$", "data: var");
        return Files.writeString(yaml, text);
    }

    /** Starts the host and waits until it says that it is ready. */
    public static PackedHost start(Path portal, String... jvm) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:ActiveProcessorCount=2"));
        command.addAll(List.of(jvm));
        command.addAll(List.of(
                "-Dcitykit.home=" + distribution(),
                "--module-path=" + distribution().resolve("lib"),
                "--module=org.citykit.host/org.citykit.host.Main",
                "serve",
                "--port=0",
                "--portal=" + portal));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly)); // it never outlives its starter
        List<String> output = new ArrayList<>();
        URI address = awaitReady(process, output);
        drain(process, output);
        return new PackedHost(process, address, output);
    }

    private static URI awaitReady(Process process, List<String> output) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
        }
        throw new IllegalStateException("The host ended before it was ready:\n" + String.join("\n", output));
    }

    private static void drain(Process process, List<String> output) {
        Thread thread = new Thread(
                () -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> {
                    synchronized (output) {
                        output.add(line);
                    }
                }),
                "host-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens, with the path of the main language. */
    public URI address() {
        return address;
    }

    /** What it has printed so far. */
    public List<String> output() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    /** Gets a path. */
    public HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The processor time it has used. */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to stop, and waits. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The host did not stop when it was asked to.");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
