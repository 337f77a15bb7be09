package org.citykit.store;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CityRef;
import org.citykit.api.Figure;
import org.citykit.api.GeoPoint;
import org.citykit.api.Item;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.twinning.City;

/** Makes cities in any number, as a gazetteer would deliver them. */
final class Cities {
    private Cities() {}

    /** Cities that all say in which round they were made. */
    static List<Item> cities(int round, int count) {
        List<Item> cities = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cities.add(city(i, "round " + round));
        }
        return cities;
    }

    static City city(int number, String otherName) {
        Provenance provenance = new Provenance(
                Text.of("en", "Gazetteer").and("fa", "فرهنگ جغرافیایی"),
                Optional.of(URI.create("https://example.org/gazetteer")),
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                "CC0-1.0");
        return new City(
                new CityRef("wikidata", "Q" + number),
                City.Kind.CITY,
                Text.of("en", "City " + number).and("fa", "شهر " + number),
                List.of(otherName),
                Set.of(new CityRef("geonames", "g" + number), new CityRef("osm", "o" + number)),
                "IR",
                Optional.of(new GeoPoint(number % 90, number % 180)),
                Optional.of(ZoneId.of("Asia/Tehran")),
                Set.of(City.Trait.TOURISM, City.Trait.PORT),
                List.of(new Figure(
                        Text.of("en", "population"),
                        BigDecimal.valueOf(number),
                        "",
                        true,
                        Optional.of(PartialDate.year(2016)),
                        provenance)),
                provenance);
    }
}
