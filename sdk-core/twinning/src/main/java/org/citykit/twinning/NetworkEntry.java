package org.citykit.twinning;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Figure;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.twinning.Membership;
import org.citykit.api.twinning.Network;

/**
 * A network, union or other body of cities, merged from everything that the registries say of it.
 *
 * @param id stable and fit for a URL path without escaping
 * @param sources the registries' own records, whole, by module; at least one
 * @param members its members that are known by name, those of one city side by side
 */
public record NetworkEntry(String id, List<Sourced<Network>> sources, List<Member> members) {
    /**
     * A city's place in the network, as one module holds it.
     *
     * @param city who
     * @param module the module's id
     * @param membership as what, and from when to when
     */
    public record Member(CityEntry city, String module, Membership membership) {}

    public NetworkEntry {
        sources = List.copyOf(sources);
        members = List.copyOf(members);
    }

    /** Its name in every language that a source gives. */
    public Text name() {
        return Texts.merged(sources.stream().map(s -> s.value().name()).toList());
    }

    /** Its short name, or empty. */
    public String acronym() {
        return sources.stream()
                .map(s -> s.value().acronym())
                .filter(a -> !a.isBlank())
                .findFirst()
                .orElse("");
    }

    /** When it was founded, by each source that says so. */
    public List<Sourced<PartialDate>> founded() {
        return sources.stream()
                .flatMap(s -> s.value().founded().stream().map(date -> new Sourced<>(s.module(), date)))
                .toList();
    }

    /** Where its office is, by the first source that says so. */
    public Optional<Text> seat() {
        return sources.stream().flatMap(s -> s.value().seat().stream()).findFirst();
    }

    /** What it is for, in every language that a source gives. */
    public Optional<Text> about() {
        return Texts.mergedIfAny(
                sources.stream().flatMap(s -> s.value().about().stream()).toList());
    }

    /** Its web address. */
    public Optional<URI> web() {
        return sources.stream().flatMap(s -> s.value().web().stream()).findFirst();
    }

    /** Every figure of every source. */
    public List<Figure> figures() {
        return sources.stream()
                .flatMap(s -> s.value().figures().stream())
                .distinct()
                .toList();
    }

    /** Every source. */
    public List<Provenance> provenance() {
        return List.copyOf(new LinkedHashSet<>(
                sources.stream().map(s -> s.value().provenance()).toList()));
    }
}
