package org.citykit.cap.check;

import java.util.List;
import org.citykit.cap.Area;
import org.citykit.cap.CapDecimal;
import org.citykit.cap.FindingCode;
import org.citykit.cap.Polygon;

/** Rules of an area (CAP 1.2 §3.2.4). */
final class AreaRules {
    private final Report report;
    private final Border border = new Border();

    AreaRules(Report report) {
        this.report = report;
    }

    void check(Area area, String path) {
        Markup.check(area.description(), path + "/areaDesc", report);
        List<Polygon> polygons = area.polygons();
        for (int i = 0; i < polygons.size(); i++) {
            checkPolygon(polygons.get(i), report.path(polygons.get(i), path, "polygon", i, polygons.size()));
        }
        area.ceiling().ifPresent(ceiling -> checkCeiling(area, ceiling, path + "/ceiling"));
    }

    private void checkPolygon(Polygon polygon, String path) {
        switch (border.examine(polygon)) {
            case SIMPLE -> {}
            case FLAT ->
                report.add(FindingCode.POLYGON_WITHOUT_AREA, path, "All points of the polygon lie on one line.");
            case CROSSING ->
                report.add(
                        FindingCode.POLYGON_CROSSES_ITSELF,
                        path,
                        "Edges of the polygon cross: " + border.crossing() + ".");
            case TOO_LONG ->
                report.add(
                        FindingCode.POLYGON_NOT_EXAMINED,
                        path,
                        "The polygon has " + polygon.points().size() + " points; crossings were not looked for.");
        }
    }

    private void checkCeiling(Area area, double ceiling, String path) {
        if (area.altitude().isEmpty()) {
            report.add(
                    FindingCode.CEILING_WITHOUT_ALTITUDE,
                    path,
                    "There is a ceiling of " + CapDecimal.format(ceiling) + " feet, but no altitude.");
        } else if (ceiling < area.altitude().get()) {
            report.add(
                    FindingCode.CEILING_BELOW_ALTITUDE,
                    path,
                    "The ceiling of " + CapDecimal.format(ceiling) + " feet is below the altitude of "
                            + CapDecimal.format(area.altitude().get()) + " feet.");
        }
    }
}
