package org.citykit.runtime.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.citykit.runtime.value.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of a signed archive and the signatures beside it, each a signature file ({@code .SF}) and a block with
 * the certificates. A signature counts only for the manifest exactly as it was signed, with digests of SHA-256 or
 * stronger. Confined.
 */
final class SignatureFiles {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/(SIG-[^/]*|[^/]+\\.(SF|RSA|DSA|EC))");
    private static final Set<String> BLOCKS = Set.of(".RSA", ".DSA", ".EC");
    private static final Set<String> STRONG = Set.of("SHA-256", "SHA-384", "SHA-512");
    private static final String DIGEST = "-DIGEST";
    private static final int LARGEST = 16 << 20;

    /** One signature: what its file says about the manifest, and the certificates of its block. */
    private record Signature(String file, Manifest says, List<Certificate> certificates) {}

    private final byte[] manifestBytes;
    private final Manifest manifest;
    private final List<Signature> signatures;

    private SignatureFiles(byte[] manifestBytes, Manifest manifest, List<Signature> signatures) {
        this.manifestBytes = manifestBytes;
        this.manifest = manifest;
        this.signatures = signatures;
    }

    /** Whether an entry belongs to a signature and is therefore not signed itself. */
    static boolean isSignature(String name) {
        return SIGNATURE.matcher(name).matches();
    }

    static SignatureFiles of(JarFile jar, List<String> names) throws IOException {
        Map<String, List<Certificate>> blocks = new TreeMap<>();
        Set<String> files = new TreeSet<>();
        for (String name : names) {
            String upper = name.toUpperCase(Locale.ROOT);
            boolean ours = isSignature(upper) || upper.equals(JarFile.MANIFEST_NAME);
            if (ours && !name.equals(upper)) {
                throw new BrokenSignatureException("Entry '" + Shown.of(name)
                        + "' belongs to a signature and must be written in capitals: '" + Shown.of(upper) + "'.");
            }
            String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
            if (ours && BLOCKS.contains(ending)) {
                blocks.put(name.substring(0, name.lastIndexOf('.')), certificates(jar, name));
            } else if (ours && ending.equals(".SF")) {
                files.add(name.substring(0, name.length() - 3));
            } else if (ours && !name.equals(JarFile.MANIFEST_NAME)) {
                throw new BrokenSignatureException("Entry '" + Shown.of(name) + "' is not part of any signature.");
            }
        }
        if (!blocks.keySet().equals(files)) {
            Set<String> alone = new TreeSet<>(files);
            alone.addAll(blocks.keySet());
            alone.removeIf(name -> files.contains(name) && blocks.containsKey(name));
            throw new BrokenSignatureException(
                    "The signature '" + Shown.of(alone.iterator().next())
                            + "' is not whole: it needs a file .SF and a block .RSA, .DSA or .EC.");
        }
        if (!names.contains(JarFile.MANIFEST_NAME)) {
            throw new BrokenSignatureException("It is signed, but its manifest is gone.");
        }
        byte[] bytes = bytes(jar, JarFile.MANIFEST_NAME);
        List<Signature> signatures = new ArrayList<>();
        for (String name : files) {
            signatures.add(new Signature(
                    name + ".SF", parsed(bytes(jar, name + ".SF"), name), blocks.getOrDefault(name, List.of())));
        }
        return new SignatureFiles(bytes, parsed(bytes, JarFile.MANIFEST_NAME), signatures);
    }

    /**
     * Holds the signatures against the manifest, and the manifest's names against what is there.
     *
     * @param entries the names of all entries that must be signed
     */
    void check(Collection<String> entries) {
        List<Optional<String>> weak =
                signatures.stream().map(SignatureFiles::weakness).toList();
        if (weak.stream().allMatch(Optional::isPresent)) {
            throw new BrokenSignatureException(weak.get(0).orElseThrow());
        }
        if (signatures.stream().noneMatch(this::isExact)) {
            throw new BrokenSignatureException("Its manifest was changed after signing.");
        }
        checkGone(new HashSet<>(entries));
        for (String name : entries) {
            Set<String> used = algorithms(manifest.getAttributes(name));
            if (used.isEmpty()) {
                throw new BrokenSignatureException(
                        "Entry '" + Shown.of(name) + "' is not signed: it was added after signing.");
            }
            if (!isStrong(used)) {
                throw new BrokenSignatureException("Entry '" + Shown.of(name) + "' is signed with "
                        + String.join(", ", used) + ", which is too weak. Sign it with SHA-256.");
            }
        }
    }

