package org.citykit.twinning;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.text.Alphabet;
import org.citykit.text.SearchWords;
import org.citykit.text.TokenIndex;

/** Answers questions about networks. Immutable and thread-safe. */
final class NetworkSearch {
    private final Map<String, NetworkEntry> byId;
    private final List<NetworkEntry> networks;
    private final Lazy<TokenIndex> texts;

    NetworkSearch(Map<String, NetworkEntry> byId) {
        this.byId = byId;
        Alphabet alphabet = Alphabet.of(Locale.ENGLISH);
        networks = new LinkedHashSet<>(byId.values())
                .stream()
                        .sorted(Comparator.comparing((NetworkEntry network) ->
                                        alphabet.key(network.name().in(Locale.ENGLISH)))
                                .thenComparing(NetworkEntry::id))
                        .toList();
        texts = new Lazy<>(this::makeTexts);
    }

    List<NetworkEntry> find(String text) {
        SearchWords words = SearchWords.of(Bounds.text(text));
        if (words.isEmpty()) {
            return text.isBlank() ? networks : List.of();
        }
        return words.find(this::holders).stream().mapToObj(networks::get).toList();
    }

    Optional<NetworkEntry> network(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<NetworkEntry> of(String cityId) {
        return networks.stream()
                .filter(network -> network.members().stream()
                        .anyMatch(member -> member.city().id().equals(cityId)))
                .toList();
    }

    int size() {
        return networks.size();
    }

    private BitSet holders(String word, boolean unfinished) {
        BitSet found = new BitSet();
        texts.get().collect(word, unfinished, found);
        return found;
    }

    private TokenIndex makeTexts() {
        TokenIndex.Builder builder = new TokenIndex.Builder();
        for (int number = 0; number < networks.size(); number++) {
            NetworkEntry network = networks.get(number);
            int document = number;
            builder.add(document, network.acronym());
            network.sources().forEach(source -> {
                source.value().name().texts().values().forEach(name -> builder.add(document, name));
                source.value()
                        .about()
                        .ifPresent(about -> about.texts().values().forEach(wording -> builder.add(document, wording)));
            });
        }
        return builder.build();
    }
}
