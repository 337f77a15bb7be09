package org.citykit.plugins.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Secret;
import org.junit.jupiter.api.Test;

class WebhookSettingsTests {
    private static final Secret GOOD = Secret.of("0123456789abcdef");

    @Test
    void aShortSecretIsRefusedWithoutBeingTold() {
        InvalidValueException refused =
                refused(Secret.of("hunter2"), Optional.empty(), Optional.empty(), Map.of(), Map.of(), Optional.empty());

        assertEquals("secret", refused.field());
        assertFalse(refused.getMessage().contains("hunter2"));
    }

    @Test
    void attemptsAreOneToFive() {
        for (int attempts : List.of(0, 6)) {
            assertEquals(
                    "attempts",
                    refused(GOOD, Optional.empty(), Optional.of(attempts), Map.of(), Map.of(), Optional.empty())
                            .field());
        }
    }

    @Test
    void capWithoutASenderIsRefused() {
        for (WebhookSettings.Format format : List.of(WebhookSettings.Format.CAP, WebhookSettings.Format.BOTH)) {
            assertEquals(
                    "sender",
                    refused(GOOD, Optional.of(format), Optional.empty(), Map.of(), Map.of(), Optional.empty())
                            .field());
        }
    }

    @Test
    void aSenderWithASpaceIsRefused() {
        assertEquals(
                "sender",
                refused(GOOD, Optional.empty(), Optional.empty(), Map.of(), Map.of(), Optional.of("City of Tehran"))
                        .field());
    }

    @Test
    void ourOwnHeadersCannotBeReplaced() {
        for (String name : List.of("Content-Type", "idempotency-key", "CityKit-Signature", "Host", "bad name")) {
            assertEquals(
                    "headers",
                    refused(GOOD, Optional.empty(), Optional.empty(), Map.of(name, "x"), Map.of(), Optional.empty())
                            .field());
        }
    }

    @Test
    void aLineBreakInAHeaderIsRefusedWithoutTellingTheValue() {
        InvalidValueException refused = refused(
                GOOD,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of("Authorization", Secret.of("tok\nen")),
                Optional.empty());

        assertEquals("secretHeaders", refused.field());
        assertFalse(refused.getMessage().contains("tok"));
    }

    private static InvalidValueException refused(
            Secret secret,
            Optional<WebhookSettings.Format> format,
            Optional<Integer> attempts,
            Map<String, String> headers,
            Map<String, Secret> secretHeaders,
            Optional<String> sender) {
        return assertThrows(
                InvalidValueException.class,
                () -> new WebhookSettings(
                        URI.create("https://hooks.example/"),
                        secret,
                        format,
                        attempts,
                        headers,
                        secretHeaders,
                        sender));
    }
}
