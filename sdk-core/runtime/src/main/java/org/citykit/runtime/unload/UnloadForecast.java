package org.citykit.runtime.unload;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citykit.runtime.audit.Audit;
import org.citykit.runtime.audit.Use;
import org.citykit.runtime.audit.UseKind;

/** Tells from what a plugin's code uses whether it is likely to stay in memory. A plugin that tidies up proves it wrong. */
public final class UnloadForecast {
    private static final int REASONS = 20;
    private static final Map<UseKind, String> LASTING = new EnumMap<>(Map.of(
            UseKind.THREADS, "it may leave a thread, a timer, a thread local or a hook behind",
            UseKind.REGISTRATIONS, "what it registers for the whole JVM stays until it is taken back",
            UseKind.NATIVE, "native code is unloaded with its class loader only, and may hold it"));

    private UnloadForecast() {}

    /** The forecast for a plugin of which an audit was made. */
    @SuppressWarnings("exports") // audits are handed on by the runtime, to itself
    public static Forecast of(Audit audit) {
        List<String> reasons = audit.uses().stream()
                .filter(use -> LASTING.containsKey(use.kind()))
                .map(UnloadForecast::reason)
                .distinct()
                .limit(REASONS)
                .toList();
        return new Forecast(
                reasons.isEmpty() ? Forecast.Expectation.LIVE : Forecast.Expectation.LIKELY_PINNED, reasons);
    }

    private static String reason(Use use) {
        String where = use.places().isEmpty() ? "" : " in " + use.places().get(0);
        String who = use.isOwn() ? "It" : "Its library " + use.library();
        return who + " uses " + use.api() + where + ": " + LASTING.get(use.kind()) + ".";
    }
}
