package org.citykit.runtime.composition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import org.citykit.runtime.image.BinaryReader;
import org.citykit.runtime.image.BinaryWriter;
import org.citykit.runtime.image.MalformedBytesException;
import org.citykit.runtime.image.Sum;
import org.citykit.runtime.value.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The values of the {@code portal.yaml} that was read last, in the portal's data folder, with every byte of the text
 * they were read from: as long as the text is the same, a start need not parse it. One that is not there, of another
 * text or version, or damaged is as good as none. Immutable, thread-safe; several processes may share it.
 */
final class KeptValues {
    private static final String NAME = "portal.values";
    private static final long MAGIC = 0x4349_5459_4b49_5456L;
    private static final int SUM = 8;
    private static final int LARGEST = 1 << 26;
    private static final byte[] KEY = "data:".getBytes(StandardCharsets.US_ASCII);

    /** Of the key that the line begins with which names the folder. */
    static final int KEY_LENGTH = KEY.length;

    private final Path folder;

    private KeptValues(Path folder) {
        this.folder = folder;
    }

    /** Found when there is something to say: looking for it takes a start's time. */
    private static Logger log() {
        return LoggerFactory.getLogger(KeptValues.class);
    }

    /** Those in a data folder. */
    static KeptValues in(Path data) {
        return new KeptValues(data);
    }

    /** The line of a text that begins with {@code data:}, without its end; or nothing. */
    static Optional<String> lineOfData(byte[] text) {
        for (int at = 0; at >= 0 && at < text.length; at = after(text, at)) {
            if (text.length - at > KEY.length && Arrays.equals(text, at, at + KEY.length, KEY, 0, KEY.length)) {
                int end = at;
                while (end < text.length && text[end] != '\n' && text[end] != '\r') {
                    end++;
                }
                return Optional.of(new String(text, at, end - at, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    /** Where the next line begins, or less than zero. */
    private static int after(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return at < text.length ? at + 1 : -1;
    }

    Path folder() {
        return folder;
    }

    /** The values of a text, if they were kept. */
    Optional<Value> of(byte[] text) {
        Path file = folder.resolve(NAME);
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - SUM;
            if (end < 0 || new BinaryReader(bytes, end, bytes.length).fixed() != Sum.of(bytes, 0, end)) {
                throw new MalformedBytesException("it is not what was written");
            }
            BinaryReader in = new BinaryReader(bytes, 0, end);
            if (in.fixed() != MAGIC || in.number() != ValueForm.VERSION) {
                throw new MalformedBytesException("it is of another version");
            }
            return Arrays.equals(text, in.block()) ? Optional.of(ValueForm.read(in)) : Optional.empty();
        } catch (NoSuchFileException e) {
            log().debug("No values of a portal are kept yet.");
        } catch (IOException | MalformedBytesException e) {
            log().warn("The values of the portal in {} are read anew from its text: {}.", file, e.getMessage());
        }
        return Optional.empty();
    }

    /** Keeps the values of a text, in place of those that are kept. */
    void keep(byte[] text, Value values) {
        BinaryWriter out =
                new BinaryWriter().fixed(MAGIC).number(ValueForm.VERSION).block(text);
        ValueForm.write(out, values);
        byte[] body = out.toBytes();
        if (body.length > LARGEST) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path begun = Files.createTempFile(folder, ".new-", ".values");
            try {
                Files.write(begun, out.fixed(Sum.of(body, 0, body.length)).toBytes());
                Files.move(begun, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(begun);
            }
        } catch (IOException e) {
            log().warn("The values of the portal cannot be kept; the next start parses its text.", e);
        }
    }
}
