package org.citykit.icalendar.recur;

import org.citykit.icalendar.IcalendarException;

/** Says that a recurrence rule cannot be read, or asks for something that this library does not compute. */
public final class RecurrenceRuleException extends IcalendarException {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final Reason reason;

    RecurrenceRuleException(Reason reason, int position, String message) {
        super(message);
        this.position = position;
        this.reason = reason;
    }

    /** Why a rule is refused. */
    public enum Reason {
        /** The text is no rule. */
        MALFORMED,
        /** The rule is well formed, but what it asks for is not defined or not computed here. */
        UNSUPPORTED
    }

    /**
     * Returns why the rule is refused.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns where in the text of the rule the fault stands.
     *
     * @return the index of the character, from 0
     */
    public int position() {
        return position;
    }
}
