package org.citykit.twinning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.citykit.api.CityRef;
import org.citykit.api.GeoPoint;
import org.citykit.api.Text;
import org.citykit.api.twinning.City;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is said of one place, while places are being merged and afterwards. Confined to the thread that
 * merges, then never changed again. Gazetteers bring hundreds of thousands: what it holds is kept small.
 */
final class Place {
    /**
     * A party or member as an agreement or network names it.
     *
     * @param module the module's id
     * @param name its name there
     * @param country ISO 3166-1 alpha-2, or empty
     * @param nation true if it is a side of a relation between countries
     */
    record Mention(String module, Text name, String country, boolean nation) {
        static final Comparator<Mention> ORDER = Comparator.comparing(Mention::module)
                .thenComparing(Mention::country)
                .thenComparing(Mention::nation)
                .thenComparing(mention -> mention.name().texts().toString());

        /** Tells it from every other mention. */
        String key() {
            return String.join(
                    "\u0000",
                    module,
                    country,
                    nation ? "nation" : "",
                    name.texts().toString());
        }

        Mention {
            country = country.strip().toUpperCase(Locale.ROOT);
        }
    }

    /** Another place that was taken for this one because of its name. */
    record Joined(Place place, Inference.Evidence evidence) {}

    private List<CityRef> refs = List.of();
    private List<Sourced<City>> records = List.of();
    private Set<Mention> mentions = Set.of();
    private List<Joined> joined = List.of();
    private @Nullable Place absorbedBy;

    /** The place that this one has become part of, or this one. */
    Place root() {
        Place root = this;
        for (Place next = absorbedBy; next != null; next = next.absorbedBy) {
            root = next;
        }
        return root;
    }

    boolean isRoot() {
        return absorbedBy == null;
    }

    void add(CityRef ref) {
        refs = plus(refs, ref);
    }

    void add(Sourced<City> record) {
        records = plus(records, record);
    }

    void add(Mention mention) {
        if (mentions.isEmpty()) {
            mentions = new LinkedHashSet<>();
        }
        mentions.add(mention);
    }

    /** Takes over all that another place is, because a source says that they are the same. */
    void absorb(Place other) {
        other.refs.forEach(this::add);
        other.records.forEach(this::add);
        other.mentions.forEach(this::add);
        other.refs = List.of();
        other.records = List.of();
        other.mentions = Set.of();
        other.absorbedBy = this;
    }

    /** Takes over all that another place is, because their names speak for it. */
    void join(Place other, Inference.Evidence evidence) {
        joined = plus(joined, new Joined(other, evidence));
        for (Joined part : other.joined) {
            joined = plus(joined, part);
        }
        other.joined = List.of();
        other.absorbedBy = this;
    }

    List<CityRef> refs() {
        return refs;
    }

    List<Sourced<City>> records() {
        return records;
    }

    Set<Mention> mentions() {
        return mentions;
    }

    List<Joined> joined() {
        return joined;
    }

    /** True if an agreement or a network names it. */
    boolean isUsed() {
        return !mentions.isEmpty()
                || joined.stream().anyMatch(part -> !part.place().mentions.isEmpty());
    }

    /** This place itself, then those joined to it. */
    List<Place> parts() {
        if (joined.isEmpty()) {
            return List.of(this);
        }
        List<Place> parts = new ArrayList<>(joined.size() + 1);
        parts.add(this);
        joined.forEach(part -> parts.add(part.place()));
        return parts;
    }

    /** Gives every name that it bears, in every language; some twice. */
    void names(Consumer<String> to) {
        for (Place part : parts()) {
            part.mentions.forEach(mention -> mention.name().texts().values().forEach(to));
            for (Sourced<City> record : part.records) {
                record.value().name().texts().values().forEach(to);
                record.value().otherNames().forEach(to);
            }
        }
    }

    /** The names under which it is shown; former and alternate ones left out. */
    void shownNames(Consumer<String> to) {
        for (Place part : parts()) {
            part.mentions.forEach(mention -> mention.name().texts().values().forEach(to));
            part.records.forEach(
                    record -> record.value().name().texts().values().forEach(to));
        }
    }

    /** ISO 3166-1 alpha-2 in upper case, or empty when nobody says. */
    String country() {
        for (Place part : parts()) {
            for (Sourced<City> record : part.records) {
                if (!record.value().country().isBlank()) {
                    return record.value().country().strip().toUpperCase(Locale.ROOT);
                }
            }
            for (Mention mention : part.mentions) {
                if (!mention.country().isBlank()) {
                    return mention.country();
                }
            }
        }
        return "";
    }

    Optional<GeoPoint> location() {
        for (Place part : parts()) {
            for (Sourced<City> record : part.records) {
                if (record.value().location().isPresent()) {
                    return record.value().location();
                }
            }
        }
        return Optional.empty();
    }

    /** What it is, as the first record says, or a country if it is a side of a relation between countries. */
    City.Kind kind() {
        return statedKind().orElse(isNation() ? City.Kind.COUNTRY : City.Kind.CITY);
    }

    /** What it is, if a record says so. */
    Optional<City.Kind> statedKind() {
        for (Place part : parts()) {
            if (!part.records.isEmpty()) {
                return Optional.of(part.records.get(0).value().kind());
            }
        }
        return Optional.empty();
    }

    /** True if a relation between countries names it. */
    boolean isNation() {
        return mentions.stream().anyMatch(Mention::nation);
    }

    /** The most inhabitants that a record gives, or 0. */
    double population() {
        double most = 0;
        for (Place part : parts()) {
            for (Sourced<City> record : part.records) {
                most = Math.max(most, Population.of(record.value()));
            }
        }
        return most;
    }

    private static <T> List<T> plus(List<T> list, T more) {
        if (list.isEmpty()) {
            return List.of(more);
        }
        if (list.contains(more)) {
            return list;
        }
        List<T> longer = list instanceof ArrayList ? list : new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
