package org.citykit.plugins.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.twinning.TwinningItem;
import org.citykit.api.twinning.TwinningRegistry;

/** A registry from a table. */
@Provider(id = "tables", settings = TablesSettings.class)
public final class TablesRegistry implements TwinningRegistry<TablesSettings> {
    private static final String TABLE = "table";
    private static final String NAMES = "names";
    private static final Text WIKIDATA = Text.of("en", "Wikidata, property P190")
            .and("fa", "ویکی‌داده، ویژگی P190")
            .and("ar", "ويكي بيانات، الخاصية P190");
    private static final Text GEONAMES =
            Text.of("en", "GeoNames").and("fa", "جئونیمز").and("ar", "جيونيمز");

    @Override
    public Source<TwinningItem> open(TablesSettings settings, PluginContext context) {
        return (since, sink) -> fetch(settings, context, since, sink);
    }

    private static Outcome fetch(
            TablesSettings settings, PluginContext context, Cursor since, Sink<? super TwinningItem> sink) {
        Map<String, Fetched> inputs = inputs(settings, context, since);
        if (inputs.values().stream().allMatch(Fetched::unchanged)) {
            return Outcome.nothingNew();
        }
        Map<String, Fetched> whole = inputs.values().stream().anyMatch(Fetched::unchanged)
                ? inputs(settings, context, Cursor.start())
                : inputs;
        read(settings, whole, sink);
        Map<String, Cursor> next = new LinkedHashMap<>();
        whole.forEach((name, input) -> next.put(name, input.cursor()));
        return Outcome.snapshot(Cursor.ofParts(next));
    }

    private static Map<String, Fetched> inputs(TablesSettings settings, PluginContext context, Cursor since) {
        Map<String, Fetched> inputs = new LinkedHashMap<>();
        Cursor table = since.part(TABLE);
        settings.file().ifPresent(file -> inputs.put(TABLE, context.files().read(file, table)));
        settings.feed().ifPresent(feed -> inputs.put(TABLE, context.http().get(feed, table)));
        settings.names().ifPresent(names -> inputs.put(NAMES, context.files().read(names, since.part(NAMES))));
        return inputs;
    }

    private static void read(TablesSettings settings, Map<String, Fetched> inputs, Sink<? super TwinningItem> sink) {
        Fetched content = Objects.requireNonNull(inputs.get(TABLE));
        switch (settings.format()) {
            case CITYKIT -> {
                Table table = table(settings, Columns.named(settings.columns(), CitykitMapping.KEYS), sink);
                finish(table, content, new CitykitMapping(new Sourcing(settings, Optional.empty())), sink);
            }
            case WIKIDATA_P190 -> {
                WikidataMapping mapping = new WikidataMapping(new Sourcing(settings, Optional.of(WIKIDATA)));
                Optional.ofNullable(inputs.get(NAMES))
                        .ifPresent(names -> names(settings, sink).read(names, mapping::takeName));
                finish(table(settings, Columns.fixed(WikidataMapping.COLUMNS), sink), content, mapping, sink);
            }
            case GEONAMES -> {
                Table table = table(settings, Columns.fixed(GeonamesMapping.COLUMNS), sink);
                finish(table, content, new GeonamesMapping(new Sourcing(settings, Optional.of(GEONAMES))), sink);
            }
        }
    }

    private static void finish(Table table, Fetched content, Mapping mapping, Sink<? super TwinningItem> sink) {
        table.read(content, mapping);
        mapping.finish(table, sink);
    }

    private static Table table(TablesSettings settings, Columns columns, Sink<? super TwinningItem> sink) {
        return new Table(settings.where(), columns, settings.layoutOrGuess(), sink::reject);
    }

    private static Table names(TablesSettings settings, Sink<? super TwinningItem> sink) {
        String where = settings.names().orElse("");
        return new Table(where, Columns.fixed(WikidataMapping.NAME_COLUMNS), TableLayout.of(where), sink::reject);
    }
}
