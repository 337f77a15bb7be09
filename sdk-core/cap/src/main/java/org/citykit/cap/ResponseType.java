package org.citykit.cap;

/** What the audience is asked to do (CAP 1.2 §3.2.2 responseType). */
public enum ResponseType implements CapWord {
    /** Take shelter in place or as instructed. */
    SHELTER("Shelter"),
    /** Leave as instructed. */
    EVACUATE("Evacuate"),
    /** Get ready as instructed. */
    PREPARE("Prepare"),
    /** Carry out the planned activity named in the instruction. */
    EXECUTE("Execute"),
    /** Keep away from the event. */
    AVOID("Avoid"),
    /** Follow the sources named in the instruction. */
    MONITOR("Monitor"),
    /** Evaluate the information; not for public warnings. */
    ASSESS("Assess"),
    /** The event no longer threatens. */
    ALL_CLEAR("AllClear"),
    /** Nothing is asked. */
    NONE("None");

    private final String text;

    ResponseType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
