package org.citykit.plugins.tables;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.citykit.api.CityKitException;
import org.citykit.api.Fetched;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Rows of a YAML list, in which every value is the text that was written: {@code no} is Norway, not a falsehood. A map
 * inside a row becomes the columns {@code name:fa}, {@code name:ar} …; a list becomes one cell with semicolons.
 */
final class YamlRows {
    private static final int DEPTH = 50;

    private final Table table;
    private final Columns columns;

    YamlRows(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
    }

    void read(Fetched content, RowTaker taker) {
        Node root = root(content.text());
        if (!(root instanceof SequenceNode list)) {
            throw unreadable(root == null ? null : root.getStartMark(), "must be a list of rows");
        }
        for (Node row : list.getValue()) {
            Mark begin = row.getStartMark();
            if (row instanceof MappingNode cells) {
                taker.take(new Row(begin.getLine() + 1L, cells(cells)));
            } else {
                table.reject(begin.getLine() + 1L, begin.getColumn() + 1L, "is no row; write it as names and values");
            }
        }
    }

    private @Nullable Node root(String text) {
        try {
            check(text);
            return yaml().compose(new StringReader(text));
        } catch (MarkedYAMLException malformed) {
            throw unreadable(malformed.getProblemMark(), "cannot be read: " + malformed.getProblem());
        } catch (YAMLException malformed) {
            throw unreadable(null, "cannot be read: " + malformed.getMessage());
        }
    }

    /** Refuses aliases and depth while they are read, before the library builds anything of them. */
    private void check(String text) {
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof AliasEvent) {
                throw unreadable(
                        event.getStartMark(),
                        "repeats something by an alias ('*name'), which is not read; write the value itself");
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEPTH) {
                throw unreadable(event.getStartMark(), "has more than " + DEPTH + " lists and maps inside each other");
            }
        }
    }

    private static Yaml yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(Integer.MAX_VALUE); // the context has limited the file already
        limits.setNestingDepthLimit(DEPTH);
        return new Yaml(limits);
    }

    private Map<String, Row.Cell> cells(MappingNode row) {
        Map<String, Row.Cell> cells = new LinkedHashMap<>();
        for (NodeTuple pair : row.getValue()) {
            String name = columns.our(text(pair.getKeyNode()));
            if (pair.getValueNode() instanceof MappingNode inner) {
                inner.getValue().forEach(part -> put(cells, name + ":" + text(part.getKeyNode()), part.getValueNode()));
            } else {
                put(cells, name, pair.getValueNode());
            }
        }
        return cells;
    }

    private static void put(Map<String, Row.Cell> cells, String name, Node value) {
        String text = text(value).strip();
        boolean nothing = value instanceof ScalarNode scalar
                && scalar.isPlain()
                && (text.isEmpty() || text.equals("~") || text.equals("null"));
        if (!nothing && !text.isEmpty()) {
            cells.put(name, new Row.Cell(text, value.getStartMark().getColumn() + 1));
        }
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(YamlRows::text).collect(Collectors.joining(";"))
                : "";
    }

    private CityKitException unreadable(@Nullable Mark at, String why) {
        return at == null ? table.unreadable(0, 0, why) : table.unreadable(at.getLine() + 1L, at.getColumn() + 1L, why);
    }
}
