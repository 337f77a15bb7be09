package org.citykit.plugins.anniversaries;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CityRef;
import org.citykit.api.InvalidValueException;
import org.citykit.api.twinning.AgreementKind;

/**
 * Which anniversaries are shown.
 *
 * @param yearOnly what becomes of agreements of which only a year or month is known; {@code jubilee-year} unless given
 * @param kinds the kinds of agreements; all unless given
 * @param cities only agreements of these cities, for example {@code wikidata:Q3616}; of all unless given
 */
public record AnniversarySettings(Optional<YearOnly> yearOnly, Set<AgreementKind> kinds, List<String> cities) {
    /** What becomes of a date without a day. */
    public enum YearOnly {
        /** Nothing. */
        SKIP,
        /** A whole year, or month, in the years in which people celebrate: after 10, 20, 25, 30, 40, 50 and so on. */
        JUBILEE_YEAR
    }

    public AnniversarySettings {
        kinds = Set.copyOf(kinds);
        cities = List.copyOf(cities);
        for (int i = 0; i < cities.size(); i++) {
            try {
                CityRef.parse(cities.get(i));
            } catch (InvalidValueException wrong) {
                throw new InvalidValueException("cities[" + i + "]", wrong.reason());
            }
        }
    }

    boolean jubilees() {
        return yearOnly.orElse(YearOnly.JUBILEE_YEAR) == YearOnly.JUBILEE_YEAR;
    }

    boolean wants(AgreementKind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }
}
