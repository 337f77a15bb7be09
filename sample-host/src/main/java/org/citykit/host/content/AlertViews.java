package org.citykit.host.content;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.api.Text;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.crisis.AlertBoard;
import org.citykit.crisis.AlertState;
import org.citykit.host.language.Labels.AlertLabels;
import org.citykit.host.language.Language;
import org.citykit.host.view.Address;
import org.citykit.host.view.AlertCard;
import org.citykit.host.view.AlertView;
import org.citykit.host.view.AlertsView;
import org.citykit.host.view.Link;

/** Makes what the pages show of alerts, in one language. */
final class AlertViews {
    private static final Comparator<Alert> WORST_FIRST =
            Comparator.comparing((Alert alert) -> alert.hazard().severity());

    private final AlertBoard board;
    private final Phrasing phrasing;
    private final Language language;
    private final AlertLabels labels;

    AlertViews(AlertBoard board, Phrasing phrasing) {
        this.board = board;
        this.phrasing = phrasing;
        this.language = phrasing.language();
        this.labels = language.labels().alerts();
    }

    /** The warnings that hold, worst first and then the latest first. */
    List<AlertCard> inForce() {
        return board.inForce().stream().sorted(WORST_FIRST).map(this::card).toList();
    }

    /** The same, and after them the cancellations and all-clears that hold. */
    List<AlertCard> current() {
        return Stream.concat(inForce().stream(), board.ended().stream().map(this::card))
                .toList();
    }

    AlertsView all() {
        return new AlertsView(
                current(),
                board.history().stream()
                        .filter(alert -> !holds(alert))
                        .map(this::card)
                        .toList());
    }

    private boolean holds(Alert alert) {
        return board.state(alert.id()).equals(Optional.of(AlertState.IN_FORCE));
    }

    Optional<AlertView> one(String id) {
        return board.alert(id).map(this::view);
    }

    private AlertCard card(Alert alert) {
        return new AlertCard(
                href(alert),
                Address.value(alert.hazard().severity()),
                label(labels.severity(), alert.hazard().severity()),
                label(labels.emergency(), alert.emergency()),
                label(labels.message(), alert.message()),
                alert.nature() == Alert.Nature.EXERCISE,
                phrasing.passage(alert.headline()),
                alert.areas().stream()
                        .map(Area::description)
                        .map(phrasing::passage)
                        .toList(),
                phrasing.dates().moment(alert.sent()),
                phrasing.dates().moment(alert.expires()));
    }

    private AlertView view(Alert alert) {
        List<Alert> chain = board.chain(alert.id());
        return new AlertView(
                card(alert),
                holds(alert),
                board.successor(alert.id())
                        .map(newer -> new Link(href(newer), newer.headline().in(language.locale()))),
                phrasing.paragraphs(alert.instruction()),
                phrasing.paragraphs(alert.body()),
                phrasing.passage(alert.sender()),
                label(language.labels().audience(), alert.audience()),
                label(labels.urgency(), alert.hazard().urgency()),
                label(labels.certainty(), alert.hazard().certainty()),
                translations(alert),
                chain.size() < 2
                        ? List.of()
                        : chain.stream()
                                .sorted(Comparator.comparing(Alert::sent).reversed())
                                .map(this::card)
                                .toList(),
                alert.web().flatMap(Phrasing::web),
                "/feeds/alerts/" + Address.segment(alert.id()) + ".cap.xml");
    }

    private List<AlertView.Translation> translations(Alert alert) {
        String shown = alert.headline().tagFor(language.locale());
        return alert.headline().tags().stream()
                .filter(tag -> !tag.equals(shown) && !tag.equals(Text.UNDETERMINED))
                .map(tag -> translation(alert, Locale.forLanguageTag(tag)))
                .toList();
    }

    private static AlertView.Translation translation(Alert alert, Locale other) {
        return new AlertView.Translation(
                other.toLanguageTag(),
                Language.direction(other),
                other.getDisplayName(other),
                alert.headline().in(other),
                alert.instruction().in(other).lines().toList(),
                alert.body().in(other).lines().toList());
    }

    private String href(Alert alert) {
        return Address.of(language, "alerts", alert.id()).toString();
    }

    private static <E> String label(Map<E, String> labels, E constant) {
        return Optional.ofNullable(labels.get(constant)).orElseThrow();
    }
}
