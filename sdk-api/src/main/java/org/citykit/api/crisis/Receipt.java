package org.citykit.api.crisis;

import java.time.Instant;
import org.citykit.api.validation.Check;

/**
 * How a delivery went.
 *
 * @param state what became of it
 * @param at when
 * @param reference what the receiver calls it, or empty
 * @param note why it was refused, or empty
 * @since 1.0
 */
public record Receipt(State state, Instant at, String reference, String note) {
    /** What became of a delivery. */
    public enum State {
        /** The receiver has it. */
        DELIVERED,
        /** The receiver will not take it, however often it is sent. */
        REFUSED
    }

    public Receipt {
        Check.present("state", state);
        Check.present("at", at);
        Check.note("reference", reference);
        Check.note("note", note);
    }
}
