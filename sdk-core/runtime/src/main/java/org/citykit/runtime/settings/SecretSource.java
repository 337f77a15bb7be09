package org.citykit.runtime.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.citykit.runtime.value.Environment;

/** Where the values of secrets come from. Thread-safe; {@link #file} blocks. */
public interface SecretSource {
    /** The longest secret file, in octets. */
    int LONGEST = 64 << 10;

    /** What an environment variable holds, if it is set. */
    Optional<String> variable(String name);

    /** What a file holds, without the line end after its last line; empty if there is no such file of UTF-8 text. */
    Optional<String> file(String path);

    /**
     * Secrets of an environment, and of files whose relative paths start from a folder.
     *
     * @param environment the variables
     * @param home the folder that holds {@code portal.yaml}
     */
    static SecretSource of(Environment environment, Path home) {
        return new SecretSource() {
            @Override
            public Optional<String> variable(String name) {
                return environment.variable(name);
            }

            @Override
            public Optional<String> file(String path) {
                try (InputStream in = Files.newInputStream(home.resolve(path))) {
                    byte[] content = in.readNBytes(LONGEST + 1);
                    if (content.length > LONGEST) {
                        return Optional.empty();
                    }
                    String text = StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString();
                    return Optional.of(text.replaceFirst("\\R\\z", ""));
                } catch (IOException | InvalidPathException unreadable) {
                    return Optional.empty();
                }
            }
        };
    }
}
