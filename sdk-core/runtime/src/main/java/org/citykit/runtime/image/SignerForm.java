package org.citykit.runtime.image;

import java.io.ByteArrayInputStream;
import java.security.CodeSigner;
import java.security.Timestamp;
import java.security.cert.CertPath;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** How the signers of an entry are written: their certificates in DER (X.690), and the instant of the signature. */
final class SignerForm {
    private static final String X509 = "X.509";

    private SignerForm() {}

    static void write(BinaryWriter out, List<CodeSigner> signers) {
        out.list(signers, (to, signer) -> {
            write(to, signer.getSignerCertPath());
            Timestamp stamp = signer.getTimestamp();
            to.flag(stamp != null);
            if (stamp != null) {
                to.fixed(stamp.getTimestamp().toInstant().toEpochMilli());
                write(to, stamp.getSignerCertPath());
            }
        });
    }

    static List<CodeSigner> read(BinaryReader in) {
        return in.list(from -> {
            CertPath path = path(from);
            Timestamp stamp =
                    from.flag() ? new Timestamp(Date.from(Instant.ofEpochMilli(from.fixed())), path(from)) : null;
            return new CodeSigner(path, stamp);
        });
    }

    private static void write(BinaryWriter out, CertPath path) {
        List<byte[]> encoded = new ArrayList<>();
        try {
            for (Certificate certificate : path.getCertificates()) {
                encoded.add(certificate.getEncoded());
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that was just read has no encoding", e);
        }
        out.list(encoded, BinaryWriter::block);
    }

    private static CertPath path(BinaryReader in) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance(X509);
            List<Certificate> certificates = new ArrayList<>();
            for (byte[] encoded : in.list(BinaryReader::block)) {
                certificates.add(factory.generateCertificate(new ByteArrayInputStream(encoded)));
            }
            return factory.generateCertPath(certificates);
        } catch (CertificateException e) {
            throw new MalformedBytesException("a certificate cannot be read: " + e.getMessage());
        }
    }
}
