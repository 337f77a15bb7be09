package org.citykit.runtime.image;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One plugin's image, mapped into memory, or copied there if it is small; no file stays open. The head and the table
 * are compared with their sum when it is opened, an entry with its own whenever it is read. It lets go of its memory
 * when nobody holds it any more. Immutable, thread-safe.
 */
public final class Image {
    /** Up to here an entry is copied before it is handed out. */
    private static final int COPIED = 1 << 20;

    private static final int FEATURE = Runtime.version().feature();

    private final Path file;
    private final ByteBuffer bytes;

    /** What the bytes lie in; null when they are a copy. */
    private final @Nullable MappedFile mapping;

    /** The head, and then the table; in a small image with the entries between them. */
    private final byte[] table;

    private final int tableAt;
    private final int count;
    private final int namesAt;
    private final int signersAt;
    private final int extraAt;
    private final List<ImageJar> jars;
    private final Set<Integer> verified = ConcurrentHashMap.newKeySet();
    private volatile @Nullable List<List<CodeSigner>> signers;

    /** @param tableAt where the table begins in the array that holds it */
    private Image(Path file, ByteBuffer bytes, @Nullable MappedFile mapping, byte[] table, int tableAt) {
        this.file = file;
        this.bytes = bytes;
        this.mapping = mapping;
        this.table = table;
        this.tableAt = tableAt;
        int before = intAt(ImageForm.TABLE_AT) - tableAt;
        this.count = intAt(ImageForm.COUNT_AT);
        this.namesAt = intAt(ImageForm.NAMES_AT) - before;
        this.signersAt = intAt(ImageForm.SIGNERS_AT) - before;
        this.extraAt = intAt(ImageForm.EXTRA_AT) - before;
        this.jars = section(intAt(ImageForm.JARS_AT) - before).list(Image::jar);
    }

    private static ImageJar jar(BinaryReader in) {
        String name = in.text();
        boolean services = in.flag();
        return new ImageJar(name, ModuleShape.read(in), services);
    }

    /**
     * One entry. Immutable.
     *
     * @param name as the archive says it; a folder's ends with a slash
     * @param jar which of the {@link #jars}, from 0
     * @param row where it stands in the table
     * @param length of its content in bytes
     */
    public record Entry(String name, int jar, int row, int length) {}

