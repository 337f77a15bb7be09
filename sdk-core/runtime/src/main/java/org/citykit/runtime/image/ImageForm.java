package org.citykit.runtime.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The form of an image. A head of {@link #HEAD} bytes; the bytes of the entries, as they are outside an archive; at the
 * end the table: a record for each entry, in the order of their names' hashes; the names; the jars; the signers; and
 * what the room above wants to keep beside them. The head ends with the sum and the hash of itself and of the table.
 *
 * <p>Sums tell damage whenever something is read. Hashes tell it for certain when an image is taken over that is not
 * known to be ours; before the JIT has warmed up they cost twenty times as much.
 */
final class ImageForm {
    static final long MAGIC = 0x4349_5459_4b49_5431L;
    static final int VERSION = 1;

    /** The head takes a page, so that the first entry begins one. */
    static final int HEAD = 4096;

    /** Up to here a mapping costs more than a copy: the call, a fault for each page and the cleaning. */
    static final int SMALL = 1 << 16;

    /** Where the fields of the head are. */
    static final int VERSION_AT = 8;

    static final int FEATURE_AT = 12;
    static final int LENGTH_AT = 16;
    static final int TABLE_AT = 20;
    static final int COUNT_AT = 24;
    static final int NAMES_AT = 28;
    static final int JARS_AT = 32;
    static final int SIGNERS_AT = 36;
    static final int EXTRA_AT = 40;
    static final int SUM_AT = 44;
    static final int SUM = 8;
    static final int HASH_AT = SUM_AT + SUM;
    static final int HASH = 32;

    /** One record: where its fields are, and how long it is. */
    static final int ENTRY_NAME = 4;

    static final int ENTRY_NAME_LENGTH = 8;
    static final int ENTRY_JAR = 10;
    static final int ENTRY_OFFSET = 12;
    static final int ENTRY_LENGTH = 16;
    static final int ENTRY_SIGNERS = 20;
    static final int ENTRY_STATE = 22;
    static final int ENTRY_SUM = 24;
    static final int ENTRY_HASH = ENTRY_SUM + SUM;
    static final int ENTRY = ENTRY_HASH + HASH;

    /** Entries begin at multiples of it. */
    static final int ALIGNMENT = 16;

    /** The state of an entry that was changed after it was signed. */
    static final short REFUSED = 1;

    /** Never fed; copying it is much cheaper than looking one up, which each class would have to pay for. */
    private static final MessageDigest BLANK = lookedUp();

    private ImageForm() {}

    static MessageDigest sha256() {
        try {
            return (MessageDigest) BLANK.clone();
        } catch (CloneNotSupportedException e) {
            return lookedUp();
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
