package org.citykit.plugins.tables;

import java.util.List;
import java.util.function.Consumer;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Defect;
import org.citykit.api.Fetched;
import org.citykit.api.InvalidValueException;

/** The rows of one file. A row that cannot be used is reported with its line and column; the others are kept. */
final class Table {
    private static final int REASON = 500;

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
            if (Thread.currentThread().isInterrupted()) {
                throw new CityKitException(
                        ApiError.LIMIT_EXCEEDED, "Reading '" + where + "' was stopped: the time for it was up.");
            }
            try {
                row.checkDecoded();
                taker.take(row);
            } catch (InvalidValueException unusable) {
                reject(row.line(), row.position(unusable.field()), "'" + unusable.field() + "' " + unusable.reason());
            }
        };
        switch (layout) {
            case CSV -> new CsvRows(this, columns).read(content, careful);
            case TSV -> new TsvRows(this, columns).read(content, careful);
            case JSON -> new JsonRows(this, columns).read(content, careful);
            case YAML -> new YamlRows(this, columns).read(content, careful);
        }
    }

    /** Says that nothing of the content can be used, so that the last good data stays. */
    CityKitException unreadable(long line, long column, String why) {
        return new CityKitException(
                ApiError.DATA_UNREADABLE,
                "'" + where + "'" + (line > 0 ? " line " + line : "") + (column > 0 ? " column " + column : "") + " "
                        + why + ". The data that was read before is kept.");
    }

    /** Reports a row, or part of one, that cannot be used. */
    void reject(long line, long column, String reason) {
        String told = reason.chars().anyMatch(Character::isISOControl) ? reason.replaceAll("\\p{Cntrl}", " ") : reason;
        defects.accept(
                new Defect(where, line, column, told.length() > REASON ? told.substring(0, REASON) + "…" : told));
    }

    String where() {
        return where;
    }

    /** The lines of a text, whatever ends them, without the ends. */
    static List<String> lines(Fetched content) {
        return content.text().lines().toList();
    }
}
