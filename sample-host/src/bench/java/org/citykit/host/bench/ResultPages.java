package org.citykit.host.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;

/** What a run found, as a table, as JSON and as a page. Confined. */
final class ResultPages {
    private final Map<Bench, Measured> measured;

    ResultPages(Map<Bench, Measured> measured) {
        this.measured = measured;
    }

    /** The table and everything beside it, as Markdown. */
    String text() {
        StringBuilder out = new StringBuilder(table());
        measured.forEach((bench, it) -> {
            out.append("\n`").append(bench.id()).append("`: ").append(bench.about()).append('\n');
            if (!it.details().isEmpty()) {
                out.append('\n').append(it.details().strip()).append('\n');
            }
        });
        return out.toString();
    }

    void writeJson(Path file, List<Result> all) throws IOException {
        Files.createDirectories(file.getParent());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), all.stream().map(ResultPages::row).toList());
    }

    void writePage(Path page) throws IOException {
        Files.writeString(page, """
                # Benchmarks

                Made by `./mvnw -Pbench`; ours and the peers ran in turn in one run. Smaller is better in every row; the
                ratio is ours divided by theirs, and meets its goal if it is not larger.

                - Machine: %d processors, %s %s
                - JDK: %s %s
                - Date: %s

                %s""".formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        LocalDate.now(ZoneOffset.UTC),
                        text()), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> row(Result result) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", result.id());
        row.put("peer", result.peer());
        row.put("ours", result.ours());
        row.put("theirs", result.theirs());
        row.put("unit", result.unit());
        row.put("ratio", result.ratio());
        result.goal().ifPresent(goal -> row.put("goal", goal));
        return row;
    }

    private String table() {
        StringBuilder out = new StringBuilder("""
                | id | peer | ours | theirs | unit | ratio | goal | |
                | --- | --- | ---: | ---: | --- | ---: | ---: | --- |
                """);
        measured.values().stream().flatMap(it -> it.results().stream()).forEach(one -> {
            String goal = one.goal().isPresent()
                    ? String.format(Locale.ROOT, "%.2f", one.goal().getAsDouble())
                    : "";
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f | %s | %.2f | %s | %s |%n",
                    one.id(),
                    one.peer(),
                    one.ours(),
                    one.theirs(),
                    one.unit(),
                    one.ratio(),
                    goal,
                    goal.isEmpty() ? "" : one.isMet() ? "met" : "missed"));
        });
        return out.toString();
    }
}
