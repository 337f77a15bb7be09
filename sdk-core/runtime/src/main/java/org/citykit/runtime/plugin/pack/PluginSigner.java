package org.citykit.runtime.plugin.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.citykit.api.CityKitException;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.plugin.SteadyZip;
import org.citykit.runtime.trust.Signatures;
import org.citykit.runtime.trust.Signer;

/**
 * Signs a plugin file, a jar or a zip of jars, as a whole (JAR File Specification, "Signed JAR File"; SHA-256, for long
 * keys SHA-384). The same file and key make the same bytes everywhere, but for the random part of an EC signature. The
 * entries are not packed, because packing differs between versions of zlib.
 */
public final class PluginSigner {
    /** What becomes of the signatures that a file has already. */
    public enum Earlier {
        /** They stay, and the new one stands beside them; those of the same key are replaced. */
        KEEP,
        /** They are taken out, and the new one alone answers for the file: for plugins that nobody else keeps up. */
        REPLACE
    }

    /**
     * What was made.
     *
     * @param file the signed file
     * @param sha256 of the file, in lower-case hexadecimal
     * @param signer the new signature, as a portal reads it
     */
    public record SignedPlugin(Path file, String sha256, Signer signer) {}

    private static final String DIGEST = "SHA-256-Digest";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final SigningKey key;

    private PluginSigner(SigningKey key) {
        this.key = key;
    }

    /**
     * Signs a file, and reads the outcome once, as a portal would; only then it takes the target's place.
     *
     * @param archive the file to sign, at most 512 MiB of entries
     * @param target where the signed file goes; may be the same
     * @throws CityKitException when it cannot be signed, for example because an earlier signature that should stay does
     *     not hold; the target is left as it was
     * @throws IOException when the file cannot be read or the target cannot be written
     */
    public static SignedPlugin sign(Path archive, Path target, SigningKey key, Earlier earlier) throws IOException {
        Signatures before = Signatures.read(archive);
        if (before.state() == Signatures.State.BROKEN && earlier == Earlier.KEEP) {
            throw refused("A signature that " + archive + " has already does not hold. " + before.reason()
                    + " Find out why; then have earlier signatures replaced.");
        }
        PluginSigner signer = new PluginSigner(key);
        signer.load(archive);
        boolean stays = before.state() == Signatures.State.SIGNED && earlier == Earlier.KEEP;
        return signer.write(stays ? signer.signedBeside() : signer.signedAnew(), target);
    }

    private void load(Path archive) throws IOException {
        long left = 512L << 20;
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                left -= Math.max(entry.getSize(), 0);
                if (left < 0) {
                    throw refused("The file " + archive + " is too large to be signed. 512 MiB are allowed.");
                }
                byte[] bytes = zip.getInputStream(entry).readNBytes((int) Math.max(entry.getSize(), 0));
                if (entries.put(entry.getName(), bytes) != null) {
                    throw refused(
                            "The file " + archive + " has the entry '" + entry.getName() + "' twice. Pack it anew.");
                }
            }
        }
    }

    /** The manifest stays octet for octet, or what stands in it would no longer be what others signed. */
    private Map<String, byte[]> signedBeside() {
        byte[] manifest = entries.getOrDefault(JarFile.MANIFEST_NAME, new byte[0]);
        entries.keySet().removeIf(name -> name.startsWith(base() + "."));
        return signed(manifest);
    }

    private Map<String, byte[]> signedAnew() throws IOException {
        Manifest old = new Manifest();
        if (entries.containsKey(JarFile.MANIFEST_NAME)) {
            old.read(new ByteArrayInputStream(entries.getOrDefault(JarFile.MANIFEST_NAME, new byte[0])));
        }
        entries.keySet().removeIf(name -> name.equals(JarFile.MANIFEST_NAME) || isSignature(name));
        Attributes head = old.getMainAttributes();
        head.remove(Attributes.Name.SIGNATURE_VERSION);
        Object version = head.remove(Attributes.Name.MANIFEST_VERSION);
        ManifestText text =
                new ManifestText().line("Manifest-Version", version == null ? "1.0" : String.valueOf(version));
        text.lines(head).end();
        old.getEntries().forEach((name, attributes) -> {
            attributes
                    .keySet()
                    .removeIf(it -> String.valueOf(it).toUpperCase(Locale.ROOT).contains("-DIGEST"));
            if (!isCovered(name) && !attributes.isEmpty()) {
                text.line("Name", name).lines(attributes).end();
            }
        });
        entries.forEach((name, bytes) -> {
            if (isCovered(name)) {
                Attributes kept = old.getEntries().getOrDefault(name, new Attributes());
                text.line("Name", name).lines(kept).line(DIGEST, base64(bytes)).end();
            }
        });
        return signed(text.bytes());
    }

    private Map<String, byte[]> signed(byte[] manifest) {
        Map<String, byte[]> sections = ManifestText.sections(manifest);
        ManifestText file = new ManifestText()
                .line("Signature-Version", "1.0")
                .line("SHA-256-Digest-Manifest-Main-Attributes", base64(sections.getOrDefault("", new byte[0])))
                .line("SHA-256-Digest-Manifest", base64(manifest))
                .line("Created-By", "CityKit")
                .end();
        entries.keySet().stream()
                .filter(this::isCovered)
                .forEach(name -> file.line("Name", name)
                        .line(DIGEST, base64(sections.getOrDefault(name, new byte[0])))
                        .end());
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(JarFile.MANIFEST_NAME, manifest);
        all.put(base() + ".SF", file.bytes());
        all.put(base() + key.ending(), key.block(file.bytes()));
        entries.forEach(all::putIfAbsent);
        return all;
    }

    private SignedPlugin write(Map<String, byte[]> all, Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path begun = Files.createTempFile(absolute.getParent(), ".sign-", ".zip");
        try {
            try (SteadyZip zip = SteadyZip.create(begun)) {
                for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                    zip.add(entry.getKey(), entry.getValue());
                }
            }
            Signatures read = Signatures.read(begun);
            Signer ours = read.signers().stream()
                    .filter(signer -> signer.keySha256().equals(keySha256()))
                    .findFirst()
                    .orElseThrow(() -> refused("The signature would be refused. " + read.reason()));
            String sha256 = HexFormat.of().formatHex(digest(Files.readAllBytes(begun)));
            Files.move(begun, absolute, StandardCopyOption.REPLACE_EXISTING);
            return new SignedPlugin(absolute, sha256, ours);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private boolean isCovered(String name) {
        return entries.containsKey(name)
                && !name.endsWith("/")
                && !name.equals(JarFile.MANIFEST_NAME)
                && !isSignature(name);
    }

    private static boolean isSignature(String name) {
        return name.toUpperCase(Locale.ROOT).matches("META-INF/(SIG-[^/]*|[^/]+\\.(SF|RSA|DSA|EC))");
    }

    /** Named by the key, so that two signers never meet under one name. */
    private String base() {
        return "META-INF/" + keySha256().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private String keySha256() {
        return HexFormat.of().formatHex(digest(key.certificate().getPublicKey().getEncoded()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static CityKitException refused(String message) {
        return new CityKitException(RuntimeError.SIGNING_REFUSED, message);
    }
}
