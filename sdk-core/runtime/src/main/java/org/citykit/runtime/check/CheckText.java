package org.citykit.runtime.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as text for a terminal of 80 columns. */
public final class CheckText {
    private static final int WIDTH = 80;
    private static final String INDENT = "           ";

    private CheckText() {}

    /** The lines of a report, without line ends. */
    public static List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>();
        for (CheckedFile file : report.files()) {
            file(file, lines);
            lines.add("");
        }
        lines.add(sum(report));
        lines.add("held against API " + report.api() + " and Java " + report.java());
        report.files().stream()
                .flatMap(file -> file.findings().stream())
                .findFirst()
                .ifPresent(
                        first -> lines.add("'citykit explain " + first.rule() + "' says more, and so for the others"));
        return List.copyOf(lines);
    }

    private static void file(CheckedFile file, List<String> lines) {
        lines.add(file.file());
        if (!file.plugin().isEmpty()) {
            lines.add("  " + file.plugin() + " " + file.version());
            lines.add("  provides " + String.join(", ", file.providers()) + "; " + counted(file.classes(), "class")
                    + "; " + size(file.bytes()));
        }
        for (Finding finding : file.findings()) {
            lines.add("");
            finding(finding, lines);
        }
        if (file.findings().isEmpty()) {
            lines.add("  nothing found");
        }
        if (file.accepted() > 0) {
            lines.add("");
            lines.add("  " + counted(file.accepted(), "finding") + " accepted by the baseline");
        }
    }

    private static void finding(Finding finding, List<String> lines) {
        String word = finding.severity().name().toLowerCase(Locale.ROOT);
        lines.add("  " + padded(word) + finding.name());
        wrapped("", finding.summary(), lines);
        if (!finding.places().isEmpty()) {
            int more = finding.count() - finding.places().size();
            wrapped(
                    "where  ",
                    String.join(", ", finding.places()) + (more > 0 ? " and " + counted(more, "other place") : ""),
                    lines);
        }
        wrapped("then   ", finding.detail(), lines);
        wrapped("do     ", finding.advice(), lines);
    }

    private static String padded(String word) {
        return word + " ".repeat(INDENT.length() - 2 - word.length());
    }

    private static void wrapped(String label, String text, List<String> lines) {
        StringBuilder line = new StringBuilder(INDENT + label);
        String rest = INDENT + " ".repeat(label.length());
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(rest);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        if (!text.isEmpty()) {
            lines.add(line.toString());
        }
    }

    private static String sum(CheckReport report) {
        return counted(report.count(Severity.ERROR), "error") + ", "
                + counted(report.count(Severity.WARNING), "warning") + ", "
                + counted(report.count(Severity.NOTE), "note") + " in "
                + counted(report.files().size(), "file");
    }

    private static String counted(long count, String noun) {
        String plural = noun.endsWith("s") ? noun + "es" : noun + "s";
        return count + " " + (count == 1 ? noun : plural);
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20
                ? String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20))
                : String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0);
    }
}
