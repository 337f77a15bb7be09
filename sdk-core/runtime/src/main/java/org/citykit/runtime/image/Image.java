package org.citykit.runtime.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * are compared with their sum when
 * it is opened, an entry with its own whenever it is read. It lets go of its memory when nobody holds it any more.
 * Immutable, thread-safe.
 */
public final class Image {
    /** Up to here an entry is copied before it is handed out. */
    private static final int COPIED = 1 << 20;

    /** Up to here a mapping costs more than a copy: the call, a fault for each page and the cleaning. */
    private static final int SMALL = 1 << 16;

    private final Path file;
    private final ByteBuffer bytes;
    private final byte[] head;
    private final byte[] table;
    private final int count;
    private final int namesAt;
    private final int signersAt;
    private final int extraAt;
    private final List<ImageJar> jars;
    private final Set<Integer> verified = ConcurrentHashMap.newKeySet();
    private volatile @Nullable List<List<CodeSigner>> signers;

    private Image(Path file, ByteBuffer bytes, byte[] checkedHead, byte[] table) {
        ByteBuffer head = ByteBuffer.wrap(checkedHead);
        this.head = checkedHead;
        int tableAt = head.getInt(ImageForm.TABLE_AT);
        this.file = file;
        this.bytes = bytes;
        this.table = table;
        this.count = head.getInt(ImageForm.COUNT_AT);
        this.namesAt = head.getInt(ImageForm.NAMES_AT) - tableAt;
        this.signersAt = head.getInt(ImageForm.SIGNERS_AT) - tableAt;
        this.extraAt = head.getInt(ImageForm.EXTRA_AT) - tableAt;
        this.jars = section(head.getInt(ImageForm.JARS_AT) - tableAt).list(Image::jar);
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
        try {
            ByteBuffer bytes = map(file);
            byte[] head = checkedHead(bytes);
            return new Image(file, bytes, head, checkedTable(bytes, head));
        } catch (NoSuchFileException e) {
            throw new ImageDamagedException("it is not there", e);
        } catch (ImageDamagedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | InternalError e) {
            throw new ImageDamagedException("it cannot be read: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < ImageForm.HEAD || size > Integer.MAX_VALUE) {
                throw new ImageDamagedException("it has " + size + " bytes");
            }
            return size > SMALL ? channel.map(FileChannel.MapMode.READ_ONLY, 0, size) : copy(channel, (int) size);
        }
    }

    private static ByteBuffer copy(FileChannel channel, int size) throws IOException {
        ByteBuffer copy = ByteBuffer.allocate(size);
        while (copy.hasRemaining()) {
            if (channel.read(copy) < 0) {
                throw new ImageDamagedException("it became shorter while it was read");
            }
        }
        return copy.flip();
    }

    private static byte[] checkedHead(ByteBuffer bytes) throws ImageDamagedException {
        byte[] copy = new byte[ImageForm.HASH_AT + ImageForm.HASH];
        bytes.get(0, copy);
        ByteBuffer head = ByteBuffer.wrap(copy);
        if (head.getLong(0) != ImageForm.MAGIC || head.getInt(ImageForm.VERSION_AT) != ImageForm.VERSION) {
            throw new ImageDamagedException("it is no image of this version");
        }
        if (head.getInt(ImageForm.FEATURE_AT) != Runtime.version().feature()) {
            throw new ImageDamagedException("it is for Java " + head.getInt(ImageForm.FEATURE_AT));
        }
        if (head.getInt(ImageForm.LENGTH_AT) != bytes.capacity()) {
            throw new ImageDamagedException("it is cut off");
        }
        return copy;
    }

