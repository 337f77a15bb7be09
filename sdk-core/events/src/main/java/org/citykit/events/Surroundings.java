package org.citykit.events;

import org.citykit.api.GeoPoint;
import org.citykit.api.InvalidValueException;

/**
 * Everything that is no farther from a point than a distance over the ground. Immutable.
 *
 * @param centre the point
 * @param metres the distance, 1 to 20,100,000 (half the way around the Earth)
 */
public record Surroundings(GeoPoint centre, double metres) {
    private static final double EARTH = 6_371_008.8;
    private static final double FARTHEST = 20_100_000;

    public Surroundings {
        if (!(metres >= 1 && metres <= FARTHEST)) {
            throw new InvalidValueException("metres", "must be from 1 to 20100000, but is " + metres);
        }
    }

    /** True if a point in degrees lies within. On a sphere; an error of half a percent. */
    boolean hold(double latitude, double longitude) {
        double north = Math.toRadians(latitude - centre.latitude());
        if (Math.abs(north) * EARTH > metres) {
            return false;
        }
        double east = Math.toRadians(longitude - centre.longitude());
        double chord = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(centre.latitude()))
                        * square(Math.sin(east / 2));
        return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord))) <= metres;
    }

    private static double square(double x) {
        return x * x;
    }
}
