package org.citykit.runtime.composition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citykit.api.InvalidValueException;

/**
 * What stands under {@code trust:}.
 *
 * @param mode what becomes of a plugin that nobody trusted has signed
 * @param keys whose signatures are trusted; none twice, and at least one where a signature is required
 */
public record TrustSettings(TrustMode mode, List<TrustedKey> keys) {
    /** Nothing is asked of plugins but that a signature they have holds. */
    public static final TrustSettings OFF = new TrustSettings(TrustMode.OFF, List.of());

    public TrustSettings {
        Objects.requireNonNull(mode, "mode");
        keys = Distinct.list("keys", keys, TrustedKey::sha256);
        if (mode == TrustMode.REQUIRE && keys.isEmpty()) {
            throw new InvalidValueException("keys", "must not be empty where a signature is required");
        }
    }

    /** The trusted key of this SHA-256, if there is one. */
    public Optional<TrustedKey> key(String sha256) {
        return keys.stream().filter(key -> key.sha256().equals(sha256)).findFirst();
    }
}
