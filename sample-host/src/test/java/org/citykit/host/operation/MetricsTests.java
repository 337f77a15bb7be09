package org.citykit.host.operation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citykit.runtime.telemetry.Metrics.Sample;
import org.junit.jupiter.api.Test;

class MetricsTests {
    private final Traffic traffic = new Traffic();

    @Test
    void aLabelCannotBreakOutOfItsQuotes() {
        String text = metrics(sample(
                "citykit_module_items",
                org.citykit.runtime.telemetry.Metrics.Type.GAUGE,
                "citykit_module_items",
                "a\"b\\c\nd",
                7));

        assertTrue(text.contains("citykit_module_items{module=\"a\\\"b\\\\c\\nd\"} 7\n"), text);
    }

    @Test
    void aCounterOfTheRuntimeHasTheFamilyOfItsSample() {
        String text = metrics(sample(
                "citykit_calls",
                org.citykit.runtime.telemetry.Metrics.Type.COUNTER,
                "citykit_calls_total",
                "visits",
                3));

        assertTrue(
                text.contains("# TYPE citykit_calls_total counter\ncitykit_calls_total{module=\"visits\"} 3\n"), text);
    }

    @Test
    void whatTheServerDoesIsCounted() {
        traffic.answered(200);
        traffic.answered(304);
        traffic.answered(404);
        traffic.foundRendered();
        traffic.rendered(Duration.ofMillis(1500));
        traffic.failed();

        String text = metrics();

        assertTrue(text.contains("citykit_http_answers_total{class=\"2xx\"} 1\n"));
        assertTrue(text.contains("citykit_http_answers_total{class=\"3xx\"} 1\n"));
        assertTrue(text.contains("citykit_http_answers_total{class=\"4xx\"} 1\n"));
        assertTrue(text.contains("citykit_cache_hits_total 1\n"));
        assertTrue(text.contains("citykit_render_seconds_sum 1.500000\n"));
        assertTrue(text.contains("citykit_render_failures_total 1\n"));
    }

    @Test
    void everySampleHasItsTypeAndEveryLineEnds() {
        String text = metrics(
                sample("citykit_age", org.citykit.runtime.telemetry.Metrics.Type.GAUGE, "citykit_age", "m", 1.5));

        assertTrue(text.endsWith("\n"));
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String name = line.split("[{ ]", 2)[0].replaceAll("_(sum|count)$", "");
            assertTrue(text.contains("# TYPE " + name + " "), name);
            assertTrue(line.matches("[a-z_]+(\\{.*})? [0-9.]+"), line);
        });
    }

    private static Sample sample(
            String family, org.citykit.runtime.telemetry.Metrics.Type type, String name, String module, double value) {
        return new Sample(family, type, "What it is.", name, Map.of("module", module), value);
    }

    private String metrics(Sample... samples) {
        return new Metrics(traffic, () -> new org.citykit.runtime.telemetry.Metrics(Instant.EPOCH, List.of(samples)))
                .text();
    }
}
