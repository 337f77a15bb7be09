package org.citykit.runtime.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.citykit.runtime.image.BinaryReader;
import org.citykit.runtime.image.BinaryWriter;
import org.citykit.runtime.image.MalformedBytesException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which plugin file has which hash, and the heads of the plugins in them: so a start looks at the files' sizes and
 * times and opens none of them. A file that was written shortly before the index is hashed again, for it may have been
 * written once more within one tick of the file system's clock. An index that is lost or damaged is made again.
 * Confined.
 */
final class PluginIndex {
    private static final Logger LOG = LoggerFactory.getLogger(PluginIndex.class);
    private static final long MAGIC = 0x4349_5459_4b49_4458L;
    private static final long TICK = TimeUnit.SECONDS.toNanos(2);
    private static final int SUM = 8;
    private static final int HASH = 32;

    private final Path file;
    private final PluginStage stage;
    private final Map<String, Row> before;
    private final Map<String, Row> now = new LinkedHashMap<>();
    private boolean changed;

    private PluginIndex(Path file, PluginStage stage, Map<String, Row> before) {
        this.file = file;
        this.stage = stage;
        this.before = before;
    }

    /** What a file looks like from outside; another file of the same looks is taken for the same. */
    private record Looks(long size, long modified, String key) {
        static Looks of(BasicFileAttributes attributes) {
            return new Looks(
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    String.valueOf(attributes.fileKey()));
        }
    }

    private record Row(Looks looks, boolean settled, String sha256, PluginHead head) {}

    /** Reads the index; an empty one if there is none that can be read. */
    static PluginIndex read(Path file, PluginStage stage) {
        try {
            return new PluginIndex(file, stage, rows(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            LOG.debug("There is no index of plugins yet.");
        } catch (IOException | MalformedBytesException e) {
            LOG.warn("The index of plugins {} is made again: {}.", file, e.getMessage());
        }
        return new PluginIndex(file, stage, Map.of());
    }

    /**
     * The plugin in a file, from here if the file looks as it did, else from the stage.
     *
     * @throws PluginRefusedException when it cannot be used
     */
    PluginFacts plugin(Path source) {
        Looks looks = looks(source);
        String path = source.toString();
        Row known = looks == null ? null : before.get(path);
        if (known != null && known.settled() && known.looks().equals(looks)) {
            now.put(path, known);
            return new PluginFacts(source, known.sha256(), known.head(), stage);
        }
        changed |= known != null;
        PluginFacts facts = PluginFolder.read(source, stage);
        if (looks != null) {
            changed = true;
            now.put(path, new Row(looks, false, facts.sha256(), facts.head()));
        }
        return facts;
    }

    private static @Nullable Looks looks(Path source) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(source, BasicFileAttributes.class);
            return attributes.isRegularFile() ? Looks.of(attributes) : null;
        } catch (IOException e) {
            // Whoever reads it next says why it cannot be read.
            return null;
        }
    }

    /** Writes what was asked for since it was read, if that is not what was read. */
    void save() {
        if (!changed && now.size() == before.size()) {
            return;
        }
        try {
            Path begun = Files.createTempFile(file.getParent(), ".new-", ".index");
            try {
                Files.write(begun, bytes());
                Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(begun);
            }
        } catch (IOException e) {
            LOG.warn("The index of plugins cannot be written; the next start reads every plugin file.", e);
        }
    }

    private byte[] bytes() {
        long written = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        BinaryWriter out = new BinaryWriter().fixed(MAGIC).text(FactsForm.version());
        out.number(Runtime.version().feature()).fixed(written).number(now.size());
        now.forEach((path, row) -> out.text(path)
                .fixed(row.looks().size())
                .fixed(row.looks().modified())
                .text(row.looks().key())
                .raw(HexFormat.of().parseHex(row.sha256()))
                .block(FactsForm.write(row.head())));
        byte[] body = out.toBytes();
        return out.fixed(sum(body, body.length)).toBytes();
    }

    private static Map<String, Row> rows(byte[] bytes) {
        int end = bytes.length - SUM;
        if (end < 0 || new BinaryReader(bytes, end, bytes.length).fixed() != sum(bytes, end)) {
            throw new MalformedBytesException("it is not what was written");
        }
        BinaryReader in = new BinaryReader(bytes, 0, end);
        if (in.fixed() != MAGIC
                || !in.text().equals(FactsForm.version())
                || in.number() != Runtime.version().feature()) {
            throw new MalformedBytesException("it is of another version");
        }
        long written = in.fixed();
        int count = in.smallNumber();
        Map<String, Row> rows = new HashMap<>(Math.min(count, bytes.length) * 2);
        for (int i = 0; i < count; i++) {
            String path = in.text();
            Looks looks = new Looks(in.fixed(), in.fixed(), in.text());
            String hash = HexFormat.of().formatHex(in.raw(HASH));
            boolean settled = looks.modified() < written - TICK;
            rows.put(path, new Row(looks, settled, hash, FactsForm.head(in.blockReader())));
        }
        return rows;
    }

    /** Tells damage, not malice: who can write here can write plugins too. */
    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
