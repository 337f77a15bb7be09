package org.citykit.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A closed border (CAP 1.2 §3.2.4 polygon).
 *
 * @param points at least four, the last equal to the first
 */
public record Polygon(List<Point> points) {
    private static final int FEWEST = 4;

    /** Refuses a border that is too short or open. */
    public Polygon {
        points = List.copyOf(points);
        if (points.size() < FEWEST) {
            throw new CapValueException(
                    FindingCode.POLYGON_TOO_FEW_POINTS, "The polygon has only " + points.size() + " points.");
        }
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        if (!first.equals(last)) {
            throw new CapValueException(
                    FindingCode.POLYGON_OPEN,
                    "The polygon begins at " + first.text() + " and ends at " + last.text() + ".");
        }
    }

    /**
     * Reads pairs of latitude and longitude, separated by XML white space.
     *
     * @param text such as {@code 35.7,51.3 35.8,51.3 35.8,51.5 35.7,51.3}
     * @return the polygon
     * @throws CapValueException with one of the codes {@code POLYGON_*} or {@link FindingCode#COORDINATE_OUT_OF_RANGE}
     */
    public static Polygon parse(String text) {
        List<Point> points = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            if (Wording.isSpace(text.charAt(start))) {
                start++;
                continue;
            }
            int end = start;
            while (end < text.length() && !Wording.isSpace(text.charAt(end))) {
                end++;
            }
            points.add(point(text.substring(start, end), points.size() + 1));
            start = end;
        }
        return new Polygon(points);
    }

    /**
     * The polygon as it stands in a message.
     *
     * @return pairs separated by single spaces
     */
    public String text() {
        return points.stream().map(Point::text).collect(Collectors.joining(" "));
    }

    private static Point point(String pair, int number) {
        try {
            return Point.parse(pair);
        } catch (CapValueException e) {
            FindingCode code = e.code() == FindingCode.NUMBER_MALFORMED ? FindingCode.POLYGON_MALFORMED : e.code();
            throw new CapValueException(code, "Point " + number + ": " + e.problem());
        }
    }
}