    private static byte[] checkedTable(ByteBuffer bytes, byte[] head) throws ImageDamagedException {
        int from = ByteBuffer.wrap(head).getInt(ImageForm.TABLE_AT);
        if (from < ImageForm.HEAD || from > bytes.capacity()) {
            throw new ImageDamagedException("its table is not in it");
        }
        int length = bytes.capacity() - from;
        byte[] checked = Arrays.copyOf(head, ImageForm.SUM_AT + length);
        bytes.get(from, checked, ImageForm.SUM_AT, length);
        long sum = ByteBuffer.wrap(head).getLong(ImageForm.SUM_AT);
        if (ImageForm.sum(checked, 0, checked.length) != sum) {
            throw new ImageDamagedException("its table is not what was written");
        }
        return Arrays.copyOfRange(checked, ImageForm.SUM_AT, checked.length);
    }

    /**
     * Compares everything with its SHA-256, before an image is used that is not known to be whole.
     *
     * @throws ImageDamagedException when anything is not what was written
     */
    public void verify() throws ImageDamagedException {
        MessageDigest digest = ImageForm.sha256();
        digest.update(head, 0, ImageForm.SUM_AT);
        byte[] hash = digest.digest(table);
        if (!Arrays.equals(hash, 0, hash.length, head, ImageForm.HASH_AT, head.length)) {
            throw new ImageDamagedException("its table is not what was written");
        }
        for (int row = 0; row < count; row++) {
            int at = row * ImageForm.ENTRY;
            digest.update(slice(intAt(at + ImageForm.ENTRY_OFFSET), intAt(at + ImageForm.ENTRY_LENGTH)));
            hash = digest.digest();
            int from = at + ImageForm.ENTRY_HASH;
            if (!Arrays.equals(table, from, from + ImageForm.HASH, hash, 0, hash.length)) {
                throw new ImageDamagedException("an entry is not what was written");
            }
        }
    }

    private ByteBuffer slice(int offset, int length) throws ImageDamagedException {
        if (offset < ImageForm.HEAD || length < 0 || length > bytes.capacity() - offset) {
            throw new ImageDamagedException("an entry is not in it");
        }
        return bytes.slice(offset, length);
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
        for (int row = firstOf(hash); row < count && intAt(row * ImageForm.ENTRY) == hash; row++) {
            int at = row * ImageForm.ENTRY;
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
            if (intAt(middle * ImageForm.ENTRY) < hash) {
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
            int at = row * ImageForm.ENTRY;
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
        try {
            bytes.get(offsetOf(entry), content);
        } catch (IndexOutOfBoundsException | InternalError e) {
            throw damaged(entry);
        }
        if (sumOf(entry) != ImageForm.sum(content, 0, content.length)) {
            throw damaged(entry);
        }
        if (shortAt(entry.row() * ImageForm.ENTRY + ImageForm.ENTRY_STATE) == ImageForm.REFUSED) {
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
            if (sumOf(entry) != ImageForm.sum(content)) {
                throw damaged(entry);
            }
            verified.add(entry.row());
        }
        return new BufferStream(content);
    }

    private long sumOf(Entry entry) {
        int at = entry.row() * ImageForm.ENTRY + ImageForm.ENTRY_SUM;
        return ((long) intAt(at) << 32) | (intAt(at + 4) & 0xffff_ffffL);
    }

    private static ImageDamagedException damaged(Entry entry) {
        return new ImageDamagedException("entry '" + entry.name() + "' is not what was written");
    }

    /** Who signed an entry; empty if nobody did. Entries of the same signers have the same list. */
    public List<CodeSigner> signers(Entry entry) {
        int index = shortAt(entry.row() * ImageForm.ENTRY + ImageForm.ENTRY_SIGNERS);
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
        return intAt(entry.row() * ImageForm.ENTRY + ImageForm.ENTRY_OFFSET);
    }

    private int nameAt(int record) {
        return namesAt + intAt(record + ImageForm.ENTRY_NAME);
    }

    private int intAt(int at) {
        return ((table[at] & 0xff) << 24)
                | ((table[at + 1] & 0xff) << 16)
                | ((table[at + 2] & 0xff) << 8)
                | (table[at + 3] & 0xff);
    }

    private int shortAt(int at) {
        return ((table[at] & 0xff) << 8) | (table[at + 1] & 0xff);
    }
}
