package org.citykit.host.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The pages that say what a code means: that of errors, and that of the verifier's findings. */
final class HelpPages {
    private static final List<String> PAGES = List.of("errors.md", "check.md");
    private static final String HEADING = "#";
    private static final String ENTRY = "### ";

    private HelpPages() {}

    /** The lines of a code's entry, with its heading. */
    static Optional<List<String>> entry(String code) {
        return PAGES.stream()
                .map(page -> entry(document(page).lines().toList(), code))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<List<String>> entry(List<String> lines, String code) {
        int first = 0;
        while (first < lines.size() && !isEntry(lines.get(first), code)) {
            first++;
        }
        if (first == lines.size()) {
            return Optional.empty();
        }
        int last = first + 1;
        while (last < lines.size() && !lines.get(last).startsWith(HEADING)) {
            last++;
        }
        return Optional.of(lines.subList(first, last));
    }

    private static boolean isEntry(String line, String code) {
        return line.startsWith(ENTRY) && line.substring(ENTRY.length()).strip().equals(code);
    }

    private static String document(String page) {
        try (InputStream bytes = HelpPages.class.getResourceAsStream(page)) {
            return bytes == null ? "" : new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The host cannot read its own " + page + ".", broken);
        }
    }
}
