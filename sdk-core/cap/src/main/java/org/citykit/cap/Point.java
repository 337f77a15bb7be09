package org.citykit.cap;

/**
 * A place on the earth, WGS 84 (CAP 1.2 §3.3.1).
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Point(double latitude, double longitude) {

    /** Refuses what is not on the earth. */
    public Point {
        latitude = within(latitude, 90, "latitude");
        longitude = within(longitude, 180, "longitude");
    }

    /**
     * Reads {@code latitude,longitude}.
     *
     * @param text two numbers with one comma and no space
     * @return the point
     * @throws CapValueException with {@link FindingCode#NUMBER_MALFORMED} or {@link FindingCode#COORDINATE_OUT_OF_RANGE}
     */
    public static Point parse(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            throw new CapValueException(
                    FindingCode.NUMBER_MALFORMED, "'" + Wording.shorten(text) + "' is no latitude,longitude pair.");
        }
        return new Point(CapDecimal.parse(text.substring(0, comma)), CapDecimal.parse(text.substring(comma + 1)));
    }

    /**
     * The point as it stands in a message.
     *
     * @return {@code latitude,longitude}
     */
    public String text() {
        return CapDecimal.format(latitude) + "," + CapDecimal.format(longitude);
    }

    private static double within(double degrees, int limit, String element) {
        double value = CapDecimal.finite(degrees, element);
        if (Math.abs(value) > limit) {
            throw new CapValueException(
                    FindingCode.COORDINATE_OUT_OF_RANGE,
                    "The " + element + " " + CapDecimal.format(value) + " is not in -" + limit + ".." + limit + ".");
        }
        return value;
    }
}
