package org.citykit.twinning;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citykit.api.CityRef;
import org.citykit.api.Figure;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.twinning.City;

/** Writes out what is known of a place: what sources assert first, then what was joined by name. */
final class CityEntries {
    private static final Comparator<Sourced<City>> RECORDS = Comparator.comparing(
                    (Sourced<City> record) -> record.module())
            .thenComparing(record -> record.value().ref(), PlaceIds.PREFERENCE);

    private CityEntries() {}

    static CityEntry entry(String id, Place place, int relationCount) {
        List<Sourced<City>> records = records(place);
        List<Text> shown = shownNames(place);
        Text name = Texts.merged(shown);
        return new CityEntry(
                id,
                Set.copyOf(place.refs()),
                place.kind(),
                name,
                otherNames(name, shown, records),
                place.country(),
                place.location(),
                zone(records),
                traits(records),
                figures(records),
                provenance(records),
                records,
                inferences(place),
                modules(place, records),
                relationCount);
    }

    /** The name that is shown, without the rest of the entry. */
    static Text name(Place place) {
        return Texts.merged(shownNames(place));
    }

    private static List<Sourced<City>> records(Place place) {
        return place.parts().stream()
                .flatMap(part -> part.records().stream().sorted(RECORDS))
                .toList();
    }

    private static List<Text> shownNames(Place place) {
        List<Text> names = new ArrayList<>();
        for (Place part : place.parts()) {
            part.records().stream()
                    .sorted(RECORDS)
                    .forEach(record -> names.add(record.value().name()));
            part.mentions().stream().sorted(Place.Mention.ORDER).forEach(mention -> names.add(mention.name()));
        }
        if (names.isEmpty()) {
            names.add(Text.of(place.refs().get(0).toString()));
        }
        return names;
    }

    private static List<String> otherNames(Text name, List<Text> shown, List<Sourced<City>> records) {
        Set<String> others = new LinkedHashSet<>();
        shown.forEach(text -> others.addAll(text.texts().values()));
        records.forEach(record -> others.addAll(record.value().otherNames()));
        others.removeAll(Set.copyOf(name.texts().values().stream().distinct().toList()));
        return List.copyOf(others);
    }

    private static Optional<ZoneId> zone(List<Sourced<City>> records) {
        return records.stream().flatMap(r -> r.value().zone().stream()).findFirst();
    }

    private static Set<City.Trait> traits(List<Sourced<City>> records) {
        Set<City.Trait> traits = new LinkedHashSet<>();
        records.forEach(record -> traits.addAll(record.value().traits()));
        return traits;
    }

    private static List<Figure> figures(List<Sourced<City>> records) {
        return records.stream()
                .flatMap(r -> r.value().figures().stream())
                .distinct()
                .toList();
    }

    private static List<Provenance> provenance(List<Sourced<City>> records) {
        return records.stream().map(r -> r.value().provenance()).distinct().toList();
    }

    private static List<Inference> inferences(Place place) {
        return place.joined().stream().map(CityEntries::inference).toList();
    }

    private static Inference inference(Place.Joined part) {
        Optional<CityRef> ref = part.place().refs().stream().min(PlaceIds.PREFERENCE);
        return new Inference(ref, Texts.merged(shownNames(part.place())), part.evidence());
    }

    private static Set<String> modules(Place place, List<Sourced<City>> records) {
        Stream<String> ofRecords = records.stream().map(Sourced::module);
        Stream<String> ofMentions =
                place.parts().stream().flatMap(part -> part.mentions().stream()).map(Place.Mention::module);
        return Set.copyOf(Stream.concat(ofRecords, ofMentions).distinct().toList());
    }
}
