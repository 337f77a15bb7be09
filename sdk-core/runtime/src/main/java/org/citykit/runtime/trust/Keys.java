package org.citykit.runtime.trust;

import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.HexFormat;
import java.util.Optional;
import org.citykit.runtime.value.Shown;

/** Public keys: what names them, and whether they are long enough. */
final class Keys {
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    private static final int NAME = 200;

    private Keys() {}

    static Signer signer(CodeSigner signer) {
        X509Certificate certificate =
                (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
        return new Signer(
                Shown.cut(certificate.getSubjectX500Principal().getName(), NAME),
                sha256(certificate.getPublicKey().getEncoded()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                Optional.ofNullable(signer.getTimestamp())
                        .map(stamp -> stamp.getTimestamp().toInstant()));
    }

    /** In lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes).orElseThrow());
    }

    /** Empty when this Java does not know the algorithm. */
    static Optional<byte[]> digest(String algorithm, byte[] bytes) {
        try {
            return Optional.of(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException unknown) {
            return Optional.empty();
        }
    }

    /** Why a key is too weak to stand for anybody, if it is. */
    static Optional<String> weakness(PublicKey key) {
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < RSA_BITS) {
            return Optional.of("an RSA key of " + rsa.getModulus().bitLength() + " bits; " + RSA_BITS + " are needed");
        }
        if (key instanceof DSAKey dsa
                && dsa.getParams() != null
                && dsa.getParams().getP().bitLength() < RSA_BITS) {
            int bits = dsa.getParams().getP().bitLength();
            return Optional.of("a DSA key of " + bits + " bits; " + RSA_BITS + " are needed");
        }
        if (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() < EC_BITS) {
            int bits = ec.getParams().getOrder().bitLength();
            return Optional.of("an EC key of " + bits + " bits; " + EC_BITS + " are needed");
        }
        return Optional.empty();
    }
}
