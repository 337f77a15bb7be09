package org.citykit.api;

/**
 * The calendar in which a date was written, by its Unicode CLDR key.
 *
 * @since 1.0
 */
public enum CalendarSystem {
    /** ISO 8601. */
    GREGORIAN("gregorian"),
    /** Solar Hijri, official in Iran. */
    PERSIAN("persian"),
    /** The computed calendar of Umm al-Qura, official in Saudi Arabia. */
    ISLAMIC_UMALQURA("islamic-umalqura"),
    /** The tabular Islamic calendar with the civil (Friday) epoch. */
    ISLAMIC_CIVIL("islamic-civil");

    private final String key;

    CalendarSystem(String key) {
        this.key = key;
    }

    /** The key as {@code portal.yaml} and {@code -u-ca-} write it. */
    public String key() {
        return key;
    }
}
