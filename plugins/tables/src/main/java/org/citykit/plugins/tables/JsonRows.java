package org.citykit.plugins.tables;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.citykit.api.CityKitException;
import org.citykit.api.Fetched;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a JSON list. A map inside a row becomes the columns {@code name:fa}, {@code name:ar} …; a list becomes one
 * cell with semicolons.
 */
final class JsonRows {
    private final Table table;
    private final Columns columns;
    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    JsonRows(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
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
            if (parser.nextToken() != null) {
                throw unreadable(parser.currentTokenLocation(), "goes on after the end of the list");
            }
        } catch (JsonProcessingException malformed) {
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

    private CityKitException unreadable(@Nullable JsonLocation at, String why) {
        return at == null ? table.unreadable(0, 0, why) : table.unreadable(at.getLineNr(), at.getColumnNr(), why);
    }
}
