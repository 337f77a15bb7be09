package org.citykit.runtime.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private static final long MAGIC = 0x4349_5459_4b49_4459L;
    private static final long TICK = TimeUnit.SECONDS.toNanos(2);
    private static final int SUM = 8;

    private final Path file;
    private final PluginStage stage;
    private final Map<String, Row> before;
    private final Map<String, Row> now = new LinkedHashMap<>();
    private boolean changed;

    private PluginIndex(Path file, PluginStage stage, Map<String, Row> before) {
        this.file = file;
        this.stage = stage;
        this.before = before;
        this.changed = isPackLost(before);
    }

    /** A pack that was lost, or given up, is written again. */
    private static boolean isPackLost(Map<String, Row> rows) {
        for (Row row : rows.values()) {
            if (row.packed() != null) {
                return !row.packed().pack().isThere();
            }
        }
        return false;
    }

    /** Found when there is something to say: looking for it takes a start's time. */
    private static Logger log() {
        return LoggerFactory.getLogger(PluginIndex.class);
    }

    /** What a file looks like from outside; another file of the same looks is taken for the same. */
    private record Looks(long size, long modified, int key) {
        static Looks of(BasicFileAttributes attributes) {
            return new Looks(
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    Objects.hashCode(attributes.fileKey()));
        }

        /** As equal, but a record's own test of that is linked when it is first used, which takes a start's time. */
        boolean isLike(Looks other) {
            return size == other.size && modified == other.modified && key == other.key;
        }
    }

    /** @param packed where the image lies in the pack that was written with the index, if it is there */
    private record Row(Looks looks, boolean settled, String sha256, PluginHead head, ImagePack.@Nullable Part packed) {}

    /** Reads the index; an empty one if there is none that can be read. */
    static PluginIndex read(Path file, PluginStage stage) {
        try {
            return new PluginIndex(file, stage, rows(Files.readAllBytes(file), stage));
        } catch (NoSuchFileException e) {
            log().debug("There is no index of plugins yet.");
        } catch (IOException | MalformedBytesException e) {
            log().warn("The index of plugins {} is made again: {}.", file, e.getMessage());
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
        if (looks != null && known != null && known.settled() && known.looks().isLike(looks)) {
            now.put(path, known);
            return new PluginFacts(source, known.sha256(), known.head(), stage, known.packed());
        }
        changed |= known != null;
        PluginFacts facts = PluginFolder.read(source, stage);
        if (looks != null) {
            changed = true;
            now.put(path, new Row(looks, false, facts.sha256(), facts.head(), null));
        }
        return facts;
    }

    /** The plugin that a file held when it was looked at last, if it had the hash and its image is still there. */
    Optional<PluginFacts> pinned(Path source, String sha256) {
        Row known = before.get(source.toString());
        return known != null && known.sha256().equals(sha256) && stage.hasImage(sha256)
                ? Optional.of(new PluginFacts(source, sha256, known.head(), stage, known.packed()))
                : Optional.empty();
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
                ImagePack pack = write(begun);
                pack.deleteOthers(stage.folder());
            } finally {
                Files.deleteIfExists(begun);
            }
        } catch (IOException e) {
            log().warn("The index of plugins cannot be written; the next start reads every plugin file.", e);
        }
    }

    private ImagePack write(Path begun) throws IOException {
        Map<String, ImagePack.Part> packed = ImagePack.write(stage.folder(), images());
        ImagePack pack = packed.isEmpty()
                ? ImagePack.NONE
                : packed.values().iterator().next().pack();
        try {
            Files.write(begun, bytes(pack, packed));
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            return pack;
        } catch (IOException e) {
            pack.delete();
            throw e;
        }
    }

    private Map<String, Path> images() {
        Map<String, Path> images = new LinkedHashMap<>();
        now.values().forEach(row -> images.put(row.sha256(), stage.imageOf(row.sha256())));
        return images;
    }

    private byte[] bytes(ImagePack pack, Map<String, ImagePack.Part> packed) {
        long written = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        BinaryWriter out = new BinaryWriter().fixed(MAGIC).text(FactsForm.version());
        out.number(Runtime.version().feature()).fixed(written).text(pack.name()).number(now.size());
        now.forEach((path, row) -> {
            ImagePack.Part part = packed.get(row.sha256());
            out.text(path)
                    .fixed(row.looks().size())
                    .fixed(row.looks().modified())
                    .fixedInt(row.looks().key())
                    .text(row.sha256())
                    .block(FactsForm.write(row.head()))
                    .number(part == null ? 0 : part.from())
                    .number(part == null ? 0 : part.length());
        });
        byte[] body = out.toBytes();
        return out.fixed(sum(body, body.length)).toBytes();
    }

    private static Map<String, Row> rows(byte[] bytes, PluginStage stage) {
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
        ImagePack pack = ImagePack.of(stage.folder(), in.text());
        int count = in.smallNumber();
        Map<String, Row> rows = new HashMap<>(Math.min(count, bytes.length) * 2);
        for (int i = 0; i < count; i++) {
            String path = in.text();
            Looks looks = new Looks(in.fixed(), in.fixed(), in.fixedInt());
            String hash = in.text();
            boolean settled = looks.modified() < written - TICK;
            PluginHead head = FactsForm.head(in.blockReader());
            int from = in.smallNumber();
            int length = in.smallNumber();
            rows.put(
                    path,
                    new Row(looks, settled, hash, head, length == 0 ? null : new ImagePack.Part(pack, from, length)));
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
