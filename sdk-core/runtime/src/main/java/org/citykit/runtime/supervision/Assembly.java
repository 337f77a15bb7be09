package org.citykit.runtime.supervision;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.context.AllowedHosts;
import org.citykit.runtime.context.ModuleContext;
import org.citykit.runtime.context.NotedViews;
import org.citykit.runtime.guard.VendorCalls;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linking;
import org.citykit.runtime.module.ModulePlan;
import org.citykit.runtime.module.Opening;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.ProviderFacts;
import org.citykit.runtime.settings.BindContext;
import org.citykit.runtime.settings.Bound;
import org.citykit.runtime.settings.SecretSource;
import org.citykit.runtime.settings.SettingsBinder;

/** Brings together what a webmaster wrote for a module and the plugin that provides it. Thread-safe. */
final class Assembly {
    /** What became of a module: a plan, or the reason why there is none. */
    record Assembled(Optional<ModulePlan> plan, Optional<Problem> problem) {}

    private final Composition composition;
    private final RuntimePorts ports;
    private final RuntimeOptions options;
    private final ModuleContext.Surroundings surroundings;

    Assembly(Composition composition, RuntimePorts ports, RuntimeOptions options, Supplier<HttpClient> client) {
        this.composition = composition;
        this.ports = ports;
        this.options = options;
        Clock local = options.clock().withZone(composition.portal().zone());
        this.surroundings = new ModuleContext.Surroundings(
                local, composition.portal().languages(), composition.home(), composition.folders(), client);
    }

    Assembled assemble(ModuleSpec spec, PluginScan scan, Linking linking) {
        return scan.withProvider(spec.use())
                .map(plugin -> linking.plugin(plugin.id())
                        .map(linked -> assembled(spec, linked))
                        .orElseGet(() -> unlinked(spec, plugin.fileName(), linking)))
                .orElseGet(() -> unknown(spec, scan));
    }

    private Assembled assembled(ModuleSpec spec, LinkedPlugin plugin) {
        ProviderFacts provider = plugin.facts().providers().stream()
                .filter(facts -> facts.id().equals(spec.use()))
                .findFirst()
                .orElseThrow();
        NotedViews views = new NotedViews(ports.views(spec.id()));
        return new Assembled(
                Optional.of(new ModulePlan(
                        spec.id(),
                        spec.use(),
                        plugin.facts().id(),
                        plugin.facts().version(),
                        provider.domain(),
                        Fingerprint.of(spec, plugin.facts().sha256()),
                        spec.refresh(),
                        options.limits(),
                        plugin.loader(),
                        views,
                        () -> open(spec, plugin, provider, views))),
                Optional.empty());
    }

    private Opening.Result open(ModuleSpec spec, LinkedPlugin plugin, ProviderFacts provider, NotedViews views)
            throws Exception {
        Bound<? extends Record> bound = SettingsBinder.bind(
                spec.settings(),
                plugin.settingsClass(provider),
                SecretSource.of(options.environment(), composition.home()),
                new BindContext(spec.id(), composition.file()));
        if (bound.settings().isEmpty()) {
            return new Opening.Result.Refused(bound.problems());
        }
        Record settings = bound.settings().get();
        Set<String> named = new LinkedHashSet<>(spec.network());
        named.addAll(plugin.facts().manifest().network());
        ModuleContext context = new ModuleContext(
                spec.id(),
                surroundings,
                options.limits(),
                AllowedHosts.of(settings, named),
                version -> ports.records(spec.id(), version),
                views);
        Object made = VendorCalls.instantiate(plugin.providerClass(provider));
        return new Opening.Result.Opened(VendorCalls.open(provider.domain(), made, settings, context), context);
    }

    private Assembled unlinked(ModuleSpec spec, String fileName, Linking linking) {
        String why = linking.problems().stream()
                .filter(problem -> problem.file().equals(fileName))
                .map(Problem::message)
                .findFirst()
                .orElse("See the problems of the plugin files.");
        return refused(spec, RuntimeError.PLUGIN_UNLINKABLE, "its plugin file " + fileName + " cannot be used. " + why);
    }

    private Assembled unknown(ModuleSpec spec, PluginScan scan) {
        List<String> known = scan.plugins().stream()
                .flatMap(plugin -> plugin.providers().stream())
                .map(ProviderFacts::id)
                .sorted()
                .toList();
        return refused(
                spec,
                RuntimeError.PROVIDER_UNKNOWN,
                "no plugin provides '" + spec.use() + "'. "
                        + (known.isEmpty()
                                ? "No plugin file could be used; put one into the folder of plugins."
                                : "Use one of " + String.join(", ", known)
                                        + ", or put the plugin file that provides it into the folder of plugins."));
    }

    private Assembled refused(ModuleSpec spec, RuntimeError code, String message) {
        Problem problem = new Problem(
                code,
                spec.id(),
                composition.file(),
                spec.place().line(),
                spec.place().column(),
                message);
        return new Assembled(Optional.empty(), Optional.of(problem));
    }
}
