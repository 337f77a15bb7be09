package org.citykit.runtime.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.citykit.runtime.plugin.Fixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignaturesTests {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    @TempDir
    static Path shared;

    private static TestKeys keys;
    private static Path plain;
    private static Path signed;

    @TempDir
    Path work;

    @BeforeAll
    static void sign() throws Exception {
        keys = new TestKeys(shared).make("vendor").make("city");
        plain = Fixture.zipOf(
                shared.resolve("plain.jar"), Map.of("a.txt", bytes("one"), "META-INF/versions/11/a.txt", bytes("two")));
        signed = keys.sign(plain, shared.resolve("signed.jar"), "vendor");
    }

    @Test
    void whatIsNoZipIsNotJudged() throws Exception {
        Path text = Files.writeString(work.resolve("a.jar"), "text");

        assertThrows(ZipException.class, () -> Signatures.read(text));
    }

    @Test
    void anArchiveWithoutSignatureIsUnsigned() throws Exception {
        assertEquals(Signatures.UNSIGNED, Signatures.read(plain));
    }

    @Test
    void anEntryThatWasChangedIsNamed() throws Exception {
        assertBroken(
                "Entry 'a.txt' was changed after signing.", changed(signed, all -> all.put("a.txt", bytes("ONE"))));
    }

    @Test
    void aVersionedEntryIsNoWayAround() throws Exception {
        assertBroken(
                "Entry 'META-INF/versions/17/a.txt' is not signed: it was added after signing.",
                changed(signed, all -> all.put("META-INF/versions/17/a.txt", bytes("x"))));
        assertBroken(
                "Entry 'META-INF/versions/11/a.txt' was changed after signing.",
                changed(signed, all -> all.put("META-INF/versions/11/a.txt", bytes("TWO"))));
    }

    @Test
    void anEntryThatWasAddedIsNamed() throws Exception {
        assertBroken(
                "Entry 'b.txt' is not signed: it was added after signing.",
                changed(signed, all -> all.put("b.txt", bytes("x"))));
        assertBroken(
                "Entry 'META-INF/services/x' is not signed: it was added after signing.",
                changed(signed, all -> all.put("META-INF/services/x", bytes("x"))));
    }

    @Test
    void anEntryThatWasTakenOutIsNamed() throws Exception {
        assertBroken(
                "Entry 'a.txt' is gone: it was taken out after signing.", changed(signed, all -> all.remove("a.txt")));
    }

    @Test
    void aManifestThatWasChangedIsRefusedThoughEveryEntryIsAsItWas() throws Exception {
        assertBroken(
                "Its manifest was changed after signing.",
                changed(
                        signed,
                        all -> all.put(MANIFEST, bytes(text(all, MANIFEST) + "Name: a/\r\nSealed: true\r\n\r\n"))));
        assertBroken(
                "Its manifest was changed after signing.",
                changed(
                        signed,
                        all -> all.put(
                                MANIFEST,
                                bytes(text(all, MANIFEST)
                                        .replace("\r\n\r\nName", "\r\nMulti-Release: true\r\n\r\nName")))));
    }

    @Test
    void aSignatureFileThatWasChangedIsRefused() throws Exception {
        assertBroken(
                "The signature does not hold",
                changed(
                        signed,
                        all -> all.put(
                                "META-INF/VENDOR.SF",
                                bytes(text(all, "META-INF/VENDOR.SF").replace("Created-By", "Invented-By")))));
    }

    @Test
    void aSignatureNeedsItsBlockItsFileAndItsManifest() throws Exception {
        assertBroken("'META-INF/VENDOR' is not whole", changed(signed, all -> all.remove("META-INF/VENDOR.EC")));
        assertBroken("'META-INF/VENDOR' is not whole", changed(signed, all -> all.remove("META-INF/VENDOR.SF")));
        assertBroken("its manifest is gone", changed(signed, all -> all.remove(MANIFEST)));
        assertBroken(
                "block 'META-INF/VENDOR.EC' is damaged",
                changed(signed, all -> all.put("META-INF/VENDOR.EC", bytes("noise"))));
    }

    @Test
    void theBlockOfAnotherArchiveIsOfNoUse() throws Exception {
        Path other = keys.sign(
                Fixture.zipOf(work.resolve("o.jar"), Map.of("a.txt", bytes("other"))), work.resolve("s.jar"), "vendor");
        byte[] block = entries(other).get("META-INF/VENDOR.EC");

        assertBroken("The signature does not hold", changed(signed, all -> all.put("META-INF/VENDOR.EC", block)));
    }

    @Test
    void aSignatureInSmallLettersIsNoHidingPlace() throws Exception {
        assertBroken(
                "must be written in capitals: 'META-INF/X.SF'",
                changed(signed, all -> all.put("meta-inf/x.sf", bytes("x"))));
        assertBroken(
                "'META-INF/SIG-X' is not part of any signature",
                changed(signed, all -> all.put("META-INF/SIG-X", bytes("x"))));
    }

    @Test
    void aWeakDigestIsToldAsSuch() throws Exception {
        Path weak = keys.sign(
                plain, work.resolve("weak.jar"), "vendor", "-digestalg", "SHA1", "-sigalg", "SHA256withECDSA");

        assertBroken("is made with SHA1, which is too weak. Sign it with SHA-256.", weak);
    }

    @Test
    void aShortKeyIsToldAsSuch() throws Exception {
        keys.make("short", "-keyalg", "RSA", "-keysize", "1024");

        assertBroken(
                "is made with an RSA key of 1024 bits; 2048 are needed.",
                keys.sign(plain, work.resolve("short.jar"), "short"));
    }

    @Test
    void twoWhoSignedOneHalfEachHaveNotSignedTheWhole() throws Exception {
        Path half = changed(signed, all -> all.put("b.txt", bytes("x")));
        Path both = keys.sign(half, work.resolve("both.jar"), "city");

        Signatures read = Signatures.read(both);

        assertEquals(Set.of("CN=city"), subjects(read), read::toString);
    }

    @Test
    void whoeverSignedAllOfItIsTold() throws Exception {
        Path both = keys.sign(signed, work.resolve("both.jar"), "city");

        assertEquals(Set.of("CN=vendor"), subjects(Signatures.read(signed)));
        assertEquals(Set.of("CN=vendor", "CN=city"), subjects(Signatures.read(both)));
    }

    @Test
    void aZipIsSignedAsAWhole() throws Exception {
        Path zip = Fixture.zipOf(work.resolve("p.zip"), Map.of("p.jar", bytes("jar"), "lib/l.jar", bytes("lib")));

        Signatures read = Signatures.read(keys.sign(zip, work.resolve("s.zip"), "vendor"));

        assertEquals(Set.of("CN=vendor"), subjects(read));
        assertEquals(64, read.signers().get(0).keySha256().length());
    }

    private void assertBroken(String part, Path archive) throws IOException {
        Signatures read = Signatures.read(archive);
        assertEquals(Signatures.State.BROKEN, read.state(), read::toString);
        assertTrue(read.reason().contains(part), read::reason);
        assertEquals(List.of(), read.signers());
    }

    private static Set<String> subjects(Signatures signatures) {
        return signatures.signers().stream().map(Signer::subject).collect(Collectors.toSet());
    }

    private Path changed(Path archive, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = entries(archive);
        change.accept(entries);
        return Fixture.zipOf(Files.createTempFile(work, "changed", ".jar"), entries);
    }

    private static Map<String, byte[]> entries(Path archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
