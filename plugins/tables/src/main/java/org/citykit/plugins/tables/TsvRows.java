package org.citykit.plugins.tables;

import java.util.ArrayList;
import java.util.List;
import org.citykit.api.Fetched;

/** Rows of tab-separated values: no quoting, one row a line. */
final class TsvRows {
    private final Table table;
    private final Columns columns;

    TsvRows(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
    }

    void read(Fetched content, RowTaker taker) {
        boolean headless = !columns.fixed().isEmpty();
        List<String> names = columns.fixed();
        long line = 0;
        for (String text : Table.lines(content)) {
            line++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            List<String> cells = new ArrayList<>();
            List<Integer> positions = new ArrayList<>();
            split(text, cells, positions);
            if (names.isEmpty()) {
                names = columns.of(cells, table, line);
            } else if (cells.size() > names.size()) {
                table.reject(line, positions.get(names.size()), tooMany(cells.size(), names.size()));
            } else {
                taker.take(Columns.row(line, names, cells, positions));
            }
        }
        if (!headless && names.isEmpty()) {
            throw table.unreadable(1, 0, "has no first line that names the columns");
        }
    }

    static String tooMany(int cells, int names) {
        return "the row has " + cells + " cells, but the table has " + names + " columns; the row was left out";
    }

    private static void split(String text, List<String> cells, List<Integer> positions) {
        int start = 0;
        while (true) {
            int tab = text.indexOf('\t', start);
            cells.add(tab < 0 ? text.substring(start) : text.substring(start, tab));
            positions.add(start + 1);
            if (tab < 0) {
                return;
            }
            start = tab + 1;
        }
    }
}
