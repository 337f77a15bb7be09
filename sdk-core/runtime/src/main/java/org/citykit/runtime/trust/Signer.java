package org.citykit.runtime.trust;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Who signed every entry of an archive. The key is what counts: whether the certificate's issuer may be believed is not
 * asked. Immutable.
 *
 * @param subject the name in the certificate (RFC 2253), which anybody can write there
 * @param keySha256 SHA-256 of the public key as its SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), in lower-case hexadecimal
 * @param notBefore from when the certificate was meant to be used
 * @param notAfter until when
 * @param stampedAt when the signature was made, if a time-stamping service says so; its own trust is not checked
 */
public record Signer(
        String subject, String keySha256, Instant notBefore, Instant notAfter, Optional<Instant> stampedAt) {
    public Signer {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(keySha256, "keySha256");
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(notAfter, "notAfter");
        Objects.requireNonNull(stampedAt, "stampedAt");
    }
}
