package org.citykit.plugins.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Fetched;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Rows of a JSON or YAML list. A map inside a row becomes the columns {@code name:fa}, {@code name:ar} …; a list becomes
 * one cell with semicolons.
 */
final class TreeRows {
    private static final int ALIASES = 100;
    private static final int DEPTH = 50;

    private final Table table;
    private final Columns columns;
    private final ObjectMapper mapper;

    private TreeRows(Table table, Columns columns, JsonFactory factory) {
        this.table = table;
        this.columns = columns;
        this.mapper = new ObjectMapper(factory);
    }

    static TreeRows json(Table table, Columns columns) {
        return new TreeRows(table, columns, new JsonFactory());
    }

    static TreeRows yaml(Table table, Columns columns) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(Integer.MAX_VALUE); // the context has limited the file already
        limits.setMaxAliasesForCollections(ALIASES);
        limits.setNestingDepthLimit(DEPTH);
        return new TreeRows(
                table, columns, YAMLFactory.builder().loaderOptions(limits).build());
    }

    void read(Fetched content, RowTaker taker) {
        try (JsonParser parser = mapper.createParser(content.text())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw unreadable(parser.currentTokenLocation(), "must be a list of rows");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                JsonLocation begin = parser.currentTokenLocation();
                JsonNode node = mapper.readTree(parser);
                if (node != null && node.isObject()) {
                    taker.take(new Row(begin.getLineNr(), cells(node)));
                } else {
                    table.reject(begin.getLineNr(), begin.getColumnNr(), "is no row; write it as names and values");
                }
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            throw unreadable(malformed.getLocation(), "cannot be read: " + malformed.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory cannot be read.", impossible);
        }
    }

    private Map<String, Row.Cell> cells(JsonNode row) {
        Map<String, Row.Cell> cells = new LinkedHashMap<>();
        row.properties().forEach(property -> {
            String name = columns.our(property.getKey());
            if (property.getValue().isObject()) {
                property.getValue()
                        .properties()
                        .forEach(inner -> put(cells, name + ":" + inner.getKey(), inner.getValue()));
            } else {
                put(cells, name, property.getValue());
            }
        });
        return cells;
    }

    private static void put(Map<String, Row.Cell> cells, String name, JsonNode value) {
        String text = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(";"))
                : value.isNull() ? "" : value.asText();
        if (!text.isBlank()) {
            cells.put(name, new Row.Cell(text.strip(), 0));
        }
    }

    private CityKitException unreadable(JsonLocation at, String why) {
        return new CityKitException(
                ApiError.DATA_UNREADABLE,
                "'" + table.where() + "' line " + at.getLineNr() + " column " + at.getColumnNr() + " " + why
                        + ". The data that was read before is kept.");
    }
}
