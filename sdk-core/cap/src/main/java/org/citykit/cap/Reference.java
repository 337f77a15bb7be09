package org.citykit.cap;

import java.time.OffsetDateTime;

/**
 * The name of an earlier message (CAP 1.2 §3.2.1 references).
 *
 * @param sender its sender
 * @param identifier its identifier
 * @param sent when it was sent, in whole seconds
 */
public record Reference(String sender, String identifier, OffsetDateTime sent) {

    /** Refuses texts that would break the triplet apart. */
    public Reference {
        sender = plain(sender, "sender");
        identifier = plain(identifier, "identifier");
        sent = CapTime.normalize(sent);
    }

    /**
     * The name of a message.
     *
     * @param alert the message
     * @return its triplet
     * @throws CapValueException when its sender or identifier cannot stand in a reference
     */
    public static Reference to(Alert alert) {
        return new Reference(alert.sender(), alert.identifier(), alert.sent());
    }

    /**
     * Reads a triplet.
     *
     * @param text {@code sender,identifier,sent}
     * @return the reference
     * @throws CapValueException with {@link FindingCode#REFERENCE_MALFORMED}
     */
    public static Reference parse(String text) {
        int first = text.indexOf(',');
        int second = text.indexOf(',', first + 1);
        if (first < 0 || second < 0) {
            throw new CapValueException(
                    FindingCode.REFERENCE_MALFORMED, "'" + Wording.shorten(text) + "' is no triplet.");
        }
        try {
            return new Reference(
                    text.substring(0, first),
                    text.substring(first + 1, second),
                    CapTime.parse(text.substring(second + 1)));
        } catch (CapValueException e) {
            throw new CapValueException(
                    FindingCode.REFERENCE_MALFORMED, "'" + Wording.shorten(text) + "' is no reference: " + e.problem());
        }
    }

    /**
     * The reference as it stands in a message.
     *
     * @return {@code sender,identifier,sent}
     */
    public String text() {
        return sender + "," + identifier + "," + CapTime.format(sent);
    }

    /**
     * Tells whether this names the given message, by sender and identifier.
     *
     * @param alert a message
     * @return true when both are equal; the time is not compared
     */
    public boolean names(Alert alert) {
        return sender.equals(alert.sender()) && identifier.equals(alert.identifier());
    }

    private static String plain(String text, String element) {
        String clean = Wording.required(text, element);
        if (clean.chars().anyMatch(c -> c == ',' || Wording.isSpace(c))) {
            throw new CapValueException(
                    FindingCode.REFERENCE_MALFORMED,
                    "The " + element + " '" + Wording.shorten(clean) + "' holds a space or a comma.");
        }
        return clean;
    }
}
