package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * An alert in full.
 *
 * @param card what the list shows of it
 * @param inForce true if it holds now
 * @param newer to the message that replaces it
 * @param instruction what to do, by paragraph
 * @param body what has happened, by paragraph
 * @param sender who says it
 * @param audience to whom
 * @param urgency in words
 * @param certainty in words
 * @param translations the whole message in its other languages
 * @param history all messages in the matter, newest first; empty if it is the only one
 * @param website where to read more
 * @param machine its CAP document
 */
public record AlertView(
        AlertCard card,
        boolean inForce,
        Optional<Link> newer,
        List<Passage> instruction,
        List<Passage> body,
        Passage sender,
        String audience,
        String urgency,
        String certainty,
        List<Translation> translations,
        List<AlertCard> history,
        Optional<String> website,
        String machine) {
    /**
     * The message in another language.
     *
     * @param language its tag
     * @param direction its direction
     * @param name what its speakers call it
     * @param headline its headline
     * @param instruction what to do, by paragraph
     * @param body what has happened, by paragraph
     */
    public record Translation(
            String language,
            String direction,
            String name,
            String headline,
            List<String> instruction,
            List<String> body) {
        public Translation {
            instruction = List.copyOf(instruction);
            body = List.copyOf(body);
        }
    }

    public AlertView {
        instruction = List.copyOf(instruction);
        body = List.copyOf(body);
        translations = List.copyOf(translations);
        history = List.copyOf(history);
    }

    /** True if it is known in other languages. */
    public boolean translated() {
        return !translations.isEmpty();
    }

    /** True if it is not the only message in the matter. */
    public boolean followed() {
        return !history.isEmpty();
    }
}
