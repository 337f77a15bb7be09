package org.citykit.twinning;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.citykit.api.CityRef;
import org.citykit.api.Figure;
import org.citykit.api.GeoPoint;
import org.citykit.api.Provenance;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Party;
import org.citykit.api.twinning.Statement;
import org.citykit.api.twinning.TwinningItem;

/** Reads the data that stands beside the project; where it is absent, the test that asks for it is skipped. */
final class SharedData {
    private static final Provenance WIKIDATA = Provenance.of(Text.of("en", "Wikidata"));
    private static final Provenance GEONAMES = Provenance.of(Text.of("en", "GeoNames"));
    private static final Text POPULATION = Text.of("en", "population");

    private SharedData() {}

    static Path twinning() {
        Optional<Path> found = folder().map(data -> data.resolve("twinning")).filter(Files::isDirectory);
        assumeTrue(found.isPresent(), "No shared data: set -Dcitykit.shared.data to the folder that holds it.");
        return found.orElseThrow();
    }

    static RegistrySnapshot wikidata() {
        Map<String, String> names = new HashMap<>();
        lines(twinning().resolve("names.tsv"), row -> names.put(row[0], row[1]));
        List<TwinningItem> items = new ArrayList<>();
        lines(twinning().resolve("relations.tsv"), row -> items.add(directed(row[0], row[1], names)));
        return new RegistrySnapshot("wikidata", new Revision("2016"), items);
    }

    static RegistrySnapshot geonames() {
        List<TwinningItem> items = new ArrayList<>();
        lines(twinning().resolve("geonames-cities500-2023-03-05.txt.gz"), row -> items.add(city(row)));
        return new RegistrySnapshot("geonames", new Revision("2023-03-05"), items);
    }

    private static Agreement directed(String from, String to, Map<String, String> names) {
        Party stating = party(from, names);
        return Agreement.builder(from + "-" + to, AgreementKind.TWIN)
                .parties(stating, party(to, names))
                .statements(new Statement(
                        stating.key(),
                        AgreementKind.TWIN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        WIKIDATA))
                .build();
    }

    private static Party party(String id, Map<String, String> names) {
        return Party.of(new CityRef("wikidata", id), Text.of(names.getOrDefault(id, id)));
    }

    private static City city(String[] row) {
        List<String> others = Arrays.stream(row[3].split(","))
                .filter(name -> !name.isBlank() && name.chars().noneMatch(Character::isISOControl))
                .toList();
        return new City(
                new CityRef("geonames", row[0]),
                City.Kind.CITY,
                Text.of("en", row[1]),
                others,
                Set.of(),
                row[8],
                Optional.of(new GeoPoint(Double.parseDouble(row[4]), Double.parseDouble(row[5]))),
                Optional.empty(),
                Set.of(),
                List.of(new Figure(POPULATION, new BigDecimal(row[14]), "", false, Optional.empty(), GEONAMES)),
                GEONAMES);
    }

    private static void lines(Path file, java.util.function.Consumer<String[]> to) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .forEach(to);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<Path> folder() {
        String given = System.getProperty("citykit.shared.data");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        Path here = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("data");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
