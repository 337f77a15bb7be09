package org.citykit.plugins.anniversaries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CityRef;
import org.citykit.api.Text;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Party;

/** What the cities of some agreements are called, and which references mean one city. Immutable. */
final class CityNames {
    private static final int MOST_LANGUAGES = 100;

    private final Map<CityRef, CityRef> canonical;
    private final Map<CityRef, Text> names;

    private CityNames(Map<CityRef, CityRef> canonical, Map<CityRef, Text> names) {
        this.canonical = canonical;
        this.names = names;
    }

    /** Looks the parties of agreements up among cities. */
    static CityNames of(List<Agreement> agreements, List<City> cities) {
        Set<CityRef> wanted = new HashSet<>();
        agreements.forEach(
                agreement -> agreement.parties().forEach(party -> party.city().ifPresent(wanted::add)));
        Map<CityRef, CityRef> canonical = new HashMap<>();
        Map<CityRef, Text> names = new HashMap<>();
        for (City city : cities) {
            List<CityRef> refs = new ArrayList<>(city.sameAs());
            refs.add(city.ref());
            refs.retainAll(wanted);
            if (!refs.isEmpty()) {
                CityRef first = refs.stream()
                        .map(ref -> canonical.getOrDefault(ref, ref))
                        .min((a, b) -> a.toString().compareTo(b.toString()))
                        .orElseThrow();
                refs.forEach(ref -> canonical.put(ref, first));
                names.merge(first, city.name(), CityNames::together);
            }
        }
        return new CityNames(canonical, names);
    }

    /** Names a party: equal for two parties that are one city. */
    String identity(Party party) {
        return party.city()
                .map(ref -> canonical.getOrDefault(ref, ref).toString())
                .orElseGet(() -> party.name().original().strip().toLowerCase(Locale.ROOT));
    }

    /** True if a party is the city with a reference. */
    boolean is(Party party, CityRef ref) {
        return party.city()
                .filter(own ->
                        own.equals(ref) || canonical.getOrDefault(own, own).equals(canonical.getOrDefault(ref, ref)))
                .isPresent();
    }

    /** What a party is called in a language: by the agreement, by a registry of cities, or as the original has it. */
    String in(Locale language, Party party) {
        Optional<String> registered = party.city()
                .map(ref -> canonical.getOrDefault(ref, ref))
                .map(names::get)
                .flatMap(name -> name.find(language));
        return party.name()
                .find(language)
                .or(() -> registered)
                .orElseGet(() -> party.name().original())
                .strip();
    }

    private static Text together(Text one, Text other) {
        Map<String, String> both = new LinkedHashMap<>(one.texts());
        other.texts().forEach((tag, name) -> {
            if (both.size() < MOST_LANGUAGES) {
                both.putIfAbsent(tag, name);
            }
        });
        return new Text(both);
    }
}
