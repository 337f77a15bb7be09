package org.citykit.plugins.webhook;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Secret;

/**
 * Where alerts are posted and how.
 *
 * @param url where to; {@code https} wherever it leaves the machine
 * @param secret signs every request; at least 16 characters, known to the receiver
 * @param format what is posted; {@code json} unless given
 * @param attempts how often one delivery is tried at once, 1 to 5; 2 unless given. The runtime tries again later
 * @param headers further headers of each request
 * @param secretHeaders further headers whose values are secret, for example {@code Authorization}
 * @param sender who sends CAP messages: a globally unique name such as a domain, without spaces and commas (CAP 1.2
 *     §3.2.1); required for {@code cap} and {@code both}
 */
public record WebhookSettings(
        URI url,
        Secret secret,
        Optional<Format> format,
        Optional<Integer> attempts,
        Map<String, String> headers,
        Map<String, Secret> secretHeaders,
        Optional<String> sender) {
    private static final int SECRET_LENGTH = 16;
    private static final int MOST_ATTEMPTS = 5;
    private static final int MOST_HEADERS = 50;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]{0,2000}");
    private static final Pattern SENDER = Pattern.compile("[^\\s,<&]{1,200}");
    private static final Set<String> OURS = Set.of(
            "content-type",
            "content-length",
            "host",
            "connection",
            "expect",
            "upgrade",
            "user-agent",
            "idempotency-key",
            "citykit-signature");

    /** What is posted. */
    public enum Format {
        /** One request with JSON. */
        JSON,
        /** One request with CAP 1.2. */
        CAP,
        /** Two requests, JSON first, with idempotency keys of their own. */
        BOTH
    }

    public WebhookSettings {
        if (secret.reveal().length() < SECRET_LENGTH) {
            throw new InvalidValueException("secret", "must have at least " + SECRET_LENGTH + " characters");
        }
        int tries = attempts.orElse(1);
        if (tries < 1 || tries > MOST_ATTEMPTS) {
            throw new InvalidValueException("attempts", "must be between 1 and " + MOST_ATTEMPTS + ", but is " + tries);
        }
        headers = Map.copyOf(headers);
        secretHeaders = Map.copyOf(secretHeaders);
        headers.forEach((name, value) -> check("headers", name, value));
        secretHeaders.forEach((name, value) -> check("secretHeaders", name, value.reveal()));
        if (headers.size() + secretHeaders.size() > MOST_HEADERS) {
            throw new InvalidValueException("headers", "must be at most " + MOST_HEADERS);
        }
        if (format.orElse(Format.JSON) != Format.JSON && sender.isEmpty()) {
            throw new InvalidValueException("sender", "is missing: CAP needs a globally unique name, such as a domain");
        }
        if (sender.isPresent() && !SENDER.matcher(sender.get()).matches()) {
            throw new InvalidValueException("sender", "must not contain spaces, commas, < or &");
        }
    }

    /** What is posted, in this order. */
    List<Format> formats() {
        Format chosen = format.orElse(Format.JSON);
        return chosen == Format.BOTH ? List.of(Format.JSON, Format.CAP) : List.of(chosen);
    }

    int attemptsOrUsual() {
        return attempts.orElse(2);
    }

    /** The webmaster's headers, secret ones among them. */
    Map<String, String> allHeaders() {
        Map<String, String> all = new HashMap<>(headers);
        secretHeaders.forEach((name, value) -> all.put(name, value.reveal()));
        return all;
    }

    private static void check(String field, String name, String value) {
        if (!NAME.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidValueException(
                    field, "must not name \"" + name + "\": it is no header, or one of our own");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new InvalidValueException(
                    field, "must hold a value of ASCII characters without line breaks for \"" + name + "\"");
        }
    }
}
