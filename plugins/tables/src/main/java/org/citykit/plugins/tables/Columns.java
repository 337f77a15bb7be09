package org.citykit.plugins.tables;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the columns of a table are called: by its first line, by a fixed list, or by the settings. */
final class Columns {
    private final Map<String, String> ours = new HashMap<>();
    private final Set<String> expected = new LinkedHashSet<>();
    private final Set<String> keys;
    private final List<String> fixed;

    private Columns(Map<String, String> renamed, Set<String> keys, List<String> fixed) {
        renamed.forEach((our, their) -> {
            ours.put(normal(their), our);
            expected.add(our);
        });
        this.keys = keys;
        this.fixed = fixed;
    }

    /**
     * Columns named by the first line of the table, or by their numbers.
     *
     * @param renamed their names, or their numbers, by ours
     * @param keys ours, one of which a first line must hold for the table to be one of ours
     */
    static Columns named(Map<String, String> renamed, Set<String> keys) {
        return TablesSettings.byNumber(renamed)
                ? new Columns(Map.of(), Set.of(), numbers(renamed))
                : new Columns(renamed, keys, List.of());
    }

    /** Columns without a first line of names. */
    static Columns fixed(List<String> names) {
        return new Columns(Map.of(), Set.of(), names);
    }

    /** The names of a table without a first line of names; empty if it has one. */
    List<String> fixed() {
        return fixed;
    }

    /**
     * Our names for the names in a first line.
     *
     * @throws org.citykit.api.CityKitException if they are not the names of a table of ours
     */
    List<String> of(List<String> firstLine, Table table, long line) {
        List<String> names = firstLine.stream().map(this::our).toList();
        if (!keys.isEmpty() && names.stream().noneMatch(keys::contains)) {
            throw table.unreadable(
                    line,
                    0,
                    "names no column '"
                            + String.join("' or '", keys.stream().sorted().toList()) + "'");
        }
        expected.stream()
                .filter(our -> !names.contains(our))
                .forEach(our -> table.reject(
                        line, 0, "the settings name a column for '" + our + "', which this line does not have"));
        names.stream()
                .filter(name -> !name.isEmpty() && names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .forEach(name -> table.reject(line, 0, "has the column '" + name + "' twice; the first is used"));
        return names;
    }

    /** Our name for a column of the table. */
    String our(String their) {
        String normal = normal(their);
        return ours.getOrDefault(normal, normal);
    }

    /** A row from the cells of a line. */
    static Row row(long line, List<String> names, List<String> cells, List<Integer> positions) {
        Map<String, Row.Cell> filled = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            String text = cells.get(i).strip();
            if (!text.isEmpty() && !names.get(i).isEmpty()) {
                filled.putIfAbsent(names.get(i), new Row.Cell(text, positions.get(i)));
            }
        }
        return new Row(line, filled);
    }

    private static List<String> numbers(Map<String, String> renamed) {
        String[] names = new String
                [renamed.values().stream().mapToInt(Integer::parseInt).max().orElse(0)];
        Arrays.fill(names, "");
        renamed.forEach((our, number) -> names[Integer.parseInt(number) - 1] = our);
        return List.of(names);
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
