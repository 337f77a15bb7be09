package org.citykit.runtime.telemetry;

import java.util.Locale;
import java.util.Map;

/** Writes numbers in the text format of OpenMetrics 1.0. */
final class OpenMetricsText {
    private OpenMetricsText() {}

    static String of(Metrics metrics) {
        StringBuilder out = new StringBuilder();
        String family = "";
        for (Metrics.Sample sample : metrics.samples()) {
            if (!sample.family().equals(family)) {
                family = sample.family();
                head(out, sample);
            }
            out.append(sample.name());
            labels(out, sample.labels());
            out.append(' ').append(number(sample.value())).append('\n');
        }
        return out.append("# EOF\n").toString();
    }

    private static void head(StringBuilder out, Metrics.Sample sample) {
        out.append("# TYPE ")
                .append(sample.family())
                .append(' ')
                .append(sample.type().name().toLowerCase(Locale.ROOT))
                .append("\n# HELP ")
                .append(sample.family())
                .append(' ')
                .append(escaped(sample.help()))
                .append('\n');
    }

    private static void labels(StringBuilder out, Map<String, String> labels) {
        if (labels.isEmpty()) {
            return;
        }
        char before = '{';
        for (Map.Entry<String, String> label : labels.entrySet()) {
            out.append(before)
                    .append(label.getKey())
                    .append("=\"")
                    .append(escaped(label.getValue()))
                    .append('"');
            before = ',';
        }
        out.append('}');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    }

    private static String number(double value) {
        long whole = (long) value;
        return whole == value ? Long.toString(whole) : Double.toString(value);
    }
}
