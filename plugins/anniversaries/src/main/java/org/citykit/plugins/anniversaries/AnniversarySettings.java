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
 * @param show what is shown; both unless given
 * @param ahead for how many years to come each anniversary is told with its number, "25 years of …", 0 to 50; 3 unless
 *     given. Later ones come every year without it. What is planned under an agreement is shown as far ahead
 * @param kinds the kinds of agreements; all unless given
 * @param cities only agreements of these cities, for example {@code wikidata:Q3616}; of all unless given
 */
public record AnniversarySettings(
        Optional<YearOnly> yearOnly,
        Set<Show> show,
        Optional<Integer> ahead,
        Set<AgreementKind> kinds,
        List<String> cities) {
    private static final int USUALLY_AHEAD = 3;
    private static final int FARTHEST = 50;

    /** What becomes an event. */
    public enum Show {
        /** The anniversaries of signings. */
        ANNIVERSARIES,
        /** Delegations' visits and what else is done under agreements. */
        ACTIVITIES
    }

    /** What becomes of a date without a day. */
    public enum YearOnly {
        /** Nothing. */
        SKIP,
        /** A whole year, or month, in the years in which people celebrate: after 10, 20, 25, 30, 40, 50 and so on. */
        JUBILEE_YEAR
    }

    public AnniversarySettings {
        show = Set.copyOf(show);
        if (ahead.isPresent() && (ahead.get() < 0 || ahead.get() > FARTHEST)) {
            throw new InvalidValueException("ahead", "must be from 0 to " + FARTHEST + ", but is " + ahead.get());
        }
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

    boolean shows(Show what) {
        return show.isEmpty() || show.contains(what);
    }

    int yearsAhead() {
        return ahead.orElse(USUALLY_AHEAD);
    }

    boolean wants(AgreementKind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }
}
