package org.citykit.plugins.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;

/**
 * One row: its line and its cells that are not empty, by our column names.
 *
 * @param line counted from 1, or 0 where there are no lines
 * @param cells by column
 */
record Row(long line, Map<String, Cell> cells) {
    /**
     * A cell.
     *
     * @param text without white space around it, not empty
     * @param column where it stands, counted from 1, or 0 when unknown
     */
    record Cell(String text, int column) {}

    /** Refuses a row with a cell whose octets were no UTF-8. */
    void checkDecoded() {
        cells.forEach((column, cell) -> {
            if (cell.text().indexOf('\uFFFD') >= 0) {
                throw new InvalidValueException(column, "is not written in UTF-8");
            }
        });
    }

    Optional<String> find(String column) {
        return Optional.ofNullable(cells.get(column)).map(Cell::text);
    }

    String get(String column) {
        return find(column).orElseThrow(() -> new InvalidValueException(column, "is missing"));
    }

    String orEmpty(String column) {
        return find(column).orElse("");
    }

    /** The cell as something else, if it is there; whatever cannot be read names the column. */
    <T> Optional<T> as(String column, Function<String, T> reader) {
        return find(column).map(text -> read(column, text, reader));
    }

    /** The parts of a cell that are separated by semicolons. */
    <T> List<T> all(String column, Function<String, T> reader) {
        return find(column).stream()
                .flatMap(text -> Stream.of(text.split("[;؛]", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> read(column, part, reader))
                .toList();
    }

    /** A text in several languages: the columns {@code name:fa}, {@code name:ar} …, or {@code name} alone. */
    Optional<Text> text(String column) {
        Map<String, String> texts = new LinkedHashMap<>();
        find(column).ifPresent(text -> texts.put(Text.UNDETERMINED, text));
        cells.forEach((name, cell) -> {
            if (name.startsWith(column + ":")) {
                texts.put(name.substring(column.length() + 1), cell.text());
            }
        });
        return texts.isEmpty() ? Optional.empty() : Optional.of(read(column, "", ignored -> new Text(texts)));
    }

    /** Where a column stands in the table, counted from 1, or 0 when unknown. */
    int position(String column) {
        Cell cell = cells.get(column);
        return cell == null ? 0 : cell.column();
    }

    private static <T> T read(String column, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (InvalidValueException wrong) {
            throw new InvalidValueException(column, wrong.reason());
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            throw new InvalidValueException(column, "cannot be \"" + text + "\": " + wrong.getMessage());
        }
    }
}
