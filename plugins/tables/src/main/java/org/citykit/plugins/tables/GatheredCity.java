package org.citykit.plugins.tables;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CityRef;
import org.citykit.api.Figure;
import org.citykit.api.GeoPoint;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.TwinningItem;
import org.jspecify.annotations.Nullable;

/** The rows of one city or other place: one {@code city} row and its figures. */
final class GatheredCity implements CitykitMapping.Gathered {
    private final String id;
    private final long line;
    private final List<Figure> figures = new ArrayList<>();
    private @Nullable City city;

    GatheredCity(String id, long line) {
        this.id = id;
        this.line = line;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void add(String type, Row row, Sourcing sourcing) {
        if (type.equals("figure")) {
            figures.add(Cells.figure(row, sourcing.of(row)));
        } else if (type.equals("city") && city == null) {
            city = city(row, sourcing);
        } else {
            throw new InvalidValueException("id", "has \"" + id + "\" a second time");
        }
    }

    @Override
    public TwinningItem make() {
        City made = city;
        if (made == null) {
            throw new InvalidValueException("id", "has no row of type city for \"" + id + "\"");
        }
        return new City(
                made.ref(),
                made.kind(),
                made.name(),
                made.otherNames(),
                made.sameAs(),
                made.country(),
                made.location(),
                made.zone(),
                made.traits(),
                figures,
                made.provenance());
    }

    private City city(Row row, Sourcing sourcing) {
        Optional<Double> latitude = row.as("latitude", Cells::degrees);
        Optional<Double> longitude = row.as("longitude", Cells::degrees);
        Text name = row.text("name").orElseThrow(() -> new InvalidValueException("name", "is missing"));
        return new City(
                row.as("id", CityRef::parse).orElseThrow(() -> new InvalidValueException("id", "is missing")),
                row.as("kind", Cells.constant(City.Kind.class)).orElse(City.Kind.CITY),
                name,
                row.all("other-names", other -> other),
                Set.copyOf(row.all("same-as", CityRef::parse)),
                Cells.country(row, "country"),
                latitude.flatMap(north -> longitude.map(east -> new GeoPoint(north, east))),
                row.as("zone", ZoneId::of),
                Set.copyOf(row.all("traits", Cells.constant(City.Trait.class))),
                List.of(),
                sourcing.of(row));
    }
}
