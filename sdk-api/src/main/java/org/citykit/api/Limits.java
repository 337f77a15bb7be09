package org.citykit.api;

import java.time.Duration;
import org.citykit.api.validation.Check;

/**
 * How much one module may use. Set by the host; told to the plugin through {@link PluginContext#limits}.
 *
 * @param items the most items in one fetch, and in one module
 * @param bytes the largest file or web answer, in octets
 * @param defects how many rejected pieces of input are kept with their reasons; the rest are counted
 * @param open how long {@code open} may take
 * @param fetch how long a fetch may take
 * @param close how long {@code close} may take
 * @since 1.0
 */
public record Limits(int items, long bytes, int defects, Duration open, Duration fetch, Duration close) {
    /** 500,000 items, 64 MiB, 1,000 defects, 10 s to open, 60 s to fetch, 5 s to close. */
    public static final Limits STANDARD = new Limits(
            500_000, 64L << 20, 1_000, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(5));

    public Limits {
        Check.between("items", items, 1, Integer.MAX_VALUE);
        Check.between("bytes", bytes, 1, Integer.MAX_VALUE - 8L);
        Check.between("defects", defects, 0, 1_000_000);
        positive("open", open);
        positive("fetch", fetch);
        positive("close", close);
    }

    private static void positive(String field, Duration duration) {
        Check.between(field + " in milliseconds", Check.present(field, duration).toMillis(), 1, 86_400_000L);
    }
}
