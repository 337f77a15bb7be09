package org.citykit.runtime.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Makes keys with the JDK's own tools, in one PKCS#12 store whose password is {@link #PASSWORD}. */
public final class TestKeys {
    public static final String PASSWORD = "changeit";

    private final Path store;

    public TestKeys(Path folder) {
        this.store = folder.resolve("keys.p12");
    }

    public Path store() {
        return store;
    }

    /** A self-signed certificate; options as keytool takes them. */
    public TestKeys make(String alias, String... options) throws IOException {
        List<String> all = new ArrayList<>(
                List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-storepass", PASSWORD));
        all.addAll(List.of("-keystore", store.toString()));
        all.addAll(List.of(options));
        run("keytool", all.toArray(String[]::new));
        return this;
    }

    /** A key that is as good as any today. */
    public TestKeys make(String alias) throws IOException {
        return make(alias, "-keyalg", "EC", "-groupname", "secp256r1");
    }

    /** The certificate in PEM form. */
    public Path certificate(String alias) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            String octets = Base64.getMimeEncoder()
                    .encodeToString(keys.getCertificate(alias).getEncoded());
            return Files.writeString(
                    store.resolveSibling(alias + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n" + octets + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException unexpected) {
            throw new IOException(unexpected);
        }
    }

    /** Signs a copy of an archive. */
    public Path sign(Path archive, Path target, String alias, String... options) throws IOException {
        Files.copy(archive, target);
        List<String> all = new ArrayList<>(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
        all.addAll(Arrays.asList(options));
        all.addAll(List.of(target.toString(), alias));
        run("jarsigner", all.toArray(String[]::new));
        return target;
    }

    /** Asks the JDK's own tool whether a signature holds. */
    public void verify(Path archive) throws IOException {
        String said = run("jarsigner", "-verify", archive.toString());
        if (!said.contains("jar verified.") || said.contains("unsigned entries")) {
            throw new IOException(said);
        }
    }

    private String run(String tool, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of("-J-Duser.language=en", "-J-Duser.country=GB"));
        if (!List.of(arguments).contains("RSA")) { // finding large primes takes five times as long without C2
            command.add("-J-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(store.toAbsolutePath().getParent(), tool, ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + "\n" + Files.readString(log));
            }
            return Files.readString(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
