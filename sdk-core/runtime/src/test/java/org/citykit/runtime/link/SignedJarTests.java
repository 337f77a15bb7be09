package org.citykit.runtime.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.PluginStage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignedJarTests {
    @TempDir
    static Path shared;

    private static Path signed;

    @TempDir
    Path work;

    @BeforeAll
    static void sign() throws Exception {
        signed = Fixture.plugin(shared, "acme.signed", "signed")
                .source("package acme.signed; public class Late {}")
                .jar();
        String store = shared.resolve("keys.p12").toString();
        run(
                "keytool",
                "-genkeypair",
                "-alias",
                "acme",
                "-dname",
                "CN=Acme",
                "-keyalg",
                "EC",
                "-storepass",
                "changeit",
                "-keystore",
                store);
        run("jarsigner", "-storepass", "changeit", "-keystore", store, signed.toString(), "acme");
    }

    @Test
    void aClassThatWasChangedAfterSigningIsRefused() throws Exception {
        Path tampered = tampered("acme/signed/Late.class");

        try (LinkedPlugin plugin = link(tampered)) {
            assertThrows(PluginLinkException.class, () -> plugin.load("acme.signed.Late"));
            assertEquals("acme.signed.Main", plugin.load("acme.signed.Main").getName());
        }
    }

    @Test
    void aClassKnowsWhoSignedIt() throws Exception {
        try (LinkedPlugin plugin = link(signed)) {
            CodeSigner[] signers = plugin.load("acme.signed.Main")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getCodeSigners();

            X509Certificate certificate = (X509Certificate)
                    signers[0].getSignerCertPath().getCertificates().get(0);
            assertEquals("CN=Acme", certificate.getSubjectX500Principal().getName());
        }
    }

    @Test
    void anUnsignedClassHasNoSigner() throws Exception {
        try (LinkedPlugin plugin =
                link(Fixture.plugin(work, "acme.plain", "plain").jar())) {
            assertNull(plugin.load("acme.plain.Main")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getCodeSigners());
        }
    }

    private LinkedPlugin link(Path jar) {
        PluginScan scan = PluginFolder.scan(jar, PluginStage.in(work.resolve("var")));
        assertEquals(List.of(), scan.problems());
        Linkage linking = Linkage.of(scan.plugins());
        assertEquals(List.of(), linking.problems());
        return linking.plugins().get(0);
    }

    /** A constant of the class file is another, and it still is a class file. */
    private Path tampered(String name) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(signed.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(name)) {
                    bytes[bytes.length - 1] ^= 1;
                }
                entries.put(entry.getName(), bytes);
            }
        }
        return Fixture.zipOf(work.resolve("tampered.jar"), entries);
    }

    private static void run(String tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of("-J-Duser.language=en", "-J-Duser.country=GB"));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(shared, tool, ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        assertTrue(exit == 0, Files.readString(log));
    }
}
