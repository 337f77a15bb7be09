package org.citykit.runtime.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.PluginStage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugin zips whose jars the vendor has signed before they were packed. */
final class InnerSignaturesTests {
    private static final String MAIN = "acme.main.jar";
    private static final String LIBRARY = "lib/words.jar";

    @TempDir
    static Path shared;

    private static TestKeys keys;
    private static byte[] plain;
    private static byte[] signed;
    private static byte[] plainLibrary;
    private static byte[] signedLibrary;
    private static byte[] othersLibrary;

    @TempDir
    Path work;

    @BeforeAll
    static void sign() throws Exception {
        keys = new TestKeys(shared).make("vendor").make("other");
        Path main = Fixture.plugin(shared, "acme.main", "main").jar();
        Path library =
                Fixture.zipOf(shared.resolve("words.jar"), Map.of("words/a.txt", bytes("one"), "b.txt", bytes("b")));
        plain = Files.readAllBytes(main);
        signed = Files.readAllBytes(keys.sign(main, shared.resolve("main-signed.jar"), "vendor"));
        plainLibrary = Files.readAllBytes(library);
        signedLibrary = Files.readAllBytes(keys.sign(library, shared.resolve("words-signed.jar"), "vendor"));
        othersLibrary = Files.readAllBytes(keys.sign(library, shared.resolve("words-other.jar"), "other"));
    }

    @Test
    void aJarThatWasChangedAfterItWasSignedBreaksTheZipItIsIn() throws Exception {
        byte[] changed = changed(signedLibrary, all -> all.put("words/a.txt", bytes("two")));

        Signatures read = read(zip(plain, changed));

        assertEquals(Signatures.State.BROKEN, read.state());
        assertEquals("In lib/words.jar, entry 'words/a.txt' was changed after it was signed.", read.reason());
    }

    @Test
    void aSignatureFileThatNoLongerFitsBreaksTheZipItIsIn() throws Exception {
        byte[] changed = changed(
                signed,
                all -> all.replaceAll(
                        (name, bytes) -> name.endsWith(".SF") ? bytes("Signature-Version: 1.0\r\n\r\n") : bytes));

        Signatures read = read(zip(changed, plainLibrary));

        assertEquals(Signatures.State.BROKEN, read.state());
        assertTrue(read.reason().startsWith("In acme.main.jar, "), read::reason);
    }

    @Test
    void aChangedJarBreaksAZipThatIsSignedAsAWholeToo() throws Exception {
        byte[] changed = changed(signedLibrary, all -> all.put("b.txt", bytes("c")));
        Path whole = keys.sign(zip(plain, changed), work.resolve("whole.zip"), "vendor");

        assertEquals(Signatures.State.BROKEN, read(whole).state());
    }

    @Test
    void aZipWhoseJarsOneKeyHasSignedCountsAsSignedByIt() throws Exception {
        Signatures read = read(zip(signed, signedLibrary));

        assertEquals(Signatures.State.SIGNED, read.state());
        assertEquals(
                List.of("CN=vendor"),
                read.signers().stream().map(Signer::subject).toList());
        assertEquals("", read.reason());
    }

    @Test
    void aZipWithOneJarThatNobodySignedIsUnsignedAndSaysWhich() throws Exception {
        Signatures read = read(zip(signed, plainLibrary));

        assertEquals(Signatures.State.UNSIGNED, read.state());
        assertEquals(List.of(), read.signers());
        assertEquals("of its jars lib/words.jar is not signed", read.reason());
    }

    @Test
    void aZipWhoseJarsAreSignedByDifferentKeysIsUnsigned() throws Exception {
        Signatures read = read(zip(signed, othersLibrary));

        assertEquals(Signatures.State.UNSIGNED, read.state());
        assertEquals("its jars acme.main.jar and lib/words.jar are signed by different keys", read.reason());
    }

    @Test
    void aJarWithSomethingThatWasAddedAfterItWasSignedDoesNotCount() throws Exception {
        byte[] added = changed(signedLibrary, all -> all.put("c.txt", bytes("new")));

        Signatures read = read(zip(signed, added));

        assertEquals(Signatures.State.UNSIGNED, read.state());
        assertEquals("of its jars lib/words.jar is not signed", read.reason());
    }

    @Test
    void aZipInWhichNothingIsSignedHasNoMoreToTell() throws Exception {
        assertEquals(Signatures.UNSIGNED, read(zip(plain, plainLibrary)));
    }

    @Test
    void thePluginsThatAPortalReadsAreJudgedSo() throws Exception {
        Path good = zip(signed, signedLibrary);

        PluginScan scan = PluginFolder.scan(good, PluginStage.in(work.resolve("var")));
        PluginScan again = PluginFolder.scan(good, PluginStage.in(work.resolve("var")));

        for (PluginFacts facts : List.of(scan.plugins().get(0), again.plugins().get(0))) {
            assertEquals(Signatures.State.SIGNED, facts.signatures().state());
        }
    }

    private Signatures read(Path zip) throws Exception {
        Map<String, Path> jars = new LinkedHashMap<>();
        Path folder = Files.createTempDirectory(work, "jars");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (String name : List.of(MAIN, LIBRARY)) {
                Path jar = folder.resolve(Path.of(name).getFileName());
                Files.copy(file.getInputStream(file.getEntry(name)), jar);
                jars.put(name, jar);
            }
        }
        return Signatures.read(zip, jars);
    }

    private Path zip(byte[] main, byte[] library) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(MAIN, main);
        entries.put(LIBRARY, library);
        return Fixture.zipOf(work.resolve("acme.zip"), entries);
    }

    private byte[] changed(byte[] jar, Consumer<Map<String, byte[]>> change) throws Exception {
        Path before = Files.write(work.resolve("before.jar"), jar);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(before.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        change.accept(entries);
        return Files.readAllBytes(Fixture.zipOf(work.resolve("after.jar"), entries));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
