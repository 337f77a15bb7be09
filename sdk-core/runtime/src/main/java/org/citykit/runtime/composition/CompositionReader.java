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
import org.citykit.runtime.value.Value;
import org.citykit.runtime.value.ValueLimits;
import org.citykit.runtime.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code portal.yaml}. Whatever the file holds, the answer is a composition, problems, or both; nothing is
 * thrown. A problem inside one module's entry costs that module alone. Thread-safe; blocks while it reads.
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

    /** What is kept of the text that was read last. */
    private record Known(String text, Value value) {}

    private final Environment environment;
    private final boolean keeping;
    private volatile @Nullable Known known;

    private CompositionReader(Environment environment, boolean keeping) {
        this.environment = Objects.requireNonNull(environment, "environment");
        this.keeping = keeping;
    }

    /**
     * A reader.
     *
     * @param environment what folders that are given as {@code {env: NAME}} are looked up in
     */
    public static CompositionReader of(Environment environment) {
        return new CompositionReader(environment, false);
    }

    /**
     * A reader for those who open the portal: it keeps the values of the file in the portal's data folder, and in
     * memory, so that the same text need not be parsed again.
     *
     * @param environment what folders that are given as {@code {env: NAME}} are looked up in
     */
    public static CompositionReader keeping(Environment environment) {
        return new CompositionReader(environment, true);
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
        Path parent = absolute.getParent();
        Path home = parent == null ? absolute : parent;
        return keeping ? kept(content, name, home) : parsed(content, name, home);
    }

    private Read parsed(byte[] content, String name, Path home) {
        Parsed parsed = Values.parse(content, name, RuntimeError.COMPOSITION_MALFORMED, ValueLimits.STANDARD);
        return read(parsed, name, home, new String(content, StandardCharsets.UTF_8));
    }

    private Read kept(byte[] content, String name, Path home) {
        Optional<KeptValues> kept = folderOfData(content, name, home).map(KeptValues::in);
        Optional<Value> before = kept.flatMap(it -> it.of(content));
        if (before.isEmpty()) {
            known = null;
            Read read = parsed(content, name, home);
            Known now = known;
            // What cannot be opened touches no data.
            if (now != null
                    && read.composition().isPresent()
                    && kept.isPresent()
                    && read.data().equals(kept.map(KeptValues::folder))) {
                kept.get().keep(content, now.value());
            }
            return read;
        }
        Read read = read(before.get(), name, home, new String(content, StandardCharsets.UTF_8));
        // Where the values were found is only a guess; what they say themselves counts.
        return read.data().equals(kept.map(KeptValues::folder)) ? read : parsed(content, name, home);
    }

    /** Where the values may be kept: what the line says that names the folder. */
    private Optional<Path> folderOfData(byte[] content, String name, Path home) {
        Optional<String> line = KeptValues.lineOfData(content);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String written = line.get().substring(KeptValues.KEY_LENGTH);
        return isPlain(written)
                ? Optional.of(home.resolve(written.strip()).normalize())
                : dataIn(line.get(), name, home);
    }

    /** Whether it is a space and a folder that YAML, too, takes for the path it is. */
    private static boolean isPlain(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '-' && c <= '9') && c != '_' && c != ' ') {
                return false;
            }
        }
        String folder = written.strip();
        return written.startsWith(" ") && !folder.isEmpty() && folder.indexOf(' ') < 0;
    }

    /**
     * Reads a text that was kept.
     *
     * @param text YAML, see {@link Composition#text}
     * @param name the file it came from, as people know it
     * @param home the folder that relative paths start from
     */
    public Read read(String text, String name, Path home) {
        Known now = known;
        if (now != null && now.text().equals(text)) {
            return read(now.value(), name, home, text);
        }
        Parsed parsed = Values.parse(text, name, RuntimeError.COMPOSITION_MALFORMED, ValueLimits.STANDARD);
        return read(parsed, name, home, text);
    }

    private Read read(Parsed parsed, String name, Path home, String text) {
        return parsed.value().isPresent()
                ? read(parsed.value().get(), name, home, text)
                : new Read(Optional.empty(), parsed.problems(), dataIn(text, name, home));
    }

    private Read read(Value value, String name, Path home, String text) {
        if (keeping) {
            known = new Known(text, value);
        }
        return new CompositionParts(name, home, environment).read(value, text);
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
