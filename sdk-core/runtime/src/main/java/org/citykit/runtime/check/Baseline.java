package org.citykit.runtime.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings that somebody has looked at and accepts. A file with one a line, {@code plugin rule subject}; lines that
 * begin with {@code #} are remarks. What is accepted and not found any more is told, so that no entry stays for ever.
 * Immutable.
 *
 * @param entries the accepted findings
 */
public record Baseline(Set<String> entries) {
    private static final String REMARK = "#";

    public Baseline {
        entries = Set.copyOf(entries);
    }

    /** Reads a baseline. */
    public static Baseline read(Path file) throws IOException {
        Set<String> entries = new LinkedHashSet<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String entry = line.strip();
            if (!entry.isEmpty() && !entry.startsWith(REMARK)) {
                entries.add(entry);
            }
        }
        return new Baseline(entries);
    }

    /** The lines of a baseline that accepts every error and warning of a report. */
    public static List<String> lines(CheckReport report) {
        Set<String> lines = new TreeSet<>();
        for (CheckedFile file : report.files()) {
            file.findings().stream()
                    .filter(finding -> finding.severity() != Severity.NOTE)
                    .forEach(finding -> lines.add(entry(file, finding)));
        }
        return List.copyOf(lines);
    }

    CheckedFile applied(CheckedFile file) {
        List<Finding> left = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        int accepted = 0;
        for (Finding finding : file.findings()) {
            String entry = entry(file, finding);
            if (entries.contains(entry)) {
                used.add(entry);
                accepted++;
            } else {
                left.add(finding);
            }
        }
        entries.stream()
                .filter(entry -> entry.startsWith(name(file) + " ") && !used.contains(entry))
                .sorted()
                .forEach(entry -> left.add(stale(entry)));
        return file.with(left, accepted);
    }

    private static Finding stale(String entry) {
        return Finding.of(
                FindingRule.STALE_BASELINE,
                entry,
                "The baseline accepts '" + entry + "', which is not found any more.",
                "",
                "Remove the line, so that it does not hide the next one of its kind.");
    }

    private static String entry(CheckedFile file, Finding finding) {
        return name(file) + " " + finding.key();
    }

    private static String name(CheckedFile file) {
        return file.plugin().isEmpty() ? file.file() : file.plugin();
    }
}
