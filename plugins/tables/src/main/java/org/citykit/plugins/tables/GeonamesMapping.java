package org.citykit.plugins.tables;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citykit.api.CityRef;
import org.citykit.api.Figure;
import org.citykit.api.GeoPoint;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Provenance;
import org.citykit.api.Sink;
import org.citykit.api.Text;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.TwinningItem;

/** GeoNames' dump of populated places, as its readme describes the 19 columns. */
final class GeonamesMapping implements Mapping {
    static final List<String> COLUMNS = List.of(
            "geonameid",
            "name",
            "asciiname",
            "alternatenames",
            "latitude",
            "longitude",
            "feature-class",
            "feature-code",
            "country",
            "cc2",
            "admin1",
            "admin2",
            "admin3",
            "admin4",
            "population",
            "elevation",
            "dem",
            "zone",
            "modified");

    private static final int NAMES = 200;
    private static final Text POPULATION =
            Text.of("en", "Population").and("fa", "جمعیت").and("ar", "عدد السكان");

    private final Provenance provenance;
    private final List<City> cities = new ArrayList<>();

    GeonamesMapping(Sourcing sourcing) {
        this.provenance = sourcing.ofAll();
    }

    @Override
    public void take(Row row) {
        cities.add(new City(
                row.as("geonameid", id -> new CityRef("geonames", id))
                        .orElseThrow(() -> new InvalidValueException("geonameid", "is missing")),
                City.Kind.CITY,
                Text.of(row.get("name")),
                otherNames(row),
                Set.of(),
                row.orEmpty("country"),
                Optional.of(new GeoPoint(coordinate(row, "latitude"), coordinate(row, "longitude"))),
                row.as("zone", ZoneId::of),
                row.orEmpty("feature-code").equals("PPLC") ? Set.of(City.Trait.CAPITAL) : Set.of(),
                population(row),
                provenance));
    }

    @Override
    public void finish(Table table, Sink<? super TwinningItem> sink) {
        cities.forEach(sink::accept);
    }

    private List<String> otherNames(Row row) {
        String name = row.get("name");
        return Stream.concat(
                        row.find("asciiname").stream(),
                        row.find("alternatenames").stream().flatMap(all -> Stream.of(all.split(",", -1))))
                .map(String::strip)
                .filter(other -> !other.isEmpty() && !other.equals(name))
                .filter(other -> other.chars().noneMatch(Character::isISOControl)) // the dump holds a few such names
                .distinct()
                .limit(NAMES)
                .toList();
    }

    private List<Figure> population(Row row) {
        return row
                .as("population", Cells::number)
                .filter(people -> people.compareTo(BigDecimal.ZERO) > 0)
                .map(people -> new Figure(POPULATION, people, "", false, Optional.empty(), provenance))
                .stream()
                .toList();
    }

    private static double coordinate(Row row, String column) {
        return row.as(column, Cells::degrees).orElseThrow(() -> new InvalidValueException(column, "is missing"));
    }
}
