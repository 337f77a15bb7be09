package org.citykit.api;

import org.citykit.api.validation.Check;

/**
 * A point on the WGS 84 ellipsoid.
 *
 * @param latitude in degrees, -90 to 90
 * @param longitude in degrees, -180 to 180
 * @since 1.0
 */
public record GeoPoint(double latitude, double longitude) {
    public GeoPoint {
        Check.between("latitude", latitude, -90.0, 90.0);
        Check.between("longitude", longitude, -180.0, 180.0);
    }
}
