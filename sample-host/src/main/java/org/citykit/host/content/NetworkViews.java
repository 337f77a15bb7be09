package org.citykit.host.content;

import java.util.List;
import java.util.Optional;
import org.citykit.api.twinning.Membership;
import org.citykit.host.language.Language;
import org.citykit.host.view.NetworkCard;
import org.citykit.twinning.NetworkEntry;
import org.citykit.twinning.TwinningIndex;

/** Makes what the pages show of networks, in one language. */
final class NetworkViews {
    private final TwinningIndex index;
    private final Phrasing phrasing;
    private final Language language;

    NetworkViews(TwinningIndex index, Phrasing phrasing) {
        this.index = index;
        this.phrasing = phrasing;
        this.language = phrasing.language();
    }

    List<NetworkCard> all() {
        return index.networks("").stream()
                .map(this::card)
                .sorted((one, other) ->
                        language.compare(one.name().text(), other.name().text()))
                .toList();
    }

    private NetworkCard card(NetworkEntry network) {
        return new NetworkCard(
                network.id(),
                phrasing.passage(network.name()),
                network.acronym().isEmpty()
                                || network.acronym().equals(network.name().in(language.locale()))
                        ? Optional.empty()
                        : Optional.of(network.acronym()),
                network.about().map(phrasing::passage),
                network.founded().stream()
                        .findFirst()
                        .map(founded -> phrasing.dates().partial(founded.value())),
                network.seat().map(phrasing::passage),
                network.figures().stream()
                        .map(figure ->
                                phrasing.figure(figure, network.provenance().get(0)))
                        .toList(),
                network.members().stream().map(this::member).distinct().toList(),
                network.web().flatMap(Phrasing::web),
                phrasing.source(network.provenance().get(0)));
    }

    private NetworkCard.Member member(NetworkEntry.Member member) {
        Membership.Role role = member.membership().role();
        return new NetworkCard.Member(
                phrasing.passage(member.city().name()),
                role == Membership.Role.MEMBER
                        ? Optional.empty()
                        : Optional.ofNullable(
                                language.labels().twinning().memberRole().get(role)));
    }
}
