package org.citykit.portal.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citykit.api.ErrorCode;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} has an entry for every error code there is, and for nothing else. */
final class ErrorPageTests {
    private static final Path PAGE = ProjectFiles.root().resolve("docs/errors.md");
    private static final String ENTRY = "### ";

    @Test
    void everyCodeHasAnEntryAndEveryEntryACode() {
        assertEquals(new TreeSet<>(codes().keySet()), new TreeSet<>(entries().keySet()));
    }

    @Test
    void noTwoCodesShareAnAnchor() {
        List<String> anchors =
                enums().stream().flatMap(Stream::of).map(ErrorCode::anchor).toList();

        assertEquals(anchors.size(), codes().size(), () -> "among " + anchors);
    }

    @Test
    void theEnumsOfEveryRoomAreAmongThem() {
        List<String> rooms = codes().values().stream()
                .map(code -> code.getClass().getModule().getName())
                .distinct()
                .toList();

        assertTrue(
                rooms.containsAll(List.of("org.citykit.api", "org.citykit.runtime", "org.citykit.store")),
                () -> rooms.toString());
    }

    @Test
    void everySourceFileWithCodesIsAmongTheCompiledOnes() {
        List<String> compiled = enums().stream()
                .map(codes -> codes[0].getClass().getSimpleName() + ".java")
                .toList();

        List<String> written = ProjectFiles.below(ProjectFiles.root(), ".java").stream()
                .filter(file -> file.toString().replace('\\', '/').contains("/src/main/"))
                .filter(file -> ProjectFiles.lines(file).stream()
                        .anyMatch(line -> line.matches(".*enum \\w+ implements ErrorCode.*")))
                .map(file -> file.getFileName().toString())
                .toList();

        assertEquals(new TreeSet<>(written), new TreeSet<>(compiled));
    }

    @Test
    void everyEntrySaysWhoCanMendItWhyItComesAboutAndWhatToDo() {
        Map<String, ErrorCode> codes = codes();

        entries().forEach((anchor, text) -> {
            String mender =
                    switch (codes.get(anchor).kind()) {
                        case VENDOR -> "Vendor.";
                        case HOST -> "Webmaster.";
                        case CITY_DATA -> "Publisher.";
                    };
            assertTrue(text.startsWith("*" + mender + "*"), () -> anchor + " must begin with *" + mender + "*");
            for (String part : new String[] {"**How:**", "**Do:**", "> "}) {
                assertTrue(text.contains(part), () -> anchor + " has no " + part);
            }
        });
    }

    private static Map<String, String> entries() {
        Map<String, String> entries = new TreeMap<>();
        String anchor = "";
        for (String line : ProjectFiles.lines(PAGE)) {
            if (line.startsWith(ENTRY)) {
                anchor = line.substring(ENTRY.length());
                assertEquals(null, entries.put(anchor, ""), "There are two entries " + anchor + ".");
            } else if (line.startsWith("#")) {
                anchor = "";
            } else if (!anchor.isEmpty()) {
                entries.merge(anchor, line + "\n", String::concat);
            }
        }
        entries.replaceAll((name, text) -> text.strip());
        return entries;
    }

    private static Map<String, ErrorCode> codes() {
        Map<String, ErrorCode> codes = new TreeMap<>();
        enums().stream().flatMap(Stream::of).forEach(code -> codes.put(code.anchor(), code));
        return codes;
    }

    /** The constants of every enum of ours that implements {@link ErrorCode}, found in the modules of this JVM. */
    private static List<ErrorCode[]> enums() {
        List<ErrorCode[]> enums = new ArrayList<>();
        for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
            if (module.name().startsWith("org.citykit.")) {
                for (String entry : entriesOf(module)) {
                    codesIn(module, entry).ifPresent(enums::add);
                }
            }
        }
        return enums;
    }

    private static List<String> entriesOf(ResolvedModule module) {
        try (ModuleReader reader = module.reference().open();
                Stream<String> entries = reader.list()) {
            return entries.filter(entry -> entry.endsWith("Error.class")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<ErrorCode[]> codesIn(ResolvedModule module, String entry) {
        String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
        Module loaded = ModuleLayer.boot().findModule(module.name()).orElseThrow();
        return Optional.ofNullable(Class.forName(loaded, name))
                .filter(type -> type.isEnum() && ErrorCode.class.isAssignableFrom(type))
                .map(type -> Stream.of(type.getEnumConstants())
                        .map(ErrorCode.class::cast)
                        .toArray(ErrorCode[]::new));
    }
}
