package org.citykit.plugins.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citykit.api.CityRef;
import org.citykit.api.InvalidValueException;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Sink;
import org.citykit.api.Text;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.Statement;
import org.citykit.api.twinning.TwinningItem;

/**
 * Wikidata's P190 statements. Each row is directed: the first place says that it is twinned with the second; a pair that
 * only one side states stays so.
 */
final class WikidataMapping implements Mapping {
    static final List<String> COLUMNS = List.of("by", "of", "since", "until");
    static final List<String> NAME_COLUMNS = List.of("id", "name");

    private static final Pattern Q_ID = Pattern.compile("Q[1-9]\\d{0,11}");

    private final Provenance provenance;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<Pair, Map<String, Said>> statedBy = new LinkedHashMap<>();

    private record Pair(String one, String other) {}

    private record Said(Optional<PartialDate> since, Optional<PartialDate> until) {}

    WikidataMapping(Sourcing sourcing) {
        this.provenance = sourcing.ofAll();
    }

    /** Takes a row of the file of names. */
    void takeName(Row row) {
        names.put(qid(row, "id"), row.get("name"));
    }

    @Override
    public void take(Row row) {
        String by = qid(row, "by");
        String of = qid(row, "of");
        if (by.equals(of)) {
            throw new InvalidValueException("of", "is the same place as 'by': " + by);
        }
        Pair pair = by.compareTo(of) < 0 ? new Pair(by, of) : new Pair(of, by);
        Said said = new Said(Cells.date(row, "since"), Cells.date(row, "until"));
        statedBy.computeIfAbsent(pair, first -> new LinkedHashMap<>()).putIfAbsent(by, said);
    }

    @Override
    public void finish(Table table, Sink<? super TwinningItem> sink) {
        statedBy.forEach((pair, stating) -> sink.accept(agreement(pair, stating)));
        names.forEach((qid, name) -> sink.accept(city(qid, name)));
    }

    private Agreement agreement(Pair pair, Map<String, Said> stating) {
        List<Statement> statements = new ArrayList<>();
        stating.forEach((by, said) -> statements.add(new Statement(
                ref(by).toString(), AgreementKind.TWIN, said.since(), said.until(), Optional.empty(), provenance)));
        return Agreement.builder("P190-" + pair.one() + "-" + pair.other(), AgreementKind.TWIN)
                .parties(party(pair.one()), party(pair.other()))
                .statements(statements)
                .build();
    }

    private Party party(String qid) {
        return Party.of(ref(qid), Text.of(names.getOrDefault(qid, qid)));
    }

    private City city(String qid, String name) {
        return new City(
                ref(qid),
                City.Kind.CITY,
                Text.of(name),
                List.of(),
                Set.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                provenance);
    }

    private static CityRef ref(String qid) {
        return new CityRef("wikidata", qid);
    }

    private static String qid(Row row, String column) {
        String text = row.get(column);
        String qid = text.substring(text.lastIndexOf('/') + 1);
        if (!Q_ID.matcher(qid).matches()) {
            throw new InvalidValueException(column, "must be a Q-id such as Q3616, but is \"" + text + "\"");
        }
        return qid;
    }
}
