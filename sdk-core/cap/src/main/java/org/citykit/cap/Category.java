package org.citykit.cap;

/** The kind of event (CAP 1.2 §3.2.2 category). */
public enum Category implements CapWord {
    /** Geophysical, landslides included. */
    GEO("Geo"),
    /** Weather, floods included. */
    MET("Met"),
    /** General emergency and public safety. */
    SAFETY("Safety"),
    /** Law enforcement, military, homeland and private security. */
    SECURITY("Security"),
    /** Rescue and recovery. */
    RESCUE("Rescue"),
    /** Fire suppression and rescue. */
    FIRE("Fire"),
    /** Medical and public health. */
    HEALTH("Health"),
    /** Pollution and other environmental matters. */
    ENV("Env"),
    /** Public and private transport. */
    TRANSPORT("Transport"),
    /** Utilities, telecommunication and other infrastructure. */
    INFRA("Infra"),
    /** Chemical, biological, radiological, nuclear or explosive threat. */
    CBRNE("CBRNE"),
    /** Anything else. */
    OTHER("Other");

    private final String text;

    Category(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
