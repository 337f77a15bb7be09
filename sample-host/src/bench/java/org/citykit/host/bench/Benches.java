package org.citykit.host.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.events.bench.EventBenches;
import org.citykit.icalendar.bench.IcalendarBenches;
import org.citykit.portal.bench.PortalBenches;
import org.citykit.runtime.bench.RuntimeBenches;

/**
 * Runs the benchmarks of all rooms whose id matches {@code -Dbench}, ours and the peers in one run; prints a table of
 * ratios, writes it as JSON and, when all ran, as a page.
 */
public final class Benches {
    private Benches() {}

    /**
     * Runs what is asked for.
     *
     * @param arguments none; everything is a system property
     */
    public static void main(String[] arguments) throws Exception {
        Pattern wanted = Pattern.compile(System.getProperty("bench", ".*"));
        Path results = Path.of(System.getProperty("bench.results", "target/bench/results.json"))
                .toAbsolutePath();
        List<Bench> benches = all(results.getParent());
        Map<Bench, Measured> measured = new LinkedHashMap<>();
        for (Bench bench : benches) {
            if (wanted.matcher(bench.id()).find()) {
                System.out.println("bench " + bench.id() + " …");
                measured.put(bench, bench.run());
            }
        }
        if (measured.isEmpty()) {
            System.out.println("No benchmark matches " + wanted + ". There are: "
                    + benches.stream().map(Bench::id).toList());
            return;
        }
        List<Result> all = new ArrayList<>();
        measured.values().forEach(it -> all.addAll(it.results()));
        ResultPages pages = new ResultPages(measured);
        pages.writeJson(results, all);
        System.out.println(pages.text());
        System.out.println("Written to " + results);
        if (measured.size() == benches.size()) {
            Path page = results.getParent().getParent().getParent().resolve("docs/benchmarks.md");
            pages.writePage(page);
            System.out.println("and " + page);
        }
    }

    private static List<Bench> all(Path work) {
        return Stream.of(
                        IcalendarBenches.all(work),
                        RuntimeBenches.all(work),
                        PortalBenches.all(work),
                        EventBenches.all(),
                        List.of(new CachedPageBench(), new FirstPageBench()))
                .flatMap(List::stream)
                .toList();
    }
}
