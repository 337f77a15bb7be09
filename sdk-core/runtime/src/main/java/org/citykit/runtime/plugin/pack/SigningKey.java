package org.citykit.runtime.plugin.pack;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.citykit.api.CityKitException;
import org.citykit.runtime.RuntimeError;

/**
 * A private key that plugin files are signed with, RSA or EC, and its certificate. {@code keytool} makes both. Immutable.
 */
public final class SigningKey {
    private static final int LONG_RSA = 3072;
    private static final int LONG_EC = 256;
    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
    private static final String SHA_384 = "2.16.840.1.101.3.4.2.2";

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private SigningKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    /**
     * Takes a key out of a store.
     *
     * @param store a PKCS#12 file
     * @param alias the key's name in it; empty takes its only key
     * @param password of the store and of the key; may be overwritten once this returns
     * @throws CityKitException when the key cannot be had or used
     */
    public static SigningKey of(Path store, String alias, char[] password) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            String name = alias.isEmpty() ? only(store, keys) : alias;
            if (!keys.isKeyEntry(name) || !(keys.getKey(name, password) instanceof PrivateKey key)) {
                throw unusable("The store " + store + " has no private key '" + name + "'. It has: "
                        + String.join(", ", Collections.list(keys.aliases())) + ".");
            }
            if (!(key instanceof RSAKey) && !(key instanceof ECKey)) {
                throw unusable("The key '" + name + "' is of the kind " + key.getAlgorithm()
                        + ". Make one with keytool and -keyalg EC or RSA.");
            }
            return new SigningKey(key, chain(keys.getCertificateChain(name)));
        } catch (IOException failed) {
            throw unusable("The store " + store + " cannot be opened: " + failed.getMessage()
                    + ". Check that it is a PKCS#12 file, and its password.");
        } catch (GeneralSecurityException failed) {
            throw unusable("The key in " + store + " cannot be used: " + failed.getMessage() + ".");
        }
    }

    /** The certificate that goes into what is signed. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The ending of the block's name (JAR File Specification, "Signature Block"). */
    String ending() {
        return key instanceof RSAKey ? ".RSA" : ".EC";
    }

    /** The signature of a file, detached, as a block of CMS (RFC 5652 §5) without signed attributes. */
    byte[] block(byte[] file) {
        byte[] digest = Der.of(Der.SEQUENCE, Der.identifier(isLong() ? SHA_384 : SHA_256), Der.NULL);
        List<byte[]> certificates = new ArrayList<>();
        try {
            for (X509Certificate certificate : chain) {
                certificates.add(certificate.getEncoded());
            }
            byte[] who = Der.of(
                    Der.SEQUENCE,
                    certificate().getIssuerX500Principal().getEncoded(),
                    Der.integer(certificate().getSerialNumber()));
            byte[] signer = Der.of(
                    Der.SEQUENCE, Der.integer(BigInteger.ONE), who, digest, method(), Der.of(Der.OCTETS, sign(file)));
            byte[] signed = Der.of(
                    Der.SEQUENCE,
                    Der.integer(BigInteger.ONE),
                    Der.of(Der.SET, digest),
                    Der.of(Der.SEQUENCE, Der.identifier("1.2.840.113549.1.7.1")),
                    Der.of(Der.FIRST, certificates.toArray(byte[][]::new)),
                    Der.of(Der.SET, signer));
            return Der.of(Der.SEQUENCE, Der.identifier("1.2.840.113549.1.7.2"), Der.of(Der.FIRST, signed));
        } catch (GeneralSecurityException failed) {
            throw unusable("The key cannot sign: " + failed.getMessage() + ".");
        }
    }

    private byte[] sign(byte[] file) throws GeneralSecurityException {
        String hash = isLong() ? "SHA384" : "SHA256";
        Signature signature = Signature.getInstance(hash + (key instanceof RSAKey ? "withRSA" : "withECDSA"));
        signature.initSign(key);
        signature.update(file);
        return signature.sign();
    }

    private byte[] method() {
        return key instanceof RSAKey
                ? Der.of(Der.SEQUENCE, Der.identifier("1.2.840.113549.1.1.1"), Der.NULL)
                : Der.of(Der.SEQUENCE, Der.identifier(isLong() ? "1.2.840.10045.4.3.3" : "1.2.840.10045.4.3.2"));
    }

    /** Longer keys deserve a longer hash. */
    private boolean isLong() {
        return key instanceof RSAKey rsa
                ? rsa.getModulus().bitLength() > LONG_RSA
                : ((ECKey) key).getParams().getOrder().bitLength() > LONG_EC;
    }

    private static String only(Path store, KeyStore keys) throws GeneralSecurityException {
        List<String> names = new ArrayList<>();
        for (String name : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(name)) {
                names.add(name);
            }
        }
        if (names.size() != 1) {
            throw unusable("The store " + store + " has " + names.size() + " private keys. Name one of them"
                    + (names.isEmpty() ? "." : ": " + String.join(", ", names) + "."));
        }
        return names.get(0);
    }

    private static List<X509Certificate> chain(Certificate[] certificates) {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : certificates) {
            chain.add((X509Certificate) certificate);
        }
        return List.copyOf(chain);
    }

    private static CityKitException unusable(String message) {
        return new CityKitException(RuntimeError.SIGNING_KEY_UNUSABLE, message);
    }
}
