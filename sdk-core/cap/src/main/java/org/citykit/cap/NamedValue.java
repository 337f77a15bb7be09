package org.citykit.cap;

/**
 * A value with the name of its system: an event code, a parameter or a geocode (CAP 1.2 §3.2.2, §3.2.4).
 *
 * @param name the system, such as {@code SAME}; not empty
 * @param value may be empty, as some national systems send it so
 */
public record NamedValue(String name, String value) {

    /** Copies both texts in their clean form. */
    public NamedValue {
        name = Wording.required(name, "valueName");
        value = Wording.clean(value, "value");
    }
}
