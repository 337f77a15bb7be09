package org.citykit.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.citykit.api.Item;
import org.citykit.api.Records;
import org.citykit.api.Text;
import org.citykit.api.Views;
import org.citykit.runtime.GenerationLog;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.PortalSettings;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.supervision.PluginRuntime;
import org.citykit.runtime.supervision.RuntimeOptions;
import org.citykit.runtime.value.MapValue;
import org.junit.jupiter.api.Assertions;

/** A subject as one module of a composition that the whole runtime opens, fetches and supervises. */
final class RealPortal implements RuntimePorts {
    private static final String MODULE = "live";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SubjectParts parts;
    private final MemoryRecords.Versions records = new MemoryRecords.Versions();
    private final List<ModuleSnapshot> kept = new CopyOnWriteArrayList<>();
    private final GenerationLog generations = GenerationLog.inMemory();

    private RealPortal(SubjectParts parts) {
        this.parts = parts;
    }

    /** How a module does in a portal, and the items that it holds. */
    record Lived(ModuleHealth health, List<? extends Item> items) {}

    /** Runs the module until it has been fetched once. */
    static Lived live(Trial trial, Path plugin, Path data) throws Exception {
        RealPortal ports = new RealPortal(trial.subject());
        Composition composition = Composition.builder(trial.home())
                .portal("testkit", Text.of("en", "Test kit"), trial.subject().zone)
                .languages(trial.subject().languages.toArray(Locale[]::new))
                .plugins(plugin)
                .data(data)
                .module(
                        MODULE,
                        trial.provider().orElseThrow().id(),
                        settings(trial),
                        Duration.ofHours(1),
                        trial.subject().network)
                .build();
        RuntimeOptions options = RuntimeOptions.standard()
                .withClock(trial.clock())
                .withLimits(trial.limits())
                .withEnvironment(
                        name -> Optional.ofNullable(trial.subject().environment.get(name)))
                .withRandom(() -> 0.5);
        try (PluginRuntime runtime = PluginRuntime.open(composition, ports, options)) {
            Duration longest =
                    trial.limits().open().plus(trial.limits().fetch()).plus(PATIENCE);
            Assertions.assertTrue(runtime.awaitSettled(longest), "The module is not fetched in its time.");
            List<? extends Item> items = ports.kept.isEmpty()
                    ? List.of()
                    : ports.kept.get(ports.kept.size() - 1).items();
            return new Lived(runtime.health().get(0), items);
        }
    }

    @Override
    public Optional<ModuleSnapshot> lastGood(String module) {
        return Optional.empty();
    }

    @Override
    public void keep(ModuleSnapshot snapshot) {
        kept.add(snapshot);
    }

    @Override
    public void adopt(PortalSettings portal, List<ModuleSnapshot> fresh, Set<String> modules) {
        kept.addAll(fresh);
    }

    @Override
    public GenerationLog generations() {
        return generations;
    }

    @Override
    public Records records(String module, int version) {
        return records.of(version);
    }

    @Override
    public Views views(String module) {
        return new HeldItems(parts.views);
    }

    @Override
    public void changed(ModuleHealth health) {}

    private static Map<String, Object> settings(Trial trial) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (trial.settings() instanceof MapValue written) {
            written.members().forEach((key, member) -> settings.put(key, member.value()));
        }
        return settings;
    }
}
