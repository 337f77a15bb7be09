package org.citykit.runtime.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.citykit.runtime.value.Shown;

/**
 * One reading of a signed archive. The JDK compares digests and signatures (JAR File Specification, "Signed JAR File");
 * what it lets pass in silence is found here: entries that nobody signed, entries that are gone, a manifest that was
 * changed since, signatures it cannot or will not check. Confined.
 */
final class SignedArchive {
    private final JarFile jar;
    private final SignatureFiles files;
    private final List<JarEntry> covered = new ArrayList<>();

    private SignedArchive(JarFile jar, SignatureFiles files) {
        this.jar = jar;
        this.files = files;
    }

    static Signatures read(Path archive) throws IOException {
        try (JarFile jar = new JarFile(archive.toFile(), true, ZipFile.OPEN_READ, JarFile.baseVersion());
                JarFile unchecked = new JarFile(archive.toFile(), false, ZipFile.OPEN_READ, JarFile.baseVersion())) {
            return read(jar, unchecked);
        } catch (BrokenSignatureException e) {
            return Signatures.broken(e.reason());
        } catch (SecurityException e) {
            return Signatures.broken(
                    "The signature does not hold: " + shown(e) + ". It was changed after it was signed.");
        }
    }

    /**
     * Why Java refuses to load something from a jar, if it does: it was changed after it was signed. What Java takes for
     * unsigned, it loads. Reads on after the jar's name.
     */
    static Optional<String> refusedByJava(Path archive) throws IOException {
        try (JarFile jar = new JarFile(archive.toFile(), true, ZipFile.OPEN_READ, JarFile.baseVersion())) {
            List<JarEntry> entries = jar.stream().toList();
            return isSigned(names(entries)) ? refused(jar, entries) : Optional.empty();
        }
    }

    private static Optional<String> refused(JarFile jar, List<JarEntry> entries) throws IOException {
        try (InputStream in = jar.getInputStream(entries.get(0))) {
            in.skip(0);
        } catch (SecurityException e) {
            return Optional.of("the signature does not hold: " + shown(e) + ".");
        }
        for (JarEntry entry : entries) {
            try {
                readWhole(jar, entry);
            } catch (SecurityException e) {
                return Optional.of("entry '" + Shown.of(entry.getName()) + "' was changed after it was signed.");
            }
        }
        return Optional.empty();
    }

    private static String shown(SecurityException complaint) {
        return Shown.cut(String.valueOf(complaint.getMessage()), 200);
    }

    private static List<String> names(List<JarEntry> entries) {
        return entries.stream().map(JarEntry::getName).toList();
    }

    private static boolean isSigned(List<String> names) {
        return names.stream().anyMatch(name -> SignatureFiles.isSignature(name.toUpperCase(Locale.ROOT)));
    }

    private static Signatures read(JarFile jar, JarFile unchecked) throws IOException {
        List<JarEntry> entries = jar.stream().toList();
        List<String> names = names(entries);
        if (!isSigned(names)) {
            return Signatures.UNSIGNED;
        }
        return new SignedArchive(jar, SignatureFiles.of(unchecked, names)).signatures(entries);
    }

    private Signatures signatures(List<JarEntry> entries) throws IOException {
        sort(entries);
        files.check(covered.stream().map(JarEntry::getName).toList());
        verifySignatures();
        Map<String, Signer> common = new LinkedHashMap<>();
        boolean first = true;
        for (JarEntry entry : covered) {
            Map<String, Signer> own = signers(entry);
            if (first && own.isEmpty()) {
                throw new BrokenSignatureException("The signature cannot be verified: its block is damaged, does not"
                        + " belong to these files, or uses what this Java does not know or does not allow.");
            }
            if (first) {
                common.putAll(own);
                first = false;
            }
            common.keySet().retainAll(own.keySet());
            if (common.isEmpty()) {
                throw new BrokenSignatureException("No signer has signed all of it: " + at(entry)
                        + (own.isEmpty() ? " is not signed." : " is signed by another than the entries before it."));
            }
        }
        if (common.isEmpty()) {
            throw new BrokenSignatureException("It holds a signature, and nothing that is signed.");
        }
        files.retainExact(common.keySet());
        if (common.isEmpty()) {
            throw new BrokenSignatureException("Who signed all of it did not sign this manifest.");
        }
        return new Signatures(
                Signatures.State.SIGNED,
                common.values().stream()
                        .sorted(Comparator.comparing(Signer::keySha256))
                        .toList(),
                "");
    }

    /** The JDK does so when the first stream is opened, and its complaints are then not about that entry. */
    private void verifySignatures() throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(JarFile.MANIFEST_NAME))) {
            in.skip(0);
        }
    }

    /** Finds the entries that must be signed: all but folders, the manifest and the signatures themselves. */
    private void sort(List<JarEntry> entries) {
        Set<String> seen = new HashSet<>();
        for (JarEntry entry : entries) {
            String name = entry.getName();
            if (!seen.add(name)) {
                throw new BrokenSignatureException(at(entry) + " is there twice, and one of them is not signed.");
            }
            if (entry.isDirectory()) {
                if (entry.getSize() > 0) {
                    throw new BrokenSignatureException(at(entry) + " is a folder with content, which is not signed.");
                }
            } else if (!name.equals(JarFile.MANIFEST_NAME) && !SignatureFiles.isSignature(name)) {
                covered.add(entry);
            }
        }
    }

    /** Signers are known only once the last byte was read. */
    private Map<String, Signer> signers(JarEntry entry) throws IOException {
        try {
            readWhole(jar, entry);
        } catch (SecurityException e) {
            throw new BrokenSignatureException(at(entry) + " was changed after signing.");
        }
        CodeSigner[] found = entry.getCodeSigners();
        Map<String, Signer> signers = new LinkedHashMap<>();
        for (CodeSigner signer : found == null ? new CodeSigner[0] : found) {
            Signer read = Keys.signer(signer);
            signers.put(read.keySha256(), read);
        }
        return signers;
    }

    private static void readWhole(JarFile jar, JarEntry entry) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = entry.getSize();
        try (InputStream in = jar.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw new ZipException("entry '" + Shown.of(entry.getName()) + "' is larger than it says");
                }
            }
        }
    }

    private static String at(JarEntry entry) {
        return "Entry '" + Shown.of(entry.getName()) + "'";
    }
}
