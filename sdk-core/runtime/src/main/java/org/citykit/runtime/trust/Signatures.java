package org.citykit.runtime.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the signatures of one archive are worth: every entry was read and compared. Immutable.
 *
 * @param state whether it is signed
 * @param signers who signed every single entry, in the order of their keys' hashes; none unless it is signed
 * @param reason why it is broken, as a sentence; of an unsigned zip with signed jars, what speaks against counting them,
 *     as a clause; else empty
 */
public record Signatures(State state, List<Signer> signers, String reason) {
    /** Nobody signed it. */
    public static final Signatures UNSIGNED = new Signatures(State.UNSIGNED, List.of(), "");

    /** Whether an archive is signed. */
    public enum State {
        /** There is no signature in it. */
        UNSIGNED,
        /** All of it is covered by the signature of each signer. */
        SIGNED,
        /** There is a signature that does not hold, or not for all of it. */
        BROKEN
    }

    public Signatures {
        Objects.requireNonNull(state, "state");
        signers = List.copyOf(signers);
        Objects.requireNonNull(reason, "reason");
    }

    /** A signature that does not hold. */
    static Signatures broken(String reason) {
        return new Signatures(State.BROKEN, List.of(), reason);
    }

    /**
     * Reads a jar, or a zip that is signed like a jar as a whole. Runs nothing of it. Archives inside of it are entries
     * like others: their own signatures are not read.
     *
     * @see #read(Path, Map)
     *
     * @throws IOException when it cannot be read, or is no zip file
     */
    public static Signatures read(Path archive) throws IOException {
        return SignedArchive.read(archive);
    }

    /**
     * Reads a zip and the jars in it. A jar that Java would refuse to load from, because it was changed after it was
     * signed, breaks the whole. A zip that nobody signed as a whole counts as signed by those who signed each of its
     * jars wholly; certificates are those of the first jar.
     *
     * @param archive the zip
     * @param jars all that is used of it: copies of its jars, by their names in it
     * @throws IOException when one of them cannot be read, or is no zip file
     */
    public static Signatures read(Path archive, Map<String, Path> jars) throws IOException {
        Signatures whole = read(archive);
        return whole.state() == State.BROKEN ? whole : InnerSignatures.read(whole, jars);
    }
}
