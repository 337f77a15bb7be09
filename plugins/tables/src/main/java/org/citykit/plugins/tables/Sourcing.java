package org.citykit.plugins.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Provenance;
import org.citykit.api.Text;

/** Who says what a row says: the row's own columns, or else the settings. */
final class Sourcing {
    private final Optional<Provenance> otherwise;

    Sourcing(TablesSettings settings, Optional<Text> standard) {
        this.otherwise = settings.source()
                .or(() -> standard)
                .map(source -> new Provenance(
                        source,
                        settings.sourceAddress(),
                        Optional.empty(),
                        settings.licence().orElse("")));
    }

    /** The provenance of a row, from {@code source}, {@code source-address}, {@code retrieved} and {@code licence}. */
    Provenance of(Row row) {
        Optional<Text> source = row.text("source");
        if (source.isEmpty()) {
            return ofAll();
        }
        return new Provenance(
                source.get(),
                row.as("source-address", Cells::address),
                row.as("retrieved", Sourcing::instant),
                row.orEmpty("licence"));
    }

    /** The provenance by the settings alone. */
    Provenance ofAll() {
        return otherwise.orElseThrow(() ->
                new InvalidValueException("source", "is missing; give it in the row or as 'source' in the settings"));
    }

    private static Instant instant(String text) {
        String date = Cells.ascii(text);
        return date.contains("T")
                ? Instant.parse(date)
                : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
