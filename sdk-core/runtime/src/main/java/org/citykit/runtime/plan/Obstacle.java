package org.citykit.runtime.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.citykit.runtime.value.KebabCase;

/**
 * What keeps a plan from being applied. Immutable.
 *
 * @param kind what it is
 * @param subject the module's id, the part of the portal in kebab-case, or the language's tag
 */
public record Obstacle(Kind kind, String subject) {
    /** What can keep a plan from being applied. */
    public enum Kind {
        /** A module that runs could not be opened again. */
        MODULE_WOULD_STOP,
        /** A running portal cannot take up what has changed. */
        NEEDS_RESTART,
        /** The program that serves the portal has no texts in a language. */
        LANGUAGE_UNKNOWN;

        String key() {
            return "obstacle." + KebabCase.ofConstant(name());
        }
    }

    public Obstacle {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
    }

    /** The obstacle in one or two sentences: in Persian or Arabic if that is asked for, in English otherwise. */
    public String text(Locale locale) {
        Words words = Words.of(locale);
        return switch (kind) {
            case MODULE_WOULD_STOP, LANGUAGE_UNKNOWN -> words.text(kind.key(), Map.of("subject", subject));
            case NEEDS_RESTART ->
                words.text(kind.key(), Map.of("subject", subject, "part", words.text(PortalPart.keyOf(subject))));
        };
    }
}
