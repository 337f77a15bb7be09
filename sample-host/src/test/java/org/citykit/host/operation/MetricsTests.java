package org.citykit.host.operation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTests {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Traffic traffic = new Traffic();

    @Test
    void aModuleWithoutDataHasNoAge() {
        String text = metrics(new ModuleState("visits", "ical", "failed", Optional.empty(), 0, 3));

        assertTrue(text.contains("citykit_module_state{module=\"visits\",provider=\"ical\",state=\"failed\"} 1\n"));
        assertTrue(text.contains("citykit_module_defects{module=\"visits\",provider=\"ical\"} 3\n"));
        assertFalse(text.contains("citykit_module_age_seconds{"));
    }

    @Test
    void aLabelCannotBreakOutOfItsQuotes() {
        String text = metrics(new ModuleState("a\"b\\c\nd", "p", "live", Optional.empty(), 0, 0));

        assertTrue(text.contains("{module=\"a\\\"b\\\\c\\nd\",provider=\"p\"}"));
    }

    @Test
    void theAgeOfDataIsCountedInSeconds() {
        String text = metrics(new ModuleState("m", "p", "stale", Optional.of(NOON.minusSeconds(90)), 7, 0));

        assertTrue(text.contains("citykit_module_age_seconds{module=\"m\",provider=\"p\"} 90\n"));
        assertTrue(text.contains("citykit_module_items{module=\"m\",provider=\"p\"} 7\n"));
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
        String text = metrics(new ModuleState("m", "p", "live", Optional.of(NOON), 1, 0));

        assertTrue(text.endsWith("\n"));
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String name = line.split("[{ ]", 2)[0].replaceAll("_(sum|count)$", "");
            assertTrue(text.contains("# TYPE " + name + " "), name);
            assertTrue(line.matches("[a-z_]+(\\{.*})? [0-9.]+"), line);
        });
    }

    private String metrics(ModuleState... states) {
        return new Metrics(traffic, () -> List.of(states), Clock.fixed(NOON, ZoneOffset.UTC)).text();
    }
}
