package org.citykit.twinning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CityRef;
import org.citykit.api.Figure;
import org.citykit.api.GeoPoint;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.LifecycleStep;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.ReasonCode;
import org.citykit.api.twinning.Statement;
import org.citykit.api.twinning.TwinningItem;

/** Short ways to say what a registry holds. */
final class Samples {
    static final Provenance SOURCE = Provenance.of(Text.of("en", "A register"));
    static final Text TEHRAN = Text.of("fa", "تهران").and("ar", "طهران").and("en", "Tehran");
    static final Text LONDON = Text.of("fa", "لندن").and("ar", "لندن").and("en", "London");
    static final Text BISHKEK = Text.of("fa", "بیشکک").and("en", "Bishkek");

    private Samples() {}

    static RegistrySnapshot snapshot(String module, TwinningItem... items) {
        return new RegistrySnapshot(module, new Revision(module + "-1"), List.of(items));
    }

    static TwinningIndex index(RegistrySnapshot... snapshots) {
        return TwinningIndex.of(List.of(snapshots));
    }

    static Party known(String ref, Text name) {
        return Party.of(CityRef.parse(ref), name);
    }

    static Party known(String ref, String name) {
        return known(ref, Text.of("en", name));
    }

    static Party named(String name, String country) {
        return named(Text.of("en", name), country);
    }

    static Party named(Text name, String country) {
        String key = name.original().replaceAll("\\s", "-");
        return new Party(
                key.substring(0, Math.min(100, key.length())), Optional.empty(), name, country, Party.Role.PARTNER);
    }

    static Statement says(String by, AgreementKind kind, Optional<PartialDate> since, String note) {
        Optional<Text> words = note.isEmpty() ? Optional.empty() : Optional.of(Text.of("en", note));
        return new Statement(by, kind, since, Optional.empty(), words, SOURCE);
    }

    static Statement says(AgreementKind kind, int year) {
        return says("", kind, Optional.of(PartialDate.year(year)), "");
    }

    static Statement says(AgreementKind kind) {
        return says("", kind, Optional.empty(), "");
    }

    static Agreement sister(String id, Party one, Party other) {
        return agreement(id, AgreementKind.SISTER, one, other).build();
    }

    static Agreement sister(String id, Party one, Party other, int year) {
        return agreement(id, AgreementKind.SISTER, one, other)
                .statements(says(AgreementKind.SISTER, year))
                .build();
    }

    static Agreement.Builder agreement(String id, AgreementKind kind, Party... parties) {
        return Agreement.builder(id, kind).parties(parties).statements(says(kind));
    }

    static LifecycleStep step(LifecycleState state, Optional<PartialDate> at) {
        return new LifecycleStep(state, at, Optional.empty(), ReasonCode.UNSTATED, Optional.empty(), SOURCE);
    }

    static City place(String ref, String name, String country, double latitude, double longitude, long inhabitants) {
        return new City(
                CityRef.parse(ref),
                City.Kind.CITY,
                Text.of("en", name),
                List.of(),
                Set.of(),
                country,
                Optional.of(new GeoPoint(latitude, longitude)),
                Optional.empty(),
                Set.of(),
                List.of(population(inhabitants)),
                SOURCE);
    }

    static City city(String ref, Text name, String country, String... sameAs) {
        List<CityRef> others = new ArrayList<>();
        List.of(sameAs).forEach(other -> others.add(CityRef.parse(other)));
        return new City(
                CityRef.parse(ref),
                City.Kind.CITY,
                name,
                List.of(),
                Set.copyOf(others),
                country,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                SOURCE);
    }

    static City city(String ref, String name, String country, String... sameAs) {
        return city(ref, Text.of("en", name), country, sameAs);
    }

    static Figure population(long inhabitants) {
        return new Figure(
                Text.of("en", "Population"), BigDecimal.valueOf(inhabitants), "", false, Optional.empty(), SOURCE);
    }
}
