package org.citykit.plugins.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citykit.api.Figure;
import org.citykit.api.InvalidValueException;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.api.twinning.Activity;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.Document;
import org.citykit.api.twinning.Field;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.LifecycleStep;
import org.citykit.api.twinning.NationalCoordination;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.ReasonCode;
import org.citykit.api.twinning.Statement;
import org.citykit.api.twinning.TwinningItem;

/** The rows of one agreement: each {@code agreement} row is one statement about it. */
final class GatheredAgreement implements CitykitMapping.Gathered {
    private static final Pattern PARTY = Pattern.compile("party-(\\d{1,4})(?:[-:].*)?");

    private static final int WHOLE = 100;

    private final String id;
    private final long line;
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<LifecycleStep> lifecycle = new ArrayList<>();
    private final Map<Dimension, Integer> dimensions = new EnumMap<>(Dimension.class);
    private final Set<Field> fields = new LinkedHashSet<>();
    private final List<NationalCoordination> coordination = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private AgreementKind kind = AgreementKind.CONTACT;
    private Optional<Text> title = Optional.empty();

    GatheredAgreement(String id, long line) {
        this.id = id;
        this.line = line;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void add(String type, Row row, Sourcing sourcing) {
        Provenance provenance = sourcing.of(row);
        switch (type) {
            case "agreement" -> statement(row, provenance);
            case "activity" -> activities.add(activity(row, provenance));
            case "document" -> documents.add(document(row));
            case "figure" -> figures.add(Cells.figure(row, provenance));
            default -> throw CitykitMapping.misplaced(type, id);
        }
    }

    @Override
    public TwinningItem make() {
        Agreement.Builder builder = Agreement.builder(id, kind)
                .parties(parties.values())
                .statements(statements)
                .lifecycle(lifecycle)
                .dimensions(dimensions)
                .fields(fields)
                .coordination(coordination)
                .activities(activities)
                .documents(documents)
                .resources(figures);
        title.ifPresent(builder::title);
        return builder.build();
    }

    private void statement(Row row, Provenance provenance) {
        AgreementKind said = row.as("kind", Cells.constant(AgreementKind.class))
                .orElseThrow(() -> new InvalidValueException("kind", "is missing"));
        Map<String, Party> sides = sides(row);
        Optional<Text> called = title.or(() -> row.text("title"));
        Statement statement = new Statement(
                by(row, sides), said, Cells.date(row, "since"), Cells.date(row, "until"), row.text("note"), provenance);
        Optional<LifecycleStep> step = step(row, provenance);
        Map<Dimension, Integer> weights = weights(row);
        List<Field> done = row.all("fields", Cells.constant(Field.class));
        Optional<NationalCoordination> national = national(row);

        if (statements.isEmpty()) {
            kind = said;
        }
        title = called;
        sides.forEach(parties::putIfAbsent);
        statements.add(statement);
        step.ifPresent(lifecycle::add);
        dimensions.putAll(weights);
        fields.addAll(done);
        national.ifPresent(coordination::add);
    }

    private static Map<String, Party> sides(Row row) {
        Map<String, Party> sides = new LinkedHashMap<>();
        row.cells().keySet().stream()
                .map(PARTY::matcher)
                .filter(Matcher::matches)
                .map(match -> Integer.valueOf(match.group(1)))
                .distinct()
                .sorted()
                .forEach(number ->
                        Cells.party(row, "party-" + number).ifPresent(party -> sides.put(party.key(), party)));
        return sides;
    }

    private static String by(Row row, Map<String, Party> sides) {
        return row.as("by", Integer::valueOf)
                .map(number -> {
                    if (number < 1 || number > sides.size()) {
                        throw new InvalidValueException("by", "must count the parties from 1 to " + sides.size());
                    }
                    return List.copyOf(sides.keySet()).get(number - 1);
                })
                .orElse("");
    }

    private static Optional<LifecycleStep> step(Row row, Provenance provenance) {
        return row.as("state", Cells.constant(LifecycleState.class)).map(state -> {
            Optional<PartialDate> at = Cells.date(row, "state-at");
            return new LifecycleStep(
                    state,
                    at,
                    row.text("actor"),
                    row.as("reason", Cells.constant(ReasonCode.class)).orElse(ReasonCode.UNSTATED),
                    row.text("reason-note"),
                    provenance);
        });
    }

    private static Map<Dimension, Integer> weights(Row row) {
        Map<Dimension, Integer> weights = new EnumMap<>(Dimension.class);
        row.all("dimensions", GatheredAgreement::weight).forEach(weights::putAll);
        return weights;
    }

    private static Map<Dimension, Integer> weight(String text) {
        String[] pair = text.split("=", 2);
        int weight = pair.length == 2 ? Cells.number(pair[1].strip()).intValue() : WHOLE;
        return Map.of(Cells.constant(Dimension.class).apply(pair[0]), weight);
    }

    private static Optional<NationalCoordination> national(Row row) {
        return row.text("authority")
                .map(authority -> new NationalCoordination(
                        authority,
                        row.as("authority-state", Cells.constant(NationalCoordination.State.class))
                                .orElse(NationalCoordination.State.TO_BE_TOLD),
                        Cells.date(row, "authority-at")));
    }

    private static Activity activity(Row row, Provenance provenance) {
        return new Activity(
                row.text("title").orElseThrow(() -> new InvalidValueException("title", "is missing")),
                Set.copyOf(row.all("fields", Cells.constant(Field.class))),
                Cells.date(row, "at"),
                row.text("outcome"),
                provenance);
    }

    private static Document document(Row row) {
        return new Document(
                row.text("title").orElseThrow(() -> new InvalidValueException("title", "is missing")),
                row.as("address", Cells::address).orElseThrow(() -> new InvalidValueException("address", "is missing")),
                Cells.date(row, "at"));
    }
}
