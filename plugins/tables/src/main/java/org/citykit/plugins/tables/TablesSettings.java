package org.citykit.plugins.tables;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;

/**
 * Where a table is and how it is read.
 *
 * @param file a file below the portal's folder; a name ending in {@code .gz} is unpacked
 * @param feed a web address, instead of a file
 * @param format what the rows mean
 * @param layout how the rows are written; by the file's name unless given
 * @param columns which column of the table holds which of ours, for example {@code since: "signed in"}; a number counts
 *     the columns of a table without a first line of names, from 1
 * @param names for {@code wikidata-p190}: a file with two columns, Q-id and name
 * @param source who says so, where a row does not say it
 * @param sourceAddress the source's web address
 * @param licence under what terms, an SPDX identifier where there is one
 */
public record TablesSettings(
        Optional<String> file,
        Optional<URI> feed,
        TableFormat format,
        Optional<TableLayout> layout,
        Map<String, String> columns,
        Optional<String> names,
        Optional<Text> source,
        Optional<URI> sourceAddress,
        Optional<String> licence) {
    public TablesSettings {
        columns = Map.copyOf(columns);
        if (file.isPresent() == feed.isPresent()) {
            throw new InvalidValueException("file", "or 'feed' must be given, and not both");
        }
        if (byNumber(columns)) {
            long distinct = columns.values().stream()
                    .map(Integer::valueOf)
                    .filter(number -> number > 0)
                    .distinct()
                    .count();
            if (distinct < columns.size()) {
                throw new InvalidValueException("columns", "must count from 1 and name no column twice");
            }
        }
    }

    /** True if every column is named by a number. */
    static boolean byNumber(Map<String, String> renamed) {
        return !renamed.isEmpty() && renamed.values().stream().allMatch(name -> name.matches("\\d{1,3}"));
    }

    /** The file or address, as defects name it. */
    String where() {
        return file.orElseGet(() -> feed.map(URI::toString).orElse(""));
    }

    TableLayout layoutOrGuess() {
        return layout.orElseGet(
                () -> TableLayout.of(file.orElseGet(() -> feed.map(URI::getPath).orElse(""))));
    }
}
