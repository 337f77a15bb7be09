package org.citykit.plugins.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.util.ArrayList;
import java.util.List;
import org.citykit.api.Fetched;

/**
 * Rows of comma-separated values. Each record is read apart, so that a quotation mark that is never closed costs its
 * own line and not the rest of the table.
 */
final class CsvRows {
    private static final int LINES = 200;

    private final Table table;
    private final Columns columns;
    private final ObjectReader reader = new CsvMapper().readerFor(String[].class);

    CsvRows(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
    }

    void read(Fetched content, RowTaker taker) {
        List<String> lines = Table.lines(content);
        List<String> names = columns.fixed();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).isBlank() || lines.get(at).startsWith("#")) {
                continue;
            }
            int last = lastLine(lines, at);
            List<String> cells = last < 0 ? List.of() : cells(lines, at, last, names.size());
            if (last < 0 || (last > at && cells.isEmpty())) {
                rejectOpenQuote(lines, at);
                continue; // the lines below may be whole
            }
            long line = at + 1L;
            if (names.isEmpty()) {
                names = columns.of(cells, table, line);
            } else if (cells.size() > names.size()) {
                table.reject(line, 0, TsvRows.tooMany(cells.size(), names.size()));
            } else if (!cells.isEmpty()) {
                taker.take(Columns.row(line, names, cells, positions(lines.get(at), cells.size())));
            }
            at = last;
        }
        if (names.isEmpty()) {
            throw table.unreadable(1, 0, "has no first line that names the columns");
        }
    }

    private void rejectOpenQuote(List<String> lines, int at) {
        table.reject(
                at + 1L,
                lines.get(at).indexOf('"') + 1L,
                "a quotation mark is not closed within " + LINES + " lines; the line was left out");
    }

    /** The cells of a record; empty if it cannot be read. Of a record of one line that is reported. */
    private List<String> cells(List<String> lines, int first, int last, int columns) {
        try {
            String record = String.join("\n", lines.subList(first, last + 1));
            List<String> cells = List.of(reader.<String[]>readValue(record));
            boolean swallowed = last > first && columns > 0 && cells.size() > columns;
            return swallowed ? List.of() : cells;
        } catch (JsonProcessingException wrong) {
            if (last == first) {
                table.reject(
                        first + 1L,
                        Math.max(0, wrong.getLocation().getColumnNr()),
                        "cannot be read as comma-separated values: " + wrong.getOriginalMessage());
            }
            return List.of();
        }
    }

    /** The line where the record that begins here ends, or -1 if its quotation marks are not balanced. */
    private static int lastLine(List<String> lines, int first) {
        boolean inside = false;
        for (int at = first; at < Math.min(lines.size(), first + LINES); at++) {
            inside ^= lines.get(at).chars().filter(c -> c == '"').count() % 2 == 1;
            if (!inside) {
                return at;
            }
        }
        return -1;
    }

    /** Where the cells of a line begin; 0 for those on later lines of the record. */
    private static List<Integer> positions(String line, int cells) {
        List<Integer> positions = new ArrayList<>();
        positions.add(1);
        boolean inside = false;
        for (int i = 0; i < line.length() && positions.size() < cells; i++) {
            char c = line.charAt(i);
            inside ^= c == '"';
            if (c == ',' && !inside) {
                positions.add(i + 2);
            }
        }
        while (positions.size() < cells) {
            positions.add(0);
        }
        return positions;
    }
}
