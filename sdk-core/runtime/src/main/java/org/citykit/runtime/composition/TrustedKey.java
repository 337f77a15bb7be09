package org.citykit.runtime.composition;

import java.util.regex.Pattern;
import org.citykit.api.InvalidValueException;

/**
 * A public key whose signatures a portal trusts. Certificates that the key's owner issued for others are not trusted
 * with it.
 *
 * @param name how people call its owner
 * @param sha256 SHA-256 of the public key as its SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), in lower-case hexadecimal
 */
public record TrustedKey(String name, String sha256) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public TrustedKey {
        if (name.isBlank()) {
            throw new InvalidValueException("name", "must not be blank");
        }
        if (!SHA_256.matcher(sha256).matches()) {
            throw new InvalidValueException("sha256", "must be 64 hexadecimal digits in lower case");
        }
    }
}
