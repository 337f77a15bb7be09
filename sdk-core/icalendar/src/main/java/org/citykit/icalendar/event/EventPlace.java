package org.citykit.icalendar.event;

/**
 * A place on Earth (RFC 5545 §3.8.1.6).
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record EventPlace(double latitude, double longitude) {

    /** Checks the ranges. */
    public EventPlace {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    "A place needs -90..90 and -180..180 degrees: " + latitude + ", " + longitude);
        }
    }
}
