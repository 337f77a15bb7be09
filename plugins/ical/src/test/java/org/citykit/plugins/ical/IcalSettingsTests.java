package org.citykit.plugins.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.citykit.api.InvalidValueException;
import org.junit.jupiter.api.Test;

class IcalSettingsTests {
    @Test
    void withoutAnyCalendarTheyAreRefused() {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> settings(List.of(), List.of()));

        assertEquals("files", refused.field());
    }

    @Test
    void oneFileTwiceIsRefused() {
        assertThrows(InvalidValueException.class, () -> settings(List.of("a.ics", "a.ics"), List.of()));
    }

    @Test
    void oneFeedTwiceIsRefused() {
        URI feed = URI.create("https://city.example/a.ics");

        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> settings(List.of(), Collections.nCopies(2, feed)));

        assertEquals("feeds", refused.field());
    }

    @Test
    void moreThanAHundredAreRefused() {
        List<String> files = IntStream.range(0, 101).mapToObj(i -> i + ".ics").toList();

        assertThrows(InvalidValueException.class, () -> settings(files, List.of()));
    }

    @Test
    void textsWithoutLanguageAreUndeterminedUnlessSaid() {
        assertEquals("und", settings(List.of("a.ics"), List.of()).languageTag());
    }

    private static IcalSettings settings(List<String> files, List<URI> feeds) {
        return new IcalSettings(
                files,
                feeds,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
