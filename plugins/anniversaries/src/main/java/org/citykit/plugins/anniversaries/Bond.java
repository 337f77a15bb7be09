package org.citykit.plugins.anniversaries;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citykit.api.CityRef;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Party;

/**
 * One relation as one or more registries hold it: agreements between the same parties about the same matter.
 *
 * @param id the first agreement's id, made different where two registries use one id for two relations
 * @param agreements at least one; the first gives kind and parties
 */
record Bond(String id, List<Agreement> agreements) {
    /** The bonds among agreements, in the order of their first agreements. */
    static List<Bond> among(List<Agreement> agreements, CityNames names, AnniversarySettings settings) {
        List<CityRef> cities = settings.cities().stream().map(CityRef::parse).toList();
        Map<String, List<Agreement>> groups = new LinkedHashMap<>();
        for (Agreement agreement : agreements) {
            if (cities.isEmpty() || concerns(agreement, cities, names)) {
                groups.computeIfAbsent(key(agreement, names), first -> new ArrayList<>(1))
                        .add(agreement);
            }
        }
        List<Bond> bonds = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        groups.forEach((key, group) -> {
            String id = group.get(0).id();
            bonds.add(new Bond(taken.add(id) ? id : Ids.with(id, key), List.copyOf(group)));
        });
        return bonds;
    }

    AgreementKind kind() {
        return agreements.get(0).kind();
    }

    List<Party> parties() {
        return agreements.get(0).parties();
    }

    private static boolean concerns(Agreement agreement, List<CityRef> cities, CityNames names) {
        return agreement.parties().stream().anyMatch(party -> cities.stream().anyMatch(city -> names.is(party, city)));
    }

    private static String key(Agreement agreement, CityNames names) {
        TreeSet<String> parties = new TreeSet<>();
        agreement.parties().forEach(party -> parties.add(names.identity(party)));
        AgreementKind matter = agreement.kind() == AgreementKind.SISTER ? AgreementKind.TWIN : agreement.kind();
        return matter + "\n" + String.join("\n", parties);
    }
}
