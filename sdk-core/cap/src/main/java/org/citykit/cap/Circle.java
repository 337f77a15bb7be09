package org.citykit.cap;

import java.util.Objects;

/**
 * A centre and a radius (CAP 1.2 §3.2.4 circle).
 *
 * @param centre the middle
 * @param radiusKm kilometres, 0 or more
 */
public record Circle(Point centre, double radiusKm) {

    /** Refuses a negative radius. */
    public Circle {
        Objects.requireNonNull(centre, "centre");
        radiusKm = CapDecimal.finite(radiusKm, "radius");
        if (radiusKm < 0) {
            throw new CapValueException(
                    FindingCode.CIRCLE_MALFORMED, "The radius " + CapDecimal.format(radiusKm) + " is negative.");
        }
    }

    /**
     * Reads a circle.
     *
     * @param text {@code latitude,longitude radius}
     * @return the circle
     * @throws CapValueException with {@link FindingCode#CIRCLE_MALFORMED} or {@link FindingCode#COORDINATE_OUT_OF_RANGE}
     */
    public static Circle parse(String text) {
        int space = 0;
        while (space < text.length() && !Wording.isSpace(text.charAt(space))) {
            space++;
        }
        int radius = space;
        while (radius < text.length() && Wording.isSpace(text.charAt(radius))) {
            radius++;
        }
        try {
            return new Circle(Point.parse(text.substring(0, space)), CapDecimal.parse(text.substring(radius)));
        } catch (CapValueException e) {
            FindingCode code = e.code() == FindingCode.NUMBER_MALFORMED ? FindingCode.CIRCLE_MALFORMED : e.code();
            throw new CapValueException(code, "'" + Wording.shorten(text) + "' is no circle: " + e.problem());
        }
    }

    /**
     * The circle as it stands in a message.
     *
     * @return {@code latitude,longitude radius}
     */
    public String text() {
        return centre.text() + " " + CapDecimal.format(radiusKm);
    }
}
