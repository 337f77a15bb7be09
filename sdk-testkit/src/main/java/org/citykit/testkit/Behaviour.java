package org.citykit.testkit;

/**
 * What a provider does that not every provider does. A behaviour that is declared and not shown fails, and so does one
 * that is shown and not declared.
 */
public enum Behaviour {
    /** It delivers what it brings with it: it asks neither the web nor files nor views. */
    NEEDS_NOTHING,
    /** With the example's content it has no items to deliver. */
    DELIVERS_NOTHING,
    /** It ends fetches that go on from a cursor with {@link org.citykit.api.Outcome.Changes}. */
    SENDS_CHANGES,
    /** Its source is an {@link org.citykit.api.EditableSource}. */
    EDITABLE
}