    /**
     * Opens an image that was written for this JVM's generation of Java.
     *
     * @throws ImageDamagedException when it is not there, not whole or of another form
     */
    public static Image open(Path file) throws ImageDamagedException {
        try (RandomAccessFile in = new RandomAccessFile(file.toString(), "r")) {
            long size = in.length();
            if (size < ImageForm.HEAD || size > Integer.MAX_VALUE) {
                throw new ImageDamagedException("it has " + size + " bytes");
            }
            return size > ImageForm.SMALL
                    ? mapped(file, MappedFile.of(file, in), 0, (int) size)
                    : copied(file, in, (int) size);
        } catch (FileNotFoundException e) {
            throw new ImageDamagedException(
                    Files.exists(file) ? "it cannot be opened: " + e.getMessage() : "it is not there", e);
        } catch (ImageDamagedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | InternalError e) {
            throw new ImageDamagedException("it cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Opens an image that lies in a file with others.
     *
     * @param file where it is kept as a file of its own
     * @param pack the file with the others
     * @param from where it begins there
     * @param length of all of it
     * @throws ImageDamagedException when it is not whole or of another form
     */
    public static Image of(Path file, MappedFile pack, int from, int length) throws ImageDamagedException {
        try {
            return mapped(file, pack, from, length);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | InternalError e) {
            throw new ImageDamagedException("it cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether there is an image that is so small that mapping it alone costs more than copying it. */
    public static boolean isSmall(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) <= ImageForm.SMALL;
    }

    private static Image copied(Path file, RandomAccessFile in, int size) throws IOException {
        byte[] all = new byte[size];
        in.readFully(all);
        int tableAt = tableAt(all, size);
        compareTable(all, tableAt);
        return new Image(file, ByteBuffer.wrap(all), null, all, tableAt);
    }

    private static Image mapped(Path file, MappedFile mapping, int start, int size) throws ImageDamagedException {
        ByteBuffer bytes = mapping.part(start, size);
        byte[] head = new byte[ImageForm.HASH_AT + ImageForm.HASH];
        bytes.get(0, head);
        int from = tableAt(head, size);
        byte[] table = Arrays.copyOf(head, head.length + size - from);
        bytes.get(from, table, head.length, size - from);
        compareTable(table, head.length);
        return new Image(file, bytes, mapping, table, head.length);
    }

    /** Where the table begins in a file that says it is an image. */
    private static int tableAt(byte[] head, int size) throws ImageDamagedException {
        if (intAt(head, 0) != (int) (ImageForm.MAGIC >>> 32)
                || intAt(head, 4) != (int) ImageForm.MAGIC
                || intAt(head, ImageForm.VERSION_AT) != ImageForm.VERSION) {
            throw new ImageDamagedException("it is no image of this version");
        }
        if (intAt(head, ImageForm.FEATURE_AT) != FEATURE) {
            throw new ImageDamagedException("it is for Java " + intAt(head, ImageForm.FEATURE_AT));
        }
        if (intAt(head, ImageForm.LENGTH_AT) != size) {
            throw new ImageDamagedException("it is cut off");
        }
        int from = intAt(head, ImageForm.TABLE_AT);
        if (from < ImageForm.HEAD || from > size) {
            throw new ImageDamagedException("its table is not in it");
        }
        return from;
    }

    private static void compareTable(byte[] table, int tableAt) throws ImageDamagedException {
        if (Sum.of(table, ImageForm.SUM_AT, tableAt, table.length) != longAt(table, ImageForm.SUM_AT)) {
            throw new ImageDamagedException("its table is not what was written");
        }
    }

    /**
     * Compares everything with its SHA-256, before an image is used that is not known to be whole.
     *
     * @throws ImageDamagedException when anything is not what was written
     */
    public void verify() throws ImageDamagedException {
        MessageDigest digest = ImageForm.sha256();
        digest.update(table, 0, ImageForm.SUM_AT);
        digest.update(table, tableAt, table.length - tableAt);
        byte[] hash = digest.digest();
        if (!Arrays.equals(hash, 0, hash.length, table, ImageForm.HASH_AT, ImageForm.HASH_AT + ImageForm.HASH)) {
            throw new ImageDamagedException("its table is not what was written");
        }
        for (int row = 0; row < count; row++) {
            int at = rowAt(row);
            try {
                digest.update(slice(intAt(at + ImageForm.ENTRY_OFFSET), intAt(at + ImageForm.ENTRY_LENGTH)));
                hash = digest.digest();
                int from = at + ImageForm.ENTRY_HASH;
                if (!Arrays.equals(table, from, from + ImageForm.HASH, hash, 0, hash.length)) {
                    throw new ImageDamagedException("an entry is not what was written");
                }
            } catch (InternalError e) {
                throw new ImageDamagedException("it was cut off while it was read", e);
            }
        }
    }

    private ByteBuffer slice(int offset, int length) throws ImageDamagedException {
        if (offset < ImageForm.HEAD || length < 0 || length > bytes.capacity() - offset) {
            throw new ImageDamagedException("an entry is not in it");
        }
        refuseIfCutOff();
        return bytes.slice(offset, length);
    }

    private void refuseIfCutOff() throws ImageDamagedException {
        if (mapping != null) {
            mapping.refuseIfCutOff();
        }
    }

    /** The jars, the plugin's own first. */
    public List<ImageJar> jars() {
        return jars;
    }

    /** What the one who wrote it put beside the jars. */
    public BinaryReader extra() {
        return section(extraAt);
    }

    /** The file it was mapped from. */
    public Path file() {
        return file;
    }

    /** An entry of one jar, or null if it has none of the name; a folder is found without its last slash, too. */
    public @Nullable Entry find(int jar, String name) {
        Entry found = findExactly(jar, name);
        return found != null || name.endsWith("/") ? found : findExactly(jar, name + "/");
    }

    private @Nullable Entry findExactly(int jar, String name) {
        int hash = name.hashCode();
        byte[] encoded = null;
        for (int row = firstOf(hash); row < count && intAt(rowAt(row)) == hash; row++) {
            int at = rowAt(row);
            if (shortAt(at + ImageForm.ENTRY_JAR) == jar) {
                encoded = encoded == null ? name.getBytes(StandardCharsets.UTF_8) : encoded;
                int from = nameAt(at);
                if (Arrays.equals(
                        table, from, from + shortAt(at + ImageForm.ENTRY_NAME_LENGTH), encoded, 0, encoded.length)) {
                    return new Entry(name, jar, row, intAt(at + ImageForm.ENTRY_LENGTH));
                }
            }
        }
        return null;
    }

    private int firstOf(int hash) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (intAt(rowAt(middle)) < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The names of all entries of one jar, as this JVM's version of Java sees them; in no particular order. */
    public List<String> names(int jar) {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            int at = rowAt(row);
            if (shortAt(at + ImageForm.ENTRY_JAR) == jar) {
                names.add(new String(
                        table, nameAt(at), shortAt(at + ImageForm.ENTRY_NAME_LENGTH), StandardCharsets.UTF_8));
            }
        }
        return names;
    }

    /**
     * The content of an entry, in an array of the caller's own.
     *
     * @throws ImageDamagedException when it is not what was written
     * @throws SecurityException when it had been changed after it was signed
     */
    public byte[] read(Entry entry) throws ImageDamagedException {
        byte[] content = new byte[entry.length()];
        refuseIfCutOff();
        try {
            bytes.get(offsetOf(entry), content);
            // An error of the mapping may be told a little late, so that the sum is compared inside as well.
            if (sumOf(entry) != Sum.of(content, 0, content.length)) {
                throw damaged(entry);
            }
        } catch (IndexOutOfBoundsException | InternalError e) {
            throw damaged(entry);
        }
        if (shortAt(rowAt(entry.row()) + ImageForm.ENTRY_STATE) == ImageForm.REFUSED) {
            throw new SecurityException(new String(content, StandardCharsets.UTF_8));
        }
        return content;
    }

    /**
     * The content of an entry. A large one is compared with its sum once and not copied.
     *
     * @throws ImageDamagedException when it is not what was written
     * @throws SecurityException when it had been changed after it was signed
     */
    public InputStream stream(Entry entry) throws ImageDamagedException {
        if (entry.length() <= COPIED) {
            return new ByteArrayInputStream(read(entry));
        }
        ByteBuffer content = slice(offsetOf(entry), entry.length());
        if (!verified.contains(entry.row())) {
            try {
                if (sumOf(entry) != Sum.of(content)) {
                    throw damaged(entry);
                }
            } catch (InternalError e) {
                throw damaged(entry);
            }
            verified.add(entry.row());
        }
        return new BufferedInputStream(new BufferStream(content, mapping));
    }

    private long sumOf(Entry entry) {
        return longAt(table, rowAt(entry.row()) + ImageForm.ENTRY_SUM);
    }

    private static ImageDamagedException damaged(Entry entry) {
        return new ImageDamagedException("entry '" + entry.name() + "' is not what was written");
    }

    /** Who signed an entry; empty if nobody did. Entries of the same signers have the same list. */
    public List<CodeSigner> signers(Entry entry) {
        int index = shortAt(rowAt(entry.row()) + ImageForm.ENTRY_SIGNERS);
        return index == 0 ? List.of() : allSigners().get(index - 1);
    }

    private List<List<CodeSigner>> allSigners() {
        List<List<CodeSigner>> known = signers;
        if (known == null) {
            known = section(signersAt).list(SignerForm::read);
            signers = known;
        }
        return known;
    }

    private BinaryReader section(int from) {
        return new BinaryReader(table, from, table.length);
    }

    private int offsetOf(Entry entry) {
        return intAt(rowAt(entry.row()) + ImageForm.ENTRY_OFFSET);
    }

    private int nameAt(int record) {
        return namesAt + intAt(record + ImageForm.ENTRY_NAME);
    }

    private int rowAt(int row) {
        return tableAt + row * ImageForm.ENTRY;
    }

    private static long longAt(byte[] bytes, int at) {
        return ((long) intAt(bytes, at) << 32) | (intAt(bytes, at + 4) & 0xffff_ffffL);
    }

    private int intAt(int at) {
        return intAt(table, at);
    }

    private static int intAt(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }

    private int shortAt(int at) {
        return ((table[at] & 0xff) << 8) | (table[at + 1] & 0xff);
    }
}