    private void checkGone(Set<String> there) {
        manifest.getEntries().forEach((name, attributes) -> {
            if (!algorithms(attributes).isEmpty() && !there.contains(name)) {
                throw new BrokenSignatureException(
                        "Entry '" + Shown.of(name) + "' is gone: it was taken out after signing.");
            }
        });
    }

    /**
     * Leaves of the keys those whose signatures are strong and made for exactly this manifest. A key that also stands
     * in another signature's block is left out: which of the two it made cannot be told.
     */
    void retainExact(Set<String> keys) {
        for (Signature signature : signatures) {
            boolean counts = isExact(signature) && weakness(signature).isEmpty();
            Set<String> own = signature.certificates().stream()
                    .map(it -> Keys.sha256(it.getPublicKey().getEncoded()))
                    .collect(Collectors.toSet());
            keys.removeIf(key -> !counts && own.contains(key));
        }
    }

    private static Optional<String> weakness(Signature signature) {
        Set<String> used = algorithms(signature.says().getMainAttributes());
        if (!used.isEmpty() && !isStrong(used)) {
            return Optional.of("The signature '" + Shown.of(signature.file()) + "' is made with "
                    + String.join(", ", used) + ", which is too weak. Sign it with SHA-256.");
        }
        return signature.certificates().stream()
                .flatMap(it -> Keys.weakness(it.getPublicKey()).stream())
                .findFirst()
                .map(why -> "The signature '" + Shown.of(signature.file()) + "' is made with " + why + ".");
    }

    /** Without this the JDK lets anybody add to the manifest, and some signatures leave even its head unprotected. */
    private boolean isExact(Signature signature) {
        Attributes attributes = signature.says().getMainAttributes();
        return STRONG.stream().anyMatch(algorithm -> {
            String told = attributes.getValue(algorithm + "-Digest-Manifest");
            return told != null
                    && Keys.digest(algorithm, manifestBytes)
                            .filter(digest -> MessageDigest.isEqual(digest, decoded(told)))
                            .isPresent();
        });
    }

    private static boolean isStrong(Set<String> algorithms) {
        return algorithms.stream().anyMatch(STRONG::contains);
    }

    private static Set<String> algorithms(@Nullable Attributes attributes) {
        Set<String> algorithms = new TreeSet<>();
        if (attributes == null) {
            return algorithms;
        }
        for (Object key : attributes.keySet()) {
            String name = key.toString().toUpperCase(Locale.ROOT);
            int end = name.indexOf(DIGEST);
            if (end > 0) {
                algorithms.add(name.substring(0, end));
            }
        }
        return algorithms;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException wrong) {
            return new byte[0];
        }
    }

    private static List<Certificate> certificates(JarFile jar, String name) throws IOException {
        try {
            return List.copyOf(CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes(jar, name))));
        } catch (CertificateException damaged) {
            throw new BrokenSignatureException("The signature block '" + Shown.of(name) + "' is damaged.");
        }
    }

    private static Manifest parsed(byte[] bytes, String name) {
        try {
            return new Manifest(new ByteArrayInputStream(bytes));
        } catch (IOException damaged) {
            throw new BrokenSignatureException("'" + Shown.of(name) + "' is no manifest.");
        }
    }

    private static byte[] bytes(JarFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new BrokenSignatureException(
                        "'" + Shown.of(name) + "' is larger than " + (LARGEST >> 20) + " MiB.");
            }
            return bytes;
        }
    }
}
