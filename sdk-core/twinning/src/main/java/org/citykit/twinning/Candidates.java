package org.citykit.twinning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.api.GeoPoint;
import org.citykit.api.twinning.City;

/** The places that one place may be taken for, all of its name, sorted by what else speaks for them. */
final class Candidates {
    private static final double NEAR_KM = 50;
    private static final double EARTH_RADIUS_KM = 6371;

    private final Place seeker;
    private final String country;
    private final Optional<GeoPoint> location;
    private final List<Place> corroborated = new ArrayList<>();
    private final List<Place> others = new ArrayList<>();

    Candidates(Place seeker) {
        this.seeker = seeker;
        this.country = seeker.country();
        this.location = seeker.location();
    }

    void add(Place place) {
        if (!kindsAgree(place)) {
            return;
        }
        String itsCountry = place.country();
        boolean countriesDiffer = !country.isEmpty() && !itsCountry.isEmpty() && !country.equals(itsCountry);
        boolean far = distance(place) > NEAR_KM;
        if (countriesDiffer || (far && distance(place) < Double.MAX_VALUE)) {
            return;
        }
        boolean sameCountry = !country.isEmpty() && country.equals(itsCountry);
        (sameCountry || !far ? corroborated : others).add(place);
    }

    /** Those for which the most speaks. */
    List<Place> best() {
        if (!corroborated.isEmpty()) {
            return corroborated;
        }
        boolean bare = country.isEmpty() && location.isEmpty();
        if (seeker.refs().isEmpty()) {
            return others;
        }
        return bare
                ? others.stream().filter(place -> place.location().isPresent()).toList()
                : List.of();
    }

    /** What speaks for one of the best. */
    Inference.Evidence evidence(Place place) {
        if (distance(place) <= NEAR_KM) {
            return Inference.Evidence.NAME_AND_DISTANCE;
        }
        if (corroborated.contains(place)) {
            return Inference.Evidence.NAME_AND_COUNTRY;
        }
        return best().size() == 1 ? Inference.Evidence.NAME_ALONE : Inference.Evidence.LARGEST_OF_NAME;
    }

    private boolean kindsAgree(Place place) {
        if (seeker.isNation() || place.isNation()) {
            return seeker.kind() == place.kind();
        }
        Optional<City.Kind> sought = seeker.statedKind();
        City.Kind found = place.statedKind().orElse(City.Kind.CITY);
        return sought.map(found::equals).orElse(found != City.Kind.COUNTRY);
    }

    /** In kilometres; the largest number if one of them has no location. */
    private double distance(Place place) {
        Optional<GeoPoint> its = place.location();
        return location.isPresent() && its.isPresent()
                ? greatCircle(location.orElseThrow(), its.orElseThrow())
                : Double.MAX_VALUE;
    }

    private static double greatCircle(GeoPoint a, GeoPoint b) {
        double latitude = Math.toRadians(b.latitude() - a.latitude()) / 2;
        double longitude = Math.toRadians(b.longitude() - a.longitude()) / 2;
        double chord = Math.pow(Math.sin(latitude), 2)
                + Math.cos(Math.toRadians(a.latitude()))
                        * Math.cos(Math.toRadians(b.latitude()))
                        * Math.pow(Math.sin(longitude), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
