package org.citykit.plugins.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Sink;
import org.citykit.api.twinning.TwinningItem;

/**
 * CityKit's own columns. The column {@code type} says what a row is; several rows together make one item.
 *
 * <p>{@code agreement} (the default), {@code activity} and {@code document} rows share an {@code id}; so do
 * {@code network} and {@code membership} rows; {@code city} rows stand alone; a {@code figure} row belongs to the item
 * whose id its column {@code of} names.
 */
final class CitykitMapping implements Mapping {
    static final Set<String> KEYS = Set.of("id", "of");

    private static final Pattern ID = Pattern.compile("[^\\s\\p{Z}\\p{Cntrl}]{1,200}");

    private final Sourcing sourcing;
    private final Map<String, Gathered> gathered = new LinkedHashMap<>();

    CitykitMapping(Sourcing sourcing) {
        this.sourcing = sourcing;
    }

    /** Rows that together make one item. */
    interface Gathered {
        /** Adds what a row says; throws if it cannot be used, and is then as it was before. */
        void add(String type, Row row, Sourcing sourcing);

        /** The line of the first row. */
        long line();

        /** Makes the item. */
        TwinningItem make();
    }

    @Override
    public void take(Row row) {
        String type = row.find("type").orElse("agreement");
        String id = id(row, type.equals("figure") ? "of" : "id");
        Gathered item = gathered.get(id);
        if (item == null) {
            item = begin(type, id, row.line());
            item.add(type, row, sourcing);
            gathered.put(id, item);
        } else {
            item.add(type, row, sourcing);
        }
    }

    @Override
    public void finish(Table table, Sink<? super TwinningItem> sink) {
        for (Gathered item : gathered.values()) {
            TwinningItem made;
            try {
                made = item.make();
            } catch (InvalidValueException incomplete) {
                table.reject(item.line(), 0, "'" + incomplete.field() + "' " + incomplete.reason());
                continue;
            }
            sink.accept(made);
        }
    }

    private static String id(Row row, String column) {
        String id = row.get(column);
        if (!ID.matcher(id).matches()) {
            throw new InvalidValueException(
                    column, "must have 1 to 200 characters without white space, but is \"" + id + "\"");
        }
        return id;
    }

    private static Gathered begin(String type, String id, long line) {
        return switch (type) {
            case "agreement" -> new GatheredAgreement(id, line);
            case "city" -> new GatheredCity(id, line);
            case "network" -> new GatheredNetwork(id, line);
            case "activity", "document", "membership", "figure" ->
                throw new InvalidValueException(
                        type.equals("figure") ? "of" : "id",
                        "names \"" + id + "\", which no earlier row has begun; put this row below it");
            default ->
                throw new InvalidValueException(
                        "type",
                        "must be agreement, activity, document, city, network, membership or figure, but is \"" + type
                                + "\"");
        };
    }

    /** Says that a row does not belong to this kind of item. */
    static InvalidValueException misplaced(String type, String id) {
        return new InvalidValueException(
                "type", "cannot be \"" + type + "\" for \"" + id + "\", which is something else");
    }
}
