package org.citykit.plugins.tables;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the columns of a table are called: by its first line, by a fixed list, or by the settings. */
final class Columns {
    private final Map<String, String> ours = new HashMap<>();
    private final List<String> fixed;

    private Columns(Map<String, String> renamed, List<String> fixed) {
        renamed.forEach((our, their) -> ours.put(normal(their), our));
        this.fixed = fixed;
    }

    /** Columns named by the first line of the table. */
    static Columns named(Map<String, String> renamed) {
        boolean byNumber = !renamed.isEmpty() && renamed.values().stream().allMatch(name -> name.matches("\\d{1,3}"));
        return new Columns(renamed, byNumber ? numbers(renamed) : List.of());
    }

    /** Columns without a first line of names. */
    static Columns fixed(List<String> names) {
        return new Columns(Map.of(), names);
    }

    /** True if the first line names the columns. */
    boolean inFirstLine() {
        return fixed.isEmpty();
    }

    /** The names of a table without a first line of names. */
    List<String> fixed() {
        return fixed;
    }

    /** Our names for the names in a first line. */
    List<String> of(List<String> firstLine) {
        return firstLine.stream().map(this::our).toList();
    }

    /** Our name for a column of the table. */
    String our(String their) {
        return ours.getOrDefault(normal(their), their.strip());
    }

    /** A row from the cells of a line. */
    static Row row(long line, List<String> names, List<String> cells, List<Integer> positions) {
        Map<String, Row.Cell> filled = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            String text = cells.get(i).strip();
            if (!text.isEmpty() && !names.get(i).isEmpty()) {
                filled.put(names.get(i), new Row.Cell(text, positions.get(i)));
            }
        }
        return new Row(line, filled);
    }

    private static List<String> numbers(Map<String, String> renamed) {
        String[] names = new String
                [renamed.values().stream().mapToInt(Integer::parseInt).max().orElse(0)];
        java.util.Arrays.fill(names, "");
        renamed.forEach((our, number) -> names[Math.max(1, Integer.parseInt(number)) - 1] = our);
        return List.of(names);
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
