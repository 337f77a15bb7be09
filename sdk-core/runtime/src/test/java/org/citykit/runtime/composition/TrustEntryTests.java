package org.citykit.runtime.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.trust.Signatures;
import org.citykit.runtime.trust.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustEntryTests {
    private static final String HEAD = """
            portal: { id: tehran, name: Tehran, languages: [fa], zone: Asia/Tehran }
            plugins: plugins/
            data: var/
            trust:
            """;
    private static final String HASH = "3f".repeat(32);

    @TempDir
    private Path home;

    @BeforeEach
    void thereIsAFolderOfPlugins() throws Exception {
        Files.createDirectory(home.resolve("plugins"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: maybe|5:9 key 'trust.mode' must be one of off, warn, require",
                "mode: require|5:3 key 'trust.keys' is missing",
                "key: []|5:3 key 'trust.key' does not exist. Did you mean 'keys'?",
                "keys: a|5:9 key 'trust.keys' must be a list",
                "keys: [{ sha256: HASH }]|key 'trust.keys[0].name' is missing",
                "keys: [{ name: A }]|key 'trust.keys[0]' needs the key itself",
                "keys: [{ name: A, file: a.pem, sha256: HASH }]|key 'trust.keys[0]' has both a file and a sha256",
                "keys: [{ name: A, sha256: 3f3f }]|must be the SHA-256 of a public key",
                "keys: [{ name: A, file: none.pem }]|none.pem, which does not exist",
                "keys: [{ name: A, file: plugins }]|plugins, which cannot be read",
                "keys: [{ name: A, sha256: HASH }, { name: B, sha256: HASH }]|'trust.keys[1]' is the same key as trust.keys[0]",
            })
    void aMistakeKeepsThePortalFromOpening(String written, String told) throws Exception {
        CompositionReader.Read read = read("  " + written.replace("HASH", HASH) + "\n");

        assertEquals(Optional.empty(), read.composition());
        assertEquals(1, read.problems().size(), read.problems()::toString);
        Problem problem = read.problems().get(0);
        String text = problem.line() + ":" + problem.column() + " " + problem.message();
        assertTrue(text.contains(told), text);
        assertEquals(5, problem.line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing here|holds no key",
                "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----|holds a private key. Take it away",
                "-----BEGIN X509 CRL-----AAAA-----END X509 CRL-----|holds a X509 CRL",
                "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----|whose key is damaged",
                "-----BEGIN CERTIFICATE-----A*A-----END CERTIFICATE-----|whose key is damaged",
                "-----BEGIN CERTIFICATE-----A-----END CERTIFICATE----------BEGIN CERTIFICATE-----A-----END CERTIFICATE-----"
                        + "|more than one key",
            })
    void aFileThatHoldsNoPublicKeyIsRefusedWithTheReason(String content, String told) throws Exception {
        Files.writeString(home.resolve("a.pem"), content);

        CompositionReader.Read read = read("  keys: [{ name: A, file: a.pem }]\n");

        assertEquals(1, read.problems().size(), read.problems()::toString);
        assertTrue(read.problems().get(0).message().contains(told), read.problems()::toString);
    }

    @Test
    void aHugeFileIsNotReadToItsEnd() throws Exception {
        Files.write(home.resolve("a.pem"), new byte[70_000]);

        CompositionReader.Read read = read("  keys: [{ name: A, file: a.pem }]\n");

        assertTrue(read.problems().get(0).message().contains("larger than 64 KiB"), read.problems()::toString);
    }

    @Test
    void withoutASectionNothingIsAsked() throws Exception {
        assertEquals(TrustSettings.OFF, read("").composition().orElseThrow().trust());
    }

    @Test
    void keysAloneAreForWarning() throws Exception {
        TrustSettings trust = read("  keys: [{ name: A, sha256: '" + "3F:".repeat(31) + "3f' }]\n")
                .composition()
                .orElseThrow()
                .trust();

        assertEquals(new TrustSettings(TrustMode.WARN, List.of(new TrustedKey("A", HASH))), trust);
    }

    @Test
    void aKeyAndItsCertificateAreTheSameKeyAsItsSignatures() throws Exception {
        TestKeys keys = new TestKeys(home).make("city");
        Path jar = Fixture.zipOf(home.resolve("a.jar"), java.util.Map.of("a", new byte[1]));
        Signatures signed = Signatures.read(keys.sign(jar, home.resolve("b.jar"), "city"));
        keys.certificate("city");

        TrustSettings trust = read("  mode: require\n  keys: [{ name: City, file: city.pem }]\n")
                .composition()
                .orElseThrow()
                .trust();

        assertEquals(TrustMode.REQUIRE, trust.mode());
        assertTrue(trust.key(signed.signers().get(0).keySha256()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"RSA", "EC", "Ed25519"})
    void aBarePublicKeyIsReadToo(String kind) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance(kind).generateKeyPair();
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(pair.getPublic().getEncoded());
        Files.writeString(
                home.resolve("a.pem"),
                "# ours\n-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");

        CompositionReader.Read read = read("  keys: [{ name: A, file: a.pem }]\n");

        assertEquals(List.of(), read.problems());
        assertEquals(1, read.composition().orElseThrow().trust().keys().size());
    }

    @Test
    void aBuilderTakesTheSame() {
        CompositionBuilder builder = Composition.builder(home)
                .portal("tehran", Text.of("en", "Tehran"), ZoneId.of("Asia/Tehran"))
                .languages(java.util.Locale.ENGLISH)
                .plugins(home.resolve("plugins"))
                .data(home.resolve("var"))
                .trust(TrustMode.REQUIRE);

        assertThrows(CompositionException.class, builder::build);
        assertEquals(
                TrustMode.REQUIRE, builder.trustedKey("A", HASH).build().trust().mode());
    }

    @Test
    void requiringWithoutAKeyIsNoSetting() {
        assertThrows(InvalidValueException.class, () -> new TrustSettings(TrustMode.REQUIRE, List.of()));
    }

    private CompositionReader.Read read(String trust) throws Exception {
        Path file = home.resolve("portal.yaml");
        Files.writeString(file, trust.isEmpty() ? HEAD.replace("trust:\n", "") : HEAD + trust);
        return CompositionReader.of(name -> Optional.empty()).read(file);
    }
}
