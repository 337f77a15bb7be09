package org.citykit.cap;

import java.util.Optional;

/** One word of a closed vocabulary of CAP 1.2; implemented by the enums of this package and by nothing else. */
public sealed interface CapWord
        permits AlertStatus, Category, Certainty, MessageType, ResponseType, Scope, Severity, Urgency {

    /**
     * The word as it stands in a message.
     *
     * @return ASCII letters, in the exact case of the schema
     */
    String text();

    /**
     * Finds a word by its exact text.
     *
     * @param <W> the vocabulary
     * @param vocabulary the enum to look in
     * @param text what stands in the message; case and surrounding space count, as they do in the schema
     * @return the word, or empty when the vocabulary does not know the text
     */
    static <W extends Enum<W> & CapWord> Optional<W> find(Class<W> vocabulary, String text) {
        for (W word : vocabulary.getEnumConstants()) {
            if (word.text().equals(text)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
