package org.citykit.runtime.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.CalendarSystem;
import org.citykit.api.Text;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositionBuilderTests {
    @TempDir
    private Path home;

    @Test
    void anEmptyCompositionMissesEverythingAtOnce() {
        CompositionException thrown = assertThrows(
                CompositionException.class, () -> Composition.builder(home).build());

        assertEquals(
                List.of("portal.id", "portal.name", "portal.languages", "portal.zone", "plugins", "data"),
                thrown.problems().stream()
                        .map(problem -> problem.message().replaceFirst("^key '([^']*)'.*$", "$1"))
                        .toList());
    }

    @Test
    void aBrokenModuleIsNamedByItsPath() {
        CompositionException thrown = assertThrows(
                CompositionException.class,
                () -> tehran().module("Visits", "tables", Map.of()).build());

        Problem problem = thrown.problems().get(0);
        assertEquals(RuntimeError.VALUE_WRONG, problem.code());
        assertEquals(0, problem.line());
        assertTrue(problem.message().startsWith("key 'modules[0].id' must be"), problem.message());
    }

    @Test
    void twoModulesOfOneIdAreNamedByTheirPaths() {
        CompositionException thrown = assertThrows(
                CompositionException.class,
                () -> tehran().module("visits", "tables", Map.of())
                        .module("visits", "ical", Map.of())
                        .build());

        assertEquals(RuntimeError.MODULE_DUPLICATE, thrown.code());
        assertTrue(thrown.getMessage().contains("modules[0]"), thrown.getMessage());
    }

    @Test
    void aSettingThatCannotBeWrittenIsRefused() {
        CompositionException thrown = assertThrows(
                CompositionException.class,
                () -> tehran().module("visits", "tables", Map.of("feed", new Object()))
                        .build());

        assertTrue(thrown.getMessage().contains("key 'modules[0].settings.feed'"), thrown.getMessage());
    }

    @Test
    void aCompositionIsBuiltWithTheDefaultsOfTheFile() {
        Composition composition = tehran().folder("atlas", home)
                .module("visits", "tables", Map.of("file", Path.of("visits.csv")))
                .module("feasts", "ical", Map.of(), Duration.ofMinutes(5), List.of("a.example"))
                .build();

        assertEquals(List.of(CalendarSystem.GREGORIAN), composition.portal().calendars());
        assertEquals(home.resolve("var"), composition.data());
        assertEquals(Map.of("atlas", home), composition.folders());
        assertEquals(Duration.ofHours(1), composition.modules().get(0).refresh());
        assertEquals(Duration.ofMinutes(5), composition.modules().get(1).refresh());
        assertEquals(List.of("a.example"), composition.modules().get(1).network());
        assertEquals("", composition.file());
    }

    private CompositionBuilder tehran() {
        return Composition.builder(home)
                .portal("tehran", Text.of("fa", "تهران"), ZoneId.of("Asia/Tehran"))
                .languages(Locale.forLanguageTag("fa"), Locale.ENGLISH)
                .plugins(home)
                .data(Path.of("var"));
    }

    @Test
    void theTextOfABuiltCompositionReadsAsTheSameComposition(@TempDir Path home) throws IOException {
        Path plugins = Files.createDirectories(home.resolve("plugins"));
        ChangeSettings changes = new ChangeSettings(3, true, Duration.ofSeconds(5), Duration.ofMinutes(2));
        Composition built = Composition.builder(home)
                .portal("demo", Text.of("fa", "شهر \"نمونه\""), ZoneId.of("Asia/Tehran"))
                .languages(Locale.forLanguageTag("fa"), Locale.ENGLISH)
                .plugins(plugins)
                .data(home.resolve("data"))
                .module("feed", "ical", Map.of("feed", "https://example.org/a.ics", "none", Optional.empty()))
                .changes(changes)
                .build();

        Composition again = CompositionReader.of(Environment.ofProcess())
                .read(built.text(), built.file(), built.home())
                .composition()
                .orElseThrow();

        assertEquals(built.portal(), again.portal());
        assertEquals(built.plugins(), again.plugins());
        assertEquals(built.data(), again.data());
        assertEquals(changes, again.changes());
        assertTrue(built.modules().get(0).sameContent(again.modules().get(0)));
    }
}
