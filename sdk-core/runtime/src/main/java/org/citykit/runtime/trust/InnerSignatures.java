package org.citykit.runtime.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.value.Shown;

/**
 * The signatures of the jars in a plugin zip. All that is used of a zip is its jars, so that whoever signed every one of
 * them has signed all of it. Confined.
 */
final class InnerSignatures {
    private final Map<String, Path> jars;
    private final List<Signer> common = new ArrayList<>();
    private String first = "";
    private String unsigned = "";
    private String others = "";

    private InnerSignatures(Map<String, Path> jars) {
        this.jars = jars;
    }

    /** What the signatures of a zip and of its jars are worth together. */
    static Signatures read(Signatures whole, Map<String, Path> jars) throws IOException {
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            Optional<String> refused = SignedArchive.refusedByJava(jar.getValue());
            if (refused.isPresent()) {
                return Signatures.broken("In " + Shown.of(jar.getKey()) + ", " + refused.get());
            }
        }
        return whole.state() == Signatures.State.SIGNED ? whole : new InnerSignatures(jars).read();
    }

    private Signatures read() throws IOException {
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            Signatures one = Signatures.read(jar.getValue());
            if (one.state() == Signatures.State.SIGNED) {
                note(jar.getKey(), one.signers());
            } else if (unsigned.isEmpty()) {
                unsigned = jar.getKey();
            }
        }
        if (first.isEmpty()) {
            return Signatures.UNSIGNED;
        }
        if (!unsigned.isEmpty()) {
            return unsigned("of its jars " + Shown.of(unsigned) + " is not signed");
        }
        return common.isEmpty()
                ? unsigned("its jars " + Shown.of(first) + " and " + Shown.of(others) + " are signed by different keys")
                : new Signatures(Signatures.State.SIGNED, common, "");
    }

    /** Keys are what counts; of two certificates of one key that of the first jar is shown. */
    private void note(String jar, List<Signer> signers) {
        if (first.isEmpty()) {
            first = jar;
            common.addAll(signers);
            return;
        }
        common.removeIf(
                one -> signers.stream().noneMatch(other -> other.keySha256().equals(one.keySha256())));
        if (common.isEmpty() && others.isEmpty()) {
            others = jar;
        }
    }

    private static Signatures unsigned(String reason) {
        return new Signatures(Signatures.State.UNSIGNED, List.of(), reason);
    }
}
