package org.citykit.runtime.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.CodeSigner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Writes the image of one plugin. Confined. */
public final class ImageWriter {
    private static final int LARGEST_NAME = 0xffff;
    private static final int MOST_JARS = Short.MAX_VALUE;
    private static final byte[] LOADER_PATH = "java/util/ServiceLoader".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] LOADER_NAME = "java.util.ServiceLoader".getBytes(StandardCharsets.ISO_8859_1);

    private final FileChannel channel;
    private final List<Row> rows = new ArrayList<>();
    private final List<ImageJar> jars = new ArrayList<>();
    private final Map<List<CodeSigner>, Integer> signers = new LinkedHashMap<>();
    private long at = ImageForm.HEAD;

    private ImageWriter(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * A jar to put in.
     *
     * @param name how the plugin file calls it
     * @param path where its copy is
     * @param shape its module
     */
    public record Source(String name, Path path, ModuleShape shape) {}

    /** One entry as the table will hold it, its name apart. */
    private record Row(String name, int jar, int offset, int length, int signers, short state, long sum, String hash) {
        int nameHash() {
            return name.hashCode();
        }
    }

    /**
     * Writes an image for this JVM's generation of Java. It appears whole or not at all, and is on the disk when this
     * returns.
     *
     * @param target is replaced if it is there
     * @param sources the plugin's own jar first
     * @param extra what the caller wants to find in the image again
     * @throws ZipException when an entry is not what its jar says
     */
    public static void write(Path target, List<Source> sources, byte[] extra) throws IOException {
        Path begun = Files.createTempFile(target.getParent(), ".image-", ".new");
        try {
            try (FileChannel channel = FileChannel.open(begun, StandardOpenOption.WRITE)) {
                ImageWriter writer = new ImageWriter(channel);
                for (Source source : sources) {
                    writer.add(source);
                }
                writer.finish(extra);
                channel.force(true);
            }
            Files.move(begun, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private void add(Source source) throws IOException {
        if (jars.size() == MOST_JARS) {
            throw new ZipException("it holds too many jars");
        }
        boolean services = false;
        try (JarFile jar = new JarFile(source.path().toFile(), true, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
            for (String name : names(jar)) {
                JarEntry entry = jar.getJarEntry(name);
                if (entry != null) {
                    services |= add(jar, name, entry);
                }
            }
        }
        jars.add(new ImageJar(source.name(), source.shape(), services));
    }

    /** Classes first, so that they lie on pages of their own; each name once, under which this JVM finds an entry. */
    private static List<String> names(JarFile jar) {
        Set<String> names = new LinkedHashSet<>();
        jar.versionedStream().map(JarEntry::getName).forEach(names::add);
        jar.stream().map(JarEntry::getName).forEach(names::add);
        List<String> ordered = new ArrayList<>(names);
        ordered.sort(Comparator.comparing(name -> !name.endsWith(".class")));
        return ordered;
    }

    private boolean add(JarFile jar, String name, JarEntry entry) throws IOException {
        byte[] bytes;
        int signedBy = 0;
        short state = 0;
        try {
            bytes = read(jar, entry);
            CodeSigner[] known = entry.getCodeSigners();
            signedBy = known == null ? 0 : signers.computeIfAbsent(List.of(known), it -> signers.size() + 1);
        } catch (SecurityException e) {
            bytes = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
            state = ImageForm.REFUSED;
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LARGEST_NAME
                || at + bytes.length > Integer.MAX_VALUE - ImageForm.HEAD) {
            throw new ZipException("entry '" + name + "' does not fit into an image");
        }
        String hash = HexFormat.of().formatHex(ImageForm.sha256().digest(bytes));
        long sum = Sum.of(bytes, 0, bytes.length);
        rows.add(new Row(name, jars.size(), (int) at, bytes.length, signedBy, state, sum, hash));
        put(bytes, at);
        at = align(at + bytes.length);
        return name.endsWith(".class") && (contains(bytes, LOADER_PATH) || contains(bytes, LOADER_NAME));
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        if (entry.getSize() > Integer.MAX_VALUE - ImageForm.HEAD) {
            throw new ZipException("entry '" + entry.getName() + "' is too large");
        }
        int size = (int) Math.max(entry.getSize(), 0);
        try (InputStream in = jar.getInputStream(entry)) {
            // Signers are known only once the end was seen.
            byte[] bytes = in.readNBytes(size + 1);
            if (bytes.length != size) {
                throw new ZipException("entry '" + entry.getName() + "' has not the size it says");
            }
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (sum.getValue() != entry.getCrc()) {
                throw new ZipException("entry '" + entry.getName() + "' is damaged");
            }
            return bytes;
        }
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int from = 0; from <= bytes.length - part.length; from++) {
            int i = 0;
            while (i < part.length && bytes[from + i] == part[i]) {
                i++;
            }
            if (i == part.length) {
                return true;
            }
        }
        return false;
    }

    private void finish(byte[] extra) throws IOException {
        BinaryWriter table = new BinaryWriter();
        BinaryWriter names = new BinaryWriter();
        rows.sort(Comparator.comparingInt(Row::nameHash).thenComparingInt(Row::jar));
        for (Row row : rows) {
            byte[] name = row.name().getBytes(StandardCharsets.UTF_8);
            table.fixedInt(row.nameHash())
                    .fixedInt(names.length())
                    .fixedShort(name.length)
                    .fixedShort(row.jar())
                    .fixedInt(row.offset())
                    .fixedInt(row.length())
                    .fixedShort(row.signers())
                    .fixedShort(row.state())
                    .fixed(row.sum())
                    .raw(HexFormat.of().parseHex(row.hash()));
            names.raw(name);
        }
        int namesAt = table.length();
        table.raw(names.toBytes());
        int jarsAt = table.length();
        table.list(jars, (to, jar) -> {
            to.text(jar.name()).flag(jar.looksForServices());
            jar.shape().write(to);
        });
        int signersAt = table.length();
        table.list(signers.keySet(), SignerForm::write);
        int extraAt = table.length();
        table.raw(extra);
        int tableAt = (int) at;
        byte[] head = new BinaryWriter()
                .fixed(ImageForm.MAGIC)
                .fixedInt(ImageForm.VERSION)
                .fixedInt(Runtime.version().feature())
                .fixedInt(Math.addExact(tableAt, table.length()))
                .fixedInt(tableAt)
                .fixedInt(rows.size())
                .fixedInt(tableAt + namesAt)
                .fixedInt(tableAt + jarsAt)
                .fixedInt(tableAt + signersAt)
                .fixedInt(tableAt + extraAt)
                .toBytes();
        byte[] tableBytes = table.toBytes();
        byte[] checked = new BinaryWriter().raw(head).raw(tableBytes).toBytes();
        put(tableBytes, tableAt);
        put(head, 0);
        put(
                new BinaryWriter()
                        .fixed(Sum.of(checked, 0, checked.length))
                        .raw(ImageForm.sha256().digest(checked))
                        .toBytes(),
                ImageForm.SUM_AT);
    }

    private void put(byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }

    private static long align(long position) {
        return (position + ImageForm.ALIGNMENT - 1) / ImageForm.ALIGNMENT * ImageForm.ALIGNMENT;
    }
}
