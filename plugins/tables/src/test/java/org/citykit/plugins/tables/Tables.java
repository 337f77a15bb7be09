package org.citykit.plugins.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Outcome;
import org.citykit.api.Text;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Network;
import org.citykit.api.twinning.TwinningItem;
import org.citykit.testkit.CollectingSink;
import org.citykit.testkit.FakeContext;

/** A table in a folder, to be read as a portal would. */
final class Tables {
    private final Path folder;
    private final FakeContext context;
    private String file = "table.csv";
    private TableFormat format = TableFormat.CITYKIT;
    private Map<String, String> columns = Map.of();
    private Optional<String> names = Optional.empty();
    private Optional<Text> source = Optional.of(Text.of("en", "City register"));

    private Tables(Path folder) {
        this.folder = folder;
        this.context = FakeContext.in(folder).make();
    }

    /** What a fetch brought. */
    record Read(Outcome outcome, List<TwinningItem> items, List<Defect> defects) {
        Agreement agreement(String id) {
            return (Agreement) item(id);
        }

        City city(String id) {
            return (City) item(id);
        }

        Network network(String id) {
            return (Network) item(id);
        }

        List<String> ids() {
            return items.stream().map(TwinningItem::id).toList();
        }

        Cursor next() {
            return ((Outcome.Snapshot) outcome).next();
        }

        private TwinningItem item(String id) {
            return items.stream()
                    .filter(item -> item.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Tables in(Path folder) {
        return new Tables(folder);
    }

    Tables file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Tables file(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        file = name;
        return this;
    }

    /** A file that is there already. */
    Tables file(String name) {
        file = name;
        return this;
    }

    Tables names(String name) {
        names = Optional.of(name);
        return this;
    }

    Tables format(TableFormat value) {
        format = value;
        return this;
    }

    Tables columns(String... pairs) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            named.put(pairs[i], pairs[i + 1]);
        }
        columns = named;
        return this;
    }

    Tables withoutSource() {
        source = Optional.empty();
        return this;
    }

    Read read() throws Exception {
        return read(Cursor.start());
    }

    Read read(Cursor since) throws Exception {
        TablesSettings settings = new TablesSettings(
                Optional.of(file),
                Optional.empty(),
                format,
                Optional.empty(),
                columns,
                names,
                source,
                Optional.empty(),
                Optional.empty());
        CollectingSink<TwinningItem> sink = CollectingSink.of(TwinningItem.class);
        Outcome outcome = new TablesRegistry().open(settings, context).fetch(since, sink);
        return new Read(outcome, sink.items(), sink.defects());
    }
}
