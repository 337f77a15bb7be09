package org.citykit.runtime.plugin.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citykit.api.CityKitException;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.plugin.pack.PluginSigner.Earlier;
import org.citykit.runtime.plugin.pack.PluginSigner.SignedPlugin;
import org.citykit.runtime.trust.Signatures;
import org.citykit.runtime.trust.Signer;
import org.citykit.runtime.trust.TestKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginSignerTests {
    private static final String LONG = "org/example/" + "a/".repeat(60) + "ش.class";

    @TempDir
    static Path shared;

    private static TestKeys keys;
    private static Path plain;

    @TempDir
    Path work;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = new TestKeys(shared)
                .make("city")
                .make("rsa", "-keyalg", "RSA", "-keysize", "2048")
                .make("ec384", "-keyalg", "EC", "-groupname", "secp384r1")
                .make("rsa4096", "-keyalg", "RSA", "-keysize", "4096")
                .make("short", "-keyalg", "RSA", "-keysize", "1024")
                .make("edward", "-keyalg", "Ed25519");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", bytes("""
                Manifest-Version: 1.0
                Multi-Release: true

                Name: org/example/
                Sealed: true

                Name: a.txt
                Note: kept

                """));
        entries.put("META-INF/", new byte[0]);
        entries.put("a.txt", bytes("one"));
        entries.put(LONG, bytes("two"));
        entries.put("META-INF/versions/11/a.txt", bytes("three"));
        plain = Fixture.zipOf(shared.resolve("plain.jar"), entries);
    }

    @Test
    void aWrongPasswordIsTold() {
        CityKitException refused =
                assertThrows(CityKitException.class, () -> SigningKey.of(keys.store(), "city", "wrong".toCharArray()));

        assertEquals(RuntimeError.SIGNING_KEY_UNUSABLE, refused.code());
        assertTrue(refused.getMessage().contains("and its password"), refused.getMessage());
    }

    @Test
    void aKeyMustBeNamedWhereThereAreSeveralAndBeThere() {
        assertTrue(unusable("").contains("6 private keys. Name one of them: "), unusable(""));
        assertTrue(unusable("none").contains("has no private key 'none'. It has: "), unusable("none"));
        assertTrue(unusable("edward").contains("of the kind EdDSA"), unusable("edward"));
    }

    @Test
    void aShortKeySignsNothing() {
        CityKitException refused = assertThrows(CityKitException.class, () -> sign(plain, "short"));

        assertEquals(RuntimeError.SIGNING_REFUSED, refused.code());
        assertTrue(refused.getMessage().contains("an RSA key of 1024 bits"), refused.getMessage());
        assertEquals(List.of(), leftovers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"city", "rsa", "ec384", "rsa4096"})
    void whatIsSignedHoldsForUsAndForTheJdksTool(String alias) throws Exception {
        SignedPlugin signed = sign(plain, alias);

        Signatures read = Signatures.read(signed.file());
        assertEquals(List.of(signed.signer()), read.signers());
        assertEquals("CN=" + alias, signed.signer().subject());
        keys.verify(signed.file());
    }

    @Test
    void theManifestKeepsWhatItSays() throws Exception {
        SignedPlugin signed = sign(plain, "city");

        try (JarFile jar = new JarFile(signed.file().toFile())) {
            assertEquals("true", jar.getManifest().getMainAttributes().getValue("Multi-Release"));
            assertEquals("true", jar.getManifest().getAttributes("org/example/").getValue("Sealed"));
            assertEquals("kept", jar.getManifest().getAttributes("a.txt").getValue("Note"));
            assertEquals(
                    "META-INF/MANIFEST.MF",
                    jar.stream().findFirst().orElseThrow().getName());
        }
    }

    @Test
    void theSameFileAndKeyMakeTheSameBytes() throws Exception {
        assertArrayEquals(
                Files.readAllBytes(sign(plain, "rsa").file()),
                Files.readAllBytes(sign(plain, "rsa").file()));
    }

    @Test
    void aSecondSignatureStandsBesideTheFirst() throws Exception {
        Path vendors = keys.sign(plain, work.resolve("vendor.jar"), "rsa");

        SignedPlugin both = sign(vendors, "city");

        assertEquals(Set.of("CN=rsa", "CN=city"), subjects(both.file()));
        keys.verify(both.file());
        assertEquals(
                Set.of("CN=rsa", "CN=city"), subjects(sign(both.file(), "city").file()));
    }

    @Test
    void anAbandonedPluginIsSignedAnewByTheCityAlone() throws Exception {
        Path weak = keys.sign(plain, work.resolve("weak.jar"), "rsa", "-digestalg", "SHA1", "-sigalg", "SHA256withRSA");

        CityKitException refused = assertThrows(CityKitException.class, () -> sign(weak, "city"));
        SignedPlugin anew = PluginSigner.sign(weak, work.resolve("anew.jar"), key("city"), Earlier.REPLACE);

        assertTrue(refused.getMessage().contains("SHA1, which is too weak"), refused.getMessage());
        assertEquals(Set.of("CN=city"), subjects(anew.file()));
        try (JarFile jar = new JarFile(anew.file().toFile())) {
            assertFalse(jar.stream().anyMatch(entry -> entry.getName().contains("RSA.SF")));
            assertEquals(
                    Set.of("Note", "SHA-256-Digest"),
                    jar.getManifest().getAttributes("a.txt").keySet().stream()
                            .map(Object::toString)
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void aFileIsSignedInItsPlace() throws Exception {
        Path file = Files.copy(plain, work.resolve("here.jar"));

        SignedPlugin signed = PluginSigner.sign(file, file, key("city"), Earlier.KEEP);

        assertEquals(file.toAbsolutePath(), signed.file());
        assertEquals(Set.of("CN=city"), subjects(file));
        assertEquals(List.of(file.getFileName().toString()), leftovers());
    }

    private String unusable(String alias) {
        CityKitException refused = assertThrows(CityKitException.class, () -> key(alias));
        assertEquals(RuntimeError.SIGNING_KEY_UNUSABLE, refused.code());
        return refused.getMessage();
    }

    private static SigningKey key(String alias) {
        return SigningKey.of(keys.store(), alias, TestKeys.PASSWORD.toCharArray());
    }

    private SignedPlugin sign(Path archive, String alias) throws Exception {
        return PluginSigner.sign(archive, work.resolve(alias + leftovers().size() + ".jar"), key(alias), Earlier.KEEP);
    }

    private List<String> leftovers() {
        try (Stream<Path> files = Files.list(work)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> subjects(Path archive) throws Exception {
        return Signatures.read(archive).signers().stream().map(Signer::subject).collect(Collectors.toSet());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
