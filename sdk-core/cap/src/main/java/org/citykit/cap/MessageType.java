package org.citykit.cap;

/** What a message does to the ones before it (CAP 1.2 §3.2.1 msgType). */
public enum MessageType implements CapWord {
    /** First information, to be attended to. */
    ALERT("Alert"),
    /** Updates and supersedes the referenced messages. */
    UPDATE("Update"),
    /** Cancels the referenced messages. */
    CANCEL("Cancel"),
    /** Acknowledges the referenced messages. */
    ACK("Ack"),
    /** Refuses the referenced messages; the note says why. */
    ERROR("Error");

    private final String text;

    MessageType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
