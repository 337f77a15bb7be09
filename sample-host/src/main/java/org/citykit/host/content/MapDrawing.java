package org.citykit.host.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.citykit.api.GeoPoint;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words;
import org.citykit.host.view.MapView;

/**
 * Draws cities around a city in the azimuthal equidistant projection, on a sphere of the Earth's mean radius. Names that
 * would lie on other names are left out.
 */
final class MapDrawing {
    private static final double EARTH_KILOMETRES = 6371.0088;
    private static final double RADIUS = 186;
    private static final double LETTER = 5.6;
    private static final double LINE = 12;
    private static final double GAP = 6;
    private static final int RINGS = 4;
    private static final int[] STEPS = {250, 500, 1000, 2000, 2500, 5000};

    private final Language language;
    private final GeoPoint centre;

    /** A city to draw. */
    record Dot(String name, GeoPoint point) {}

    private record Spot(String name, double distance, double x, double y) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    MapDrawing(Language language, GeoPoint centre) {
        this.language = language;
        this.centre = centre;
    }

    /** The map; empty without dots. */
    Optional<MapView> draw(String city, List<Dot> dots) {
        if (dots.isEmpty()) {
            return Optional.empty();
        }
        double farthest =
                dots.stream().mapToDouble(dot -> distance(dot.point())).max().orElse(0);
        int step = step(farthest);
        int rings = Math.max(1, (int) Math.ceil(farthest / step));
        double scale = RADIUS / (rings * (double) step);
        List<Spot> spots = dots.stream()
                .map(dot -> spot(dot, scale))
                .sorted(Comparator.comparingDouble(Spot::distance))
                .toList();
        Words.HomeWords words = language.words().home();
        String about = Words.fill(
                Words.fill(words.mapAbout(), "city", city),
                "distance",
                language.numerals().grouped(step));
        return Optional.of(new MapView(about, rings(step, rings, scale), named(spots)));
    }

    private static int step(double farthest) {
        for (int step : STEPS) {
            if (farthest <= step * RINGS) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private List<MapView.Ring> rings(int step, int count, double scale) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(ring -> new MapView.Ring(
                        number(ring * step * scale),
                        number(ring * step * scale - 3),
                        Words.fill(
                                language.words().home().ring(),
                                "distance",
                                language.numerals().grouped((long) ring * step))))
                .toList();
    }

    private List<MapView.Spot> named(List<Spot> spots) {
        List<Box> taken = new ArrayList<>();
        taken.add(new Box(-GAP, -GAP, GAP, GAP));
        spots.forEach(spot -> taken.add(new Box(spot.x - 3, spot.y - 3, spot.x + 3, spot.y + 3)));
        List<MapView.Spot> drawn = new ArrayList<>();
        for (Spot spot : spots) {
            boolean start = spot.x >= 0;
            double width = spot.name.length() * LETTER;
            double left = start ? spot.x + GAP : spot.x - GAP - width;
            Box box = new Box(left, spot.y - LINE / 2, left + width, spot.y + LINE / 2);
            boolean room = taken.stream().noneMatch(box::overlaps);
            if (room) {
                taken.add(box);
            }
            drawn.add(new MapView.Spot(
                    number(spot.x),
                    number(spot.y),
                    spot.name,
                    start ? "start" : "end",
                    number(start ? spot.x + GAP : spot.x - GAP),
                    room));
        }
        return drawn;
    }

    private Spot spot(Dot dot, double scale) {
        double distance = distance(dot.point());
        double bearing = bearing(dot.point());
        return new Spot(
                dot.name(), distance, Math.sin(bearing) * distance * scale, -Math.cos(bearing) * distance * scale);
    }

    private double distance(GeoPoint to) {
        double fromLatitude = Math.toRadians(centre.latitude());
        double toLatitude = Math.toRadians(to.latitude());
        double eastward = Math.toRadians(to.longitude() - centre.longitude());
        double northHalf = Math.sin((toLatitude - fromLatitude) / 2);
        double eastHalf = Math.sin(eastward / 2);
        double haversine = northHalf * northHalf + Math.cos(fromLatitude) * Math.cos(toLatitude) * eastHalf * eastHalf;
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    private double bearing(GeoPoint to) {
        double fromLatitude = Math.toRadians(centre.latitude());
        double toLatitude = Math.toRadians(to.latitude());
        double eastward = Math.toRadians(to.longitude() - centre.longitude());
        return Math.atan2(
                Math.sin(eastward) * Math.cos(toLatitude),
                Math.cos(fromLatitude) * Math.sin(toLatitude)
                        - Math.sin(fromLatitude) * Math.cos(toLatitude) * Math.cos(eastward));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
