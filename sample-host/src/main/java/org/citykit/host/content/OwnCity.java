package org.citykit.host.content;

import java.util.Optional;
import org.citykit.api.Text;
import org.citykit.twinning.CityEntry;
import org.citykit.twinning.CityQuery;
import org.citykit.twinning.TwinningIndex;

/** Finds the city of a portal in its registries. */
final class OwnCity {
    private OwnCity() {}

    /** The city with most relations that bears the portal's name in some language. */
    static Optional<CityEntry> find(Text name, TwinningIndex twinning) {
        return name.texts().values().stream()
                .flatMap(wording -> twinning
                        .cities(CityQuery.all()
                                .matching(wording)
                                .withRelations()
                                .sortedBy(CityQuery.Sort.WEIGHT)
                                .page(0, 1))
                        .items()
                        .stream())
                .filter(found -> found.name().texts().values().stream().anyMatch(name.texts()::containsValue))
                .findFirst();
    }
}
