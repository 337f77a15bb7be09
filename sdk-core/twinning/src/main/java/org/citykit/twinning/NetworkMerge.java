package org.citykit.twinning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.citykit.api.twinning.Network;
import org.citykit.text.Folding;

/** Makes one entry of all networks that bear one name. */
final class NetworkMerge {
    private static final Comparator<Drawn> ORDER = Comparator.comparing((Drawn drawn) -> drawn.network.module())
            .thenComparing(drawn -> drawn.network.value().id());

    /** A network, and the place of each of its members. */
    record Drawn(Sourced<Network> network, List<Place> places) {}

    private NetworkMerge() {}

    /** All networks, under their own id and every other that leads to them. */
    static Map<String, NetworkEntry> merge(List<Drawn> networks, Function<Place, CityEntry> entries) {
        Map<String, List<Drawn>> groups = new LinkedHashMap<>();
        Map<String, String> groupOfName = new LinkedHashMap<>();
        for (Drawn drawn : networks.stream().sorted(ORDER).toList()) {
            List<String> names = names(drawn.network.value());
            String group = names.stream()
                    .filter(groupOfName::containsKey)
                    .findFirst()
                    .map(groupOfName::get)
                    .orElse(drawn.network.module() + " " + drawn.network.value().id());
            names.forEach(name -> groupOfName.putIfAbsent(name, group));
            groups.computeIfAbsent(group, unknown -> new ArrayList<>()).add(drawn);
        }
        Map<String, NetworkEntry> byId = new TreeMap<>();
        groups.values().forEach(group -> add(byId, group, entries));
        return byId;
    }

    private static void add(Map<String, NetworkEntry> byId, List<Drawn> group, Function<Place, CityEntry> entries) {
        List<String> ids = new ArrayList<>();
        for (Drawn drawn : group) {
            String id = PlaceIds.escaped(drawn.network.value().id());
            while (byId.containsKey(id)) {
                id = PlaceIds.escaped(drawn.network.module()) + "." + id;
            }
            ids.add(id);
        }
        NetworkEntry entry = entry(ids.get(0), group, entries);
        ids.forEach(id -> byId.putIfAbsent(id, entry));
    }

    private static NetworkEntry entry(String id, List<Drawn> group, Function<Place, CityEntry> entries) {
        List<NetworkEntry.Member> members = new ArrayList<>();
        for (Drawn drawn : group) {
            for (int i = 0; i < drawn.places.size(); i++) {
                members.add(new NetworkEntry.Member(
                        entries.apply(drawn.places.get(i).root()),
                        drawn.network.module(),
                        drawn.network.value().members().get(i)));
            }
        }
        members.sort(Comparator.comparing(member -> member.city().id()));
        return new NetworkEntry(id, group.stream().map(Drawn::network).toList(), members);
    }

    private static List<String> names(Network network) {
        return network.name().texts().values().stream()
                .map(Folding::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }
}
