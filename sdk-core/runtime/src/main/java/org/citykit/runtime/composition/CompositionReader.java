package org.citykit.runtime.composition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.Environment;
import org.citykit.runtime.value.Parsed;
import org.citykit.runtime.value.ValueLimits;
import org.citykit.runtime.value.Values;

/**
 * Reads {@code portal.yaml}. Whatever the file holds, the answer is a composition, problems, or both; nothing is
 * thrown. A problem inside one module's entry costs that module alone. Immutable and thread-safe; blocks while it reads.
 */
public final class CompositionReader {
    /**
     * What reading gave.
     *
     * @param composition what was asked for; absent if the file, or what stands outside {@code modules:}, is wrong
     * @param problems everything that is wrong, those of refused modules among it
     * @param data the folder for what must survive, where it can be told even of a file that is wrong
     */
    public record Read(Optional<Composition> composition, List<Problem> problems, Optional<Path> data) {
        public Read {
            Objects.requireNonNull(composition, "composition");
            problems = List.copyOf(problems);
            Objects.requireNonNull(data, "data");
        }
    }

    private final Environment environment;

    private CompositionReader(Environment environment) {
        this.environment = Objects.requireNonNull(environment, "environment");
    }

    /**
     * A reader.
     *
     * @param environment what folders that are given as {@code {env: NAME}} are looked up in
     */
    public static CompositionReader of(Environment environment) {
        return new CompositionReader(environment);
    }

    /** Reads a file. */
    public Read read(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path fileName = absolute.getFileName();
        String name = fileName == null ? absolute.toString() : fileName.toString();
        byte[] content;
        try (InputStream in = Files.newInputStream(absolute)) {
            content = in.readNBytes(ValueLimits.STANDARD.bytes() + 1);
        } catch (NoSuchFileException missing) {
            return unreadable(
                    name, "does not exist in " + absolute.getParent() + ". Name the file that describes the portal.");
        } catch (IOException failed) {
            return unreadable(
                    name,
                    "cannot be read from " + absolute.getParent() + ". Check that it is a file the portal may read.");
        }
        Parsed parsed = Values.parse(content, name, RuntimeError.COMPOSITION_MALFORMED, ValueLimits.STANDARD);
        Path parent = absolute.getParent();
        return read(parsed, name, parent == null ? absolute : parent, new String(content, StandardCharsets.UTF_8));
    }

    /**
     * Reads a text that was kept.
     *
     * @param text YAML, see {@link Composition#text}
     * @param name the file it came from, as people know it
     * @param home the folder that relative paths start from
     */
    public Read read(String text, String name, Path home) {
        Parsed parsed = Values.parse(text, name, RuntimeError.COMPOSITION_MALFORMED, ValueLimits.STANDARD);
        return read(parsed, name, home, text);
    }

    private Read read(Parsed parsed, String name, Path home, String text) {
        return parsed.value()
                .map(value -> new CompositionParts(name, home, environment).read(value, text))
                .orElseGet(() -> new Read(Optional.empty(), parsed.problems(), dataIn(text, name, home)));
    }

    /** What the one line says that names the folder, when the rest is no YAML. */
    private Optional<Path> dataIn(String text, String name, Path home) {
        return text.lines()
                .filter(line -> line.startsWith("data:"))
                .findFirst()
                .flatMap(line -> Values.parse(line, name, RuntimeError.COMPOSITION_MALFORMED, ValueLimits.STANDARD)
                        .value())
                .flatMap(value -> new CompositionParts(name, home, environment)
                        .read(value, "")
                        .data());
    }

    private static Read unreadable(String name, String message) {
        Problem problem = new Problem(RuntimeError.COMPOSITION_UNREADABLE, "", name, 0, 0, message);
        return new Read(Optional.empty(), List.of(problem), Optional.empty());
    }
}
