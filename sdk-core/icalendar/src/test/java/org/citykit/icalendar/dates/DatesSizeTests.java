package org.citykit.icalendar.dates;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatesSizeTests {
    private static final long MOST_OCTETS = 150 * 1024;

    @Test
    void allCalendarsAndLanguagesTogetherStaySmall() throws IOException, URISyntaxException {
        Path classes = Path.of(CalendarScales.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("org/citykit/icalendar/dates");
        try (Stream<Path> found = Files.list(classes)) {
            List<Path> files = found.toList();

            long octets = files.stream().mapToLong(DatesSizeTests::size).sum();

            assertTrue(files.size() > 20, () -> classes + " has " + files.size() + " files");
            assertTrue(octets < MOST_OCTETS, () -> octets + " octets");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
