package org.citykit.twinning;

import java.util.Locale;
import java.util.Set;
import org.citykit.api.Figure;
import org.citykit.api.twinning.City;

/** Knows a number of inhabitants among the figures of a city. */
final class Population {
    private static final Set<String> MEASURES =
            Set.of("population", "inhabitants", "residents", "people", "جمعیت", "السكان", "عدد السكان");

    private Population() {}

    /** The highest number of inhabitants that a record gives, or 0. */
    static double of(City city) {
        double most = 0;
        for (Figure figure : city.figures()) {
            if (isPopulation(figure)) {
                most = Math.max(most, figure.value().doubleValue());
            }
        }
        return most;
    }

    private static boolean isPopulation(Figure figure) {
        return figure.measure().texts().values().stream()
                .anyMatch(measure -> MEASURES.contains(measure.strip().toLowerCase(Locale.ROOT)));
    }
}
