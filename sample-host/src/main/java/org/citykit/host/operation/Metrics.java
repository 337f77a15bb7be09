package org.citykit.host.operation;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.citykit.runtime.telemetry.Metrics.Sample;

/** The numbers of the host and of its portal's runtime in the Prometheus text format 0.0.4. Thread-safe; reads counters only. */
public final class Metrics {
    private final Traffic traffic;
    private final Supplier<org.citykit.runtime.telemetry.Metrics> runtime;

    /**
     * The numbers of a host.
     *
     * @param runtime those of its portal's runtime, as they are when it is asked
     */
    public Metrics(Traffic traffic, Supplier<org.citykit.runtime.telemetry.Metrics> runtime) {
        this.traffic = traffic;
        this.runtime = runtime;
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
        runtime(out, runtime.get().samples());
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

    /** In this format a counter's family has the name of its sample. */
    private static void runtime(StringBuilder out, List<Sample> samples) {
        String before = "";
        for (Sample sample : samples) {
            String name = sample.type() == org.citykit.runtime.telemetry.Metrics.Type.COUNTER
                    ? sample.name()
                    : sample.family();
            if (!name.equals(before)) {
                before = name;
                family(out, name, sample.type().name().toLowerCase(Locale.ROOT), sample.help());
            }
            String labels = sample.labels().entrySet().stream()
                    .map(label -> label.getKey() + "=\"" + label(label.getValue()) + '"')
                    .collect(Collectors.joining(","));
            named(out, sample.name(), labels);
            out.append(number(sample.value())).append('\n');
        }
    }

    private static String number(double value) {
        long whole = (long) value;
        return whole == value ? Long.toString(whole) : Double.toString(value);
    }

    private static String label(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static void family(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void sample(StringBuilder out, String name, String labels, long value) {
        named(out, name, labels);
        out.append(value).append('\n');
    }

    private static void named(StringBuilder out, String name, String labels) {
        out.append(name);
        if (!labels.isEmpty()) {
            out.append('{').append(labels).append('}');
        }
        out.append(' ');
    }
}
