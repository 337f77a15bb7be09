package org.citykit.twinning;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citykit.api.CityRef;
import org.citykit.api.Figure;
import org.citykit.api.GeoPoint;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.twinning.City;

/**
 * One place, merged from everything that the registries say of it.
 *
 * @param id stable and fit for a URL path without escaping, for example {@code wikidata-Q3616}
 * @param refs who it is in public schemes, as sources say; empty for a party that is known by name only
 * @param kind what it is
 * @param name its name in every language that a source gives; what is asserted stands before what is inferred
 * @param otherNames further names in any script, for searching
 * @param country ISO 3166-1 alpha-2, or empty when not known
 * @param location where it lies
 * @param zone its time zone
 * @param traits what it is known for
 * @param figures every figure of every source
 * @param provenance every source
 * @param records the registries' own records of it, whole
 * @param inferences the places that were taken for it because of their name
 * @param modules the ids of the modules that know it
 * @param relationCount how many relations it has
 */
public record CityEntry(
        String id,
        Set<CityRef> refs,
        City.Kind kind,
        Text name,
        List<String> otherNames,
        String country,
        Optional<GeoPoint> location,
        Optional<ZoneId> zone,
        Set<City.Trait> traits,
        List<Figure> figures,
        List<Provenance> provenance,
        List<Sourced<City>> records,
        List<Inference> inferences,
        Set<String> modules,
        int relationCount) {
    public CityEntry {
        refs = Set.copyOf(refs);
        otherNames = List.copyOf(otherNames);
        traits = Set.copyOf(traits);
        figures = List.copyOf(figures);
        provenance = List.copyOf(provenance);
        records = List.copyOf(records);
        inferences = List.copyOf(inferences);
        modules = Collections.unmodifiableSet(new TreeSet<>(modules));
    }

    /** True if some of what is shown of it comes from a place that was joined by its name alone. */
    public boolean inferred() {
        return !inferences.isEmpty();
    }
}
