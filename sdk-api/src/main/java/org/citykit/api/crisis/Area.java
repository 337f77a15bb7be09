package org.citykit.api.crisis;

import java.util.List;
import java.util.Optional;
import org.citykit.api.GeoPoint;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * Where an alert holds (CAP 1.2 §3.2.4).
 *
 * @param description in words
 * @param polygon its border, the first point again at the end; or empty
 * @param centre the middle of a circle
 * @param radiusKilometres the circle's radius; 0 without a centre
 * @since 1.0
 */
public record Area(Text description, List<GeoPoint> polygon, Optional<GeoPoint> centre, double radiusKilometres) {
    public Area {
        Check.present("description", description);
        polygon = Check.list("polygon", polygon);
        if (!polygon.isEmpty() && (polygon.size() < 4 || !polygon.get(0).equals(polygon.get(polygon.size() - 1)))) {
            throw new InvalidValueException("polygon", "must have at least 4 points and end where it begins");
        }
        Check.present("centre", centre);
        Check.between("radiusKilometres", radiusKilometres, 0, centre.isPresent() ? 20_040 : 0);
    }

    /** An area in words alone. */
    public static Area of(Text description) {
        return new Area(description, List.of(), Optional.empty(), 0);
    }
}
