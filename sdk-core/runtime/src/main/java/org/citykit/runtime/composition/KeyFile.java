package org.citykit.runtime.composition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key, or a certificate with one, in the text form of RFC 7468 (PEM).
 *
 * @param sha256 SHA-256 of the key as its SubjectPublicKeyInfo, in lower-case hexadecimal; empty if it is wrong
 * @param wrong why there is none and what to do; reads on after the file's name
 */
record KeyFile(Optional<String> sha256, String wrong) {
    private static final int LARGEST = 1 << 16;
    private static final List<String> KINDS = List.of("RSA", "EC", "DSA", "EdDSA", "RSASSA-PSS");
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");

    static KeyFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? wrong("which is larger than 64 KiB. Name the file of one key.")
                    : ofText(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException missing) {
            return wrong("which does not exist. Put the key there, or correct the path.");
        } catch (IOException failed) {
            return wrong("which cannot be read. Check that it is a file the portal may read.");
        }
    }

    private static KeyFile ofText(String text) {
        List<Matcher> blocks = BLOCK.matcher(text)
                .results()
                .map(found -> BLOCK.matcher(found.group()))
                .toList();
        if (text.contains("PRIVATE KEY-----")) {
            return wrong("which holds a private key. Take it away from here, and name the file of the public key.");
        }
        if (blocks.size() != 1 || !blocks.get(0).matches()) {
            return wrong("which holds " + (blocks.isEmpty() ? "no" : "more than one")
                    + " key. It must be one certificate or public key in PEM form: -----BEGIN CERTIFICATE----- or"
                    + " -----BEGIN PUBLIC KEY-----.");
        }
        return ofBlock(blocks.get(0).group(1), blocks.get(0).group(2));
    }

    private static KeyFile ofBlock(String kind, String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return switch (kind) {
                case "CERTIFICATE" ->
                    hashed(CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(bytes))
                            .getPublicKey()
                            .getEncoded());
                case "PUBLIC KEY" -> isKey(bytes) ? hashed(bytes) : damaged();
                default -> wrong("which holds a " + kind + ". Name a certificate or a public key in PEM form.");
            };
        } catch (IllegalArgumentException | GeneralSecurityException damaged) {
            return damaged();
        }
    }

    private static boolean isKey(byte[] bytes) {
        return KINDS.stream().anyMatch(kind -> {
            try {
                return MessageDigest.isEqual(
                        KeyFactory.getInstance(kind)
                                .generatePublic(new X509EncodedKeySpec(bytes))
                                .getEncoded(),
                        bytes);
            } catch (GeneralSecurityException another) {
                return false;
            }
        });
    }

    private static KeyFile hashed(byte[] key) throws GeneralSecurityException {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        return new KeyFile(Optional.of(sha256), "");
    }

    private static KeyFile damaged() {
        return wrong("whose key is damaged, or of a kind this Java does not know. Export it again.");
    }

    private static KeyFile wrong(String why) {
        return new KeyFile(Optional.empty(), why);
    }
}
