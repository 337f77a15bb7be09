package org.citykit.host.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * Runs the benchmarks whose id matches {@code -Dbench}, ours and the peers in one run; prints a table of ratios, writes
 * it as JSON and as a page.
 */
public final class Benches {
    private static final List<Bench> ALL = List.of(new CachedPageBench(), new FirstPageBench());

    private Benches() {}

    /**
     * Runs what is asked for.
     *
     * @param arguments none; everything is a system property
     */
    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Pattern wanted = Pattern.compile(System.getProperty("bench", ".*"));
        Path results = Path.of(System.getProperty("bench.results", "target/bench/results.json"))
                .toAbsolutePath();
        List<Result> all = new ArrayList<>();
        for (Bench bench : ALL) {
            if (wanted.matcher(bench.id()).find()) {
                System.out.println("bench " + bench.id() + " …");
                all.addAll(bench.run());
            }
        }
        if (all.isEmpty()) {
            System.out.println("No benchmark matches " + wanted + ". There are: "
                    + ALL.stream().map(Bench::id).toList());
            return;
        }
        Files.createDirectories(results.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(results.toFile(), all);
        System.out.println(table(all));
        if (wanted.pattern().equals(".*")) {
            Path page = results.getParent().getParent().getParent().resolve("docs/benchmarks.md");
            Files.writeString(page, page(all), StandardCharsets.UTF_8);
            System.out.println("Written to " + results + " and " + page);
        }
    }

    private static String table(List<Result> all) {
        StringBuilder out = new StringBuilder("""
                | id | peer | ours | theirs | unit | ratio | goal | |
                | --- | --- | ---: | ---: | --- | ---: | ---: | --- |
                """);
        for (Result one : all) {
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f | %s | %.2f | %.2f | %s |%n",
                    one.id(),
                    one.peer(),
                    one.ours(),
                    one.theirs(),
                    one.unit(),
                    one.ratio(),
                    one.goal(),
                    one.ratio() <= one.goal() ? "met" : "missed"));
        }
        return out.toString();
    }

    private static String page(List<Result> all) {
        StringBuilder about = new StringBuilder();
        ALL.forEach(bench -> about.append("\n`" + bench.id() + "`: " + bench.about() + "\n"));
        return """
                # Benchmarks

                Made by `./mvnw -Pbench`; ours and the peers ran in turn in one run. Smaller is better in every row; the
                ratio is ours divided by theirs, and meets its goal if it is not larger.

                - Machine: %d processors, %s %s
                - JDK: %s %s
                - Date: %s

                %s%s""".formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        LocalDate.now(ZoneOffset.UTC),
                        table(all),
                        about);
    }
}
