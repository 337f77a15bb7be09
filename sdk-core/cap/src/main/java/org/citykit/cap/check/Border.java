package org.citykit.cap.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citykit.cap.Point;
import org.citykit.cap.Polygon;

/**
 * Looks for crossing edges, with degrees taken as a plane.
 *
 * <p>Only true crossings count; a border that touches itself, as around a hole, is left alone. A border over the 180th
 * meridian is unrolled first. Edges are swept from south to north and the comparisons of one message share a budget, so that
 * a hostile border costs a bounded amount of work.
 */
final class Border {
    private static final int COMPARISONS = 2_000_000;

    enum Verdict {
        SIMPLE,
        FLAT,
        CROSSING,
        TOO_LONG
    }

    private record Edge(Point from, Point to) {
        double south() {
            return Math.min(from.latitude(), to.latitude());
        }

        double north() {
            return Math.max(from.latitude(), to.latitude());
        }

        boolean crosses(Edge other) {
            return side(other.from) * side(other.to) < 0 && other.side(from) * other.side(to) < 0;
        }

        /** -1, 0 or 1: on which side of this edge a point lies. */
        int side(Point p) {
            return (int) Math.signum((to.latitude() - from.latitude()) * (p.longitude() - from.longitude())
                    - (to.longitude() - from.longitude()) * (p.latitude() - from.latitude()));
        }

        String text() {
            return from.text() + " to " + to.text();
        }
    }

    private int comparisons = COMPARISONS;
    private String crossing = "";

    /** Where the edges of the polygon last found {@link Verdict#CROSSING} cross. */
    String crossing() {
        return crossing;
    }

    Verdict examine(Polygon polygon) {
        List<Edge> edges = edges(unrolled(polygon.points()));
        if (isFlat(edges)) {
            return Verdict.FLAT;
        }
        edges.sort(Comparator.comparingDouble(Edge::south));
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            double north = edge.north();
            for (int k = i + 1; k < edges.size() && edges.get(k).south() <= north; k++) {
                if (comparisons-- <= 0) {
                    return Verdict.TOO_LONG;
                }
                if (edge.crosses(edges.get(k))) {
                    crossing = edge.text() + " and " + edges.get(k).text();
                    return Verdict.CROSSING;
                }
            }
        }
        return Verdict.SIMPLE;
    }

    private static boolean isFlat(List<Edge> edges) {
        if (edges.isEmpty()) {
            return true;
        }
        Edge first = edges.get(0);
        return edges.stream().allMatch(e -> first.side(e.to) == 0);
    }

    private static List<Edge> edges(List<Point> points) {
        List<Edge> edges = new ArrayList<>(points.size());
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i - 1).equals(points.get(i))) {
                edges.add(new Edge(points.get(i - 1), points.get(i)));
            }
        }
        return edges;
    }

    /** A border wider than half the earth goes the other way round: it is moved so that the 180th meridian lies at 0. */
    private static List<Point> unrolled(List<Point> points) {
        double west = points.stream().mapToDouble(Point::longitude).min().orElse(0);
        double east = points.stream().mapToDouble(Point::longitude).max().orElse(0);
        if (east - west <= 180) {
            return points;
        }
        return points.stream()
                .map(p -> new Point(p.latitude(), p.longitude() < 0 ? p.longitude() + 180 : p.longitude() - 180))
                .toList();
    }
}
