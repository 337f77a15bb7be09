package org.citykit.plugins.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesSettingsTests {
    private static final Optional<String> FILE = Optional.of("t.csv");
    private static final Optional<URI> FEED = Optional.of(URI.create("https://city.example/t.json?day=1.csv"));

    @Test
    void aTableIsAFileOrAFeed() {
        assertThrows(InvalidValueException.class, () -> settings(FILE, FEED, Map.of()));
        assertThrows(InvalidValueException.class, () -> settings(Optional.empty(), Optional.empty(), Map.of()));
    }

    @Test
    void columnsCountFromOneAndNoneIsNamedTwice() {
        assertThrows(InvalidValueException.class, () -> settings(FILE, Optional.empty(), Map.of("id", "0")));
        assertThrows(
                InvalidValueException.class, () -> settings(FILE, Optional.empty(), Map.of("id", "2", "kind", "02")));
    }

    @Test
    void theLayoutOfAFeedIsToldByItsPathAlone() {
        assertEquals(
                TableLayout.JSON, settings(Optional.empty(), FEED, Map.of()).layoutOrGuess());
    }

    @ParameterizedTest
    @CsvSource({"a.csv,CSV", "a.TSV,TSV", "a.txt.gz,TSV", "a.Json,JSON", "a.yml,YAML", "a.yaml.gz,YAML", "a,CSV"})
    void theLayoutOfAFileIsToldByItsName(String name, TableLayout layout) {
        assertEquals(layout, TableLayout.of(name));
    }

    private static TablesSettings settings(Optional<String> file, Optional<URI> feed, Map<String, String> columns) {
        return new TablesSettings(
                file,
                feed,
                TableFormat.CITYKIT,
                Optional.empty(),
                columns,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
