package org.citykit.host.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link BareServer} as a process of its own, with the bytes and headers of an answer of ours. */
final class BarePeer implements AutoCloseable {
    private static final Set<String> OWN = Set.of("content-length", "date", "connection", "transfer-encoding");

    private final Process process;
    private final URI address;

    private BarePeer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static BarePeer answeringAs(HttpResponse<byte[]> answer, Path folder) throws IOException {
        Path body = Files.write(Files.createTempFile(folder, "body", ".bin"), answer.body());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:ActiveProcessorCount=2",
                "-cp",
                withoutLogging(System.getProperty("java.class.path")),
                BareServer.class.getName(),
                body.toString()));
        answer.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name) && !name.startsWith(":")) {
                command.add(name);
                command.add(values.get(0));
            }
        });
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            int at = line.indexOf("http://");
            if (at >= 0) {
                return new BarePeer(process, URI.create(line.substring(at).strip()));
            }
        }
        throw new IllegalStateException("The bare server ended before it was ready.");
    }

    /** A logging backend that nobody has configured would print every step of the server. */
    private static String withoutLogging(String classPath) {
        return Stream.of(classPath.split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> !entry.contains("logback"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    URI address() {
        return address;
    }

    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
