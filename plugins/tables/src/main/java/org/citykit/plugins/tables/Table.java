package org.citykit.plugins.tables;

import java.util.List;
import java.util.function.Consumer;
import org.citykit.api.Defect;
import org.citykit.api.Fetched;
import org.citykit.api.InvalidValueException;

/** The rows of one file. A row that cannot be used is reported with its line and column; the others are kept. */
final class Table {
    private final String where;
    private final Columns columns;
    private final TableLayout layout;
    private final Consumer<Defect> defects;

    /**
     * @param where the file or address, as defects name it
     * @param columns what the columns are called
     * @param layout how rows are written
     * @param defects hears of rows that cannot be used
     */
    Table(String where, Columns columns, TableLayout layout, Consumer<Defect> defects) {
        this.where = where;
        this.columns = columns;
        this.layout = layout;
        this.defects = defects;
    }

    void read(Fetched content, RowTaker taker) {
        RowTaker careful = row -> {
            try {
                taker.take(row);
            } catch (InvalidValueException unusable) {
                reject(row.line(), row.position(unusable.field()), "'" + unusable.field() + "' " + unusable.reason());
            }
        };
        switch (layout) {
            case CSV -> new CsvRows(this, columns).read(content, careful);
            case TSV -> new TsvRows(this, columns).read(content, careful);
            case JSON -> TreeRows.json(this, columns).read(content, careful);
            case YAML -> TreeRows.yaml(this, columns).read(content, careful);
        }
    }

    /** Reports a row, or part of one, that cannot be used. */
    void reject(long line, long column, String reason) {
        String told = reason.chars().anyMatch(Character::isISOControl) ? reason.replaceAll("\\p{Cntrl}", " ") : reason;
        defects.accept(new Defect(where, line, column, told.length() > 500 ? told.substring(0, 500) + "…" : told));
    }

    String where() {
        return where;
    }

    /** The lines of a text, whatever ends them, without the ends. */
    static List<String> lines(Fetched content) {
        return content.text().lines().toList();
    }
}
