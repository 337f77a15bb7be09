package org.citykit.host.operation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The host's numbers in the Prometheus text format 0.0.4. Thread-safe; reads counters only.
 */
public final class Metrics {
    private final Traffic traffic;
    private final Supplier<List<ModuleState>> modules;
    private final Clock clock;

    /**
     * The numbers of a host.
     *
     * @param modules how each module does at the moment
     */
    public Metrics(Traffic traffic, Supplier<List<ModuleState>> modules, Clock clock) {
        this.traffic = traffic;
        this.modules = modules;
        this.clock = clock;
    }

    /** All of them. */
    public String text() {
        StringBuilder out = new StringBuilder(2048);
        family(out, "citykit_http_answers_total", "counter", "Answers sent, by class of status.");
        for (int hundreds = 1; hundreds <= 5; hundreds++) {
            sample(out, "citykit_http_answers_total", "class=\"" + hundreds + "xx\"", traffic.answersOfClass(hundreds));
        }
        family(out, "citykit_cache_hits_total", "counter", "Answers that were found rendered.");
        sample(out, "citykit_cache_hits_total", "", traffic.fromCache());
        family(out, "citykit_render_seconds", "summary", "Time it took to render answers.");
        sample(out, "citykit_render_seconds_count", "", traffic.renderings());
        out.append("citykit_render_seconds_sum ")
                .append(String.format(Locale.ROOT, "%.6f", traffic.rendering().toNanos() / 1e9))
                .append('\n');
        family(out, "citykit_render_failures_total", "counter", "Answers that could not be rendered.");
        sample(out, "citykit_render_failures_total", "", traffic.failures());
        machine(out);
        modules(out, modules.get());
        return out.toString();
    }

    private static void machine(StringBuilder out) {
        Runtime runtime = Runtime.getRuntime();
        family(out, "citykit_heap_used_bytes", "gauge", "Heap in use, garbage included.");
        sample(out, "citykit_heap_used_bytes", "", runtime.totalMemory() - runtime.freeMemory());
        family(out, "citykit_heap_limit_bytes", "gauge", "Heap that may be used at most.");
        sample(out, "citykit_heap_limit_bytes", "", runtime.maxMemory());
        family(out, "citykit_processors", "gauge", "Processors that the JVM may use.");
        sample(out, "citykit_processors", "", runtime.availableProcessors());
    }

    private void modules(StringBuilder out, List<ModuleState> states) {
        family(out, "citykit_module_items", "gauge", "Items that a module holds.");
        states.forEach(state -> sample(out, "citykit_module_items", module(state), state.items()));
        family(out, "citykit_module_defects", "gauge", "Pieces of input that a module could not use.");
        states.forEach(state -> sample(out, "citykit_module_defects", module(state), state.defects()));
        family(out, "citykit_module_state", "gauge", "1 for the state in which a module is.");
        states.forEach(state ->
                sample(out, "citykit_module_state", module(state) + ",state=\"" + label(state.state()) + '"', 1));
        family(out, "citykit_module_age_seconds", "gauge", "Age of a module's data; none while it has no data.");
        states.forEach(state -> state.lastGood()
                .ifPresent(at -> sample(
                        out,
                        "citykit_module_age_seconds",
                        module(state),
                        Duration.between(at, clock.instant()).toSeconds())));
    }

    private static String module(ModuleState state) {
        return "module=\"" + label(state.module()) + "\",provider=\"" + label(state.provider()) + '"';
    }

    private static String label(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static void family(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void sample(StringBuilder out, String name, String labels, long value) {
        out.append(name);
        if (!labels.isEmpty()) {
            out.append('{').append(labels).append('}');
        }
        out.append(' ').append(value).append('\n');
    }
}
