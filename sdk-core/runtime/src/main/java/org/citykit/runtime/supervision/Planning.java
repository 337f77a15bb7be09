package org.citykit.runtime.supervision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.audit.UseKind;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.PluginLinkException;
import org.citykit.runtime.plan.ModuleChange;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.plan.PluginChange;
import org.citykit.runtime.planning.PlanInput;
import org.citykit.runtime.planning.Planner;
import org.citykit.runtime.planning.PluginTraits;
import org.citykit.runtime.planning.SettingsCheck;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.resolve.ProviderChoice;
import org.citykit.runtime.settings.BindContext;
import org.citykit.runtime.settings.SecretSource;
import org.citykit.runtime.settings.SettingsBinder;
import org.citykit.runtime.trust.Signer;
import org.citykit.runtime.unload.Forecast;
import org.citykit.runtime.unload.UnloadForecast;

/** Makes plans: compares, and holds the settings of changed modules against the providers they would get. Thread-safe. */
final class Planning {
    private final Groundwork groundwork;
    private final RuntimeOptions options;
    private final Workshop workshop;

    Planning(Groundwork groundwork, RuntimeOptions options, Workshop workshop) {
        this.groundwork = groundwork;
        this.options = options;
        this.workshop = workshop;
    }

    /**
     * Makes a plan. What is linked for it is let go again.
     *
     * @param scan what the plugin files hold that the next composition would run on
     */
    Plan plan(LineUp before, Composition next, PluginScan scan) {
        Footing footing = groundwork.footing(scan, before.footing());
        try {
            int number = before.number() + 1;
            Map<String, PluginTraits> traits = traits(before.footing(), footing);
            PlanInput runs = input(before.number(), before.composition(), before.footing(), Map.of(), traits);
            Plan rough = Planner.plan(runs, input(number, next, footing, Map.of(), traits));
            return Planner.plan(runs, input(number, next, footing, checks(rough, footing), traits));
        } finally {
            footing.links().retire(before.footing().links()).forEach(LinkedPlugin::close);
        }
    }

    private PlanInput input(
            int number,
            Composition composition,
            Footing footing,
            Map<String, SettingsCheck> checks,
            Map<String, PluginTraits> traits) {
        return new PlanInput(
                number,
                composition,
                footing.scan().plugins(),
                footing.resolution(),
                footing.scan().problems(),
                checks,
                traits,
                composition.portal().languages().stream()
                        .filter(options.spoken().negate())
                        .toList(),
                LocalDate.ofInstant(
                        options.clock().instant(), composition.portal().zone()));
    }

    /** What is known of the files that come or go; those that stay are not looked into. */
    private static Map<String, PluginTraits> traits(Footing before, Footing after) {
        Map<String, PluginFacts> moved = new HashMap<>();
        before.resolution().order().forEach(plugin -> moved.put(plugin.sha256(), plugin));
        for (PluginFacts plugin : after.resolution().order()) {
            if (moved.remove(plugin.sha256()) == null) {
                moved.put(plugin.sha256(), plugin);
            }
        }
        Map<String, PluginTraits> traits = new HashMap<>();
        moved.forEach((sha256, plugin) -> traits.put(sha256, traits(plugin)));
        return traits;
    }

    private static PluginTraits traits(PluginFacts plugin) {
        Set<UseKind> undeclared = new HashSet<>();
        plugin.audit().undeclared().forEach(use -> undeclared.add(use.kind()));
        List<String> signers =
                plugin.signatures().signers().stream().map(Signer::subject).toList();
        Forecast forecast = UnloadForecast.of(plugin.audit());
        boolean live = forecast.expectation() == Forecast.Expectation.LIVE;
        return new PluginTraits(signers, undeclared, Optional.of(new PluginChange.Unload(live, forecast.reasons())));
    }

    private Map<String, SettingsCheck> checks(Plan rough, Footing footing) {
        Map<String, CompletableFuture<SettingsCheck>> running = new HashMap<>();
        for (ModuleSpec spec : rough.next().modules()) {
            if (rough.module(spec.id()).filter(Planning::isOpened).isPresent()
                    && footing.resolution().provider(spec.use()) instanceof ProviderChoice.Found found) {
                running.put(spec.id(), check(spec, found, footing, rough.next()));
            }
        }
        Map<String, SettingsCheck> checks = new HashMap<>();
        running.forEach((module, check) -> checks.put(module, check.join()));
        return checks;
    }

    private static boolean isOpened(ModuleChange change) {
        return change.action() == ModuleChange.Action.ADDED || change.action() == ModuleChange.Action.REPLACED;
    }

    /** Binding runs a record's constructor, which is vendor code. */
    private CompletableFuture<SettingsCheck> check(
            ModuleSpec spec, ProviderChoice.Found found, Footing footing, Composition next) {
        LinkedPlugin plugin;
        try {
            plugin = footing.links().plugin(found.plugin().id());
        } catch (PluginLinkException unlinkable) {
            return CompletableFuture.completedFuture(new SettingsCheck(unlinkable.problems(), List.of()));
        }
        Guard guard = workshop.guard(spec.id());
        return guard.<SettingsCheck>call(
                        "the settings",
                        plugin.loader(),
                        options.limits().open(),
                        RuntimeError.SETTING_INVALID,
                        () -> SettingsCheck.of(SettingsBinder.bind(
                                spec.settings(),
                                plugin.settingsClass(found.provider()),
                                SecretSource.of(options.environment(), next.home()),
                                new BindContext(spec.id(), next.file()))))
                .thenApply(end -> checked(spec, end))
                .whenComplete((end, impossible) -> guard.close());
    }

    private static SettingsCheck checked(ModuleSpec spec, Guarded<SettingsCheck> end) {
        if (end instanceof Guarded.Failed<SettingsCheck> failed) {
            return new SettingsCheck(List.of(Problem.of(failed.code(), spec.id(), failed.reason())), List.of());
        }
        return ((Guarded.Done<SettingsCheck>) end).value();
    }
}
