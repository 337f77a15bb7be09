package org.citykit.runtime.guard;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.citykit.runtime.telemetry.CallOutcome;
import org.citykit.runtime.telemetry.Samples;

/** Counts and times the calls of one module, generation after generation. Thread-safe. */
final class CallMeter {
    private static final double[] SECONDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300};
    private static final double NANOS = 1e9;

    private final String module;
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();

    CallMeter(String module) {
        this.module = module;
    }

    Operation operation(String what) {
        Operation known = operations.get(what);
        return known == null ? operations.computeIfAbsent(what, first -> new Operation()) : known;
    }

    void measure(Samples samples) {
        operations.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(operation -> operation.getValue().measure(samples, operation.getKey()));
    }

    /** The calls of one kind. */
    final class Operation {
        private final Map<CallOutcome, LongAdder> outcomes = new EnumMap<>(CallOutcome.class);
        private final LongAdder[] buckets = new LongAdder[SECONDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        Operation() {
            for (CallOutcome outcome : CallOutcome.values()) {
                outcomes.put(outcome, new LongAdder());
            }
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void refused() {
            count(CallOutcome.REFUSED);
        }

        void ended(CallOutcome outcome, long took) {
            count(outcome);
            nanos.add(took);
            int bucket = 0;
            while (bucket < SECONDS.length && took > SECONDS[bucket] * NANOS) {
                bucket++;
            }
            buckets[bucket].increment();
        }

        private void count(CallOutcome outcome) {
            LongAdder adder = outcomes.get(outcome);
            if (adder != null) {
                adder.increment();
            }
        }

        private void measure(Samples samples, String what) {
            outcomes.forEach((outcome, count) -> samples.counter(
                    "citykit_calls",
                    "Calls of vendor code by how they ended.",
                    (double) count.sum(),
                    "module",
                    module,
                    "operation",
                    what,
                    "outcome",
                    outcome.name().toLowerCase(Locale.ROOT)));
            long[] counts = new long[buckets.length];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = buckets[i].sum();
            }
            samples.histogram(
                    "citykit_call_duration_seconds",
                    "How long calls of vendor code took.",
                    SECONDS,
                    counts,
                    nanos.sum() / NANOS,
                    "module",
                    module,
                    "operation",
                    what);
        }
    }
}
