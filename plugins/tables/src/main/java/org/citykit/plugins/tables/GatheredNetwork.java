package org.citykit.plugins.tables;

import java.util.ArrayList;
import java.util.List;
import org.citykit.api.Figure;
import org.citykit.api.InvalidValueException;
import org.citykit.api.twinning.Membership;
import org.citykit.api.twinning.Network;
import org.citykit.api.twinning.TwinningItem;
import org.jspecify.annotations.Nullable;

/** The rows of one network: one {@code network} row, its memberships and figures. */
final class GatheredNetwork implements CitykitMapping.Gathered {
    private final String id;
    private final long line;
    private final List<Membership> members = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private @Nullable Network network;

    GatheredNetwork(String id, long line) {
        this.id = id;
        this.line = line;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void add(String type, Row row, Sourcing sourcing) {
        switch (type) {
            case "network" -> {
                if (network != null) {
                    throw new InvalidValueException("id", "has \"" + id + "\" a second time");
                }
                network = network(row, sourcing);
            }
            case "membership" -> members.add(membership(row));
            case "figure" -> figures.add(Cells.figure(row, sourcing.of(row)));
            default -> throw CitykitMapping.misplaced(type, id);
        }
    }

    @Override
    public TwinningItem make() {
        Network made = network;
        if (made == null) {
            throw new InvalidValueException("id", "has no row of type network for \"" + id + "\"");
        }
        return new Network(
                made.id(),
                made.name(),
                made.acronym(),
                made.founded(),
                made.seat(),
                made.about(),
                made.web(),
                members,
                figures,
                made.provenance());
    }

    private static Network network(Row row, Sourcing sourcing) {
        return new Network(
                row.get("id"),
                row.text("name").orElseThrow(() -> new InvalidValueException("name", "is missing")),
                row.orEmpty("acronym"),
                Cells.date(row, "founded"),
                row.text("seat"),
                row.text("about"),
                row.as("web", Cells::address),
                List.of(),
                List.of(),
                sourcing.of(row));
    }

    private static Membership membership(Row row) {
        return new Membership(
                Cells.party(row, "member").orElseThrow(() -> new InvalidValueException("member", "is missing")),
                row.as("role", Cells.constant(Membership.Role.class)).orElse(Membership.Role.MEMBER),
                Cells.date(row, "from"),
                Cells.date(row, "until"));
    }
}
