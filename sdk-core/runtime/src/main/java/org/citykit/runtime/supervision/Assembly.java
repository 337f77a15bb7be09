package org.citykit.runtime.supervision;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.candidate.ModuleGate;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.context.AllowedHosts;
import org.citykit.runtime.context.ModuleContext;
import org.citykit.runtime.context.NotedViews;
import org.citykit.runtime.guard.VendorCalls;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Links;
import org.citykit.runtime.link.PluginLinkException;
import org.citykit.runtime.module.ModulePlan;
import org.citykit.runtime.module.Opening;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.ProviderFacts;
import org.citykit.runtime.resolve.ProviderChoice;
import org.citykit.runtime.settings.BindContext;
import org.citykit.runtime.settings.Bound;
import org.citykit.runtime.settings.SecretSource;
import org.citykit.runtime.settings.SettingsBinder;

/** Brings together what a webmaster wrote for a module and the plugin that provides it. Thread-safe. */
final class Assembly {
    /** What became of a module: a plan, or the reason why there is none. */
    record Assembled(Optional<ModulePlan> plan, Optional<Problem> problem) {}

    /** What a module sees of the others, and what its own data goes through. */
    private record Reach(NotedViews views, ModuleGate gate) {}

    private final Composition composition;
    private final RuntimePorts ports;
    private final RuntimeOptions options;
    private final Workshop workshop;
    private final ModuleContext.Surroundings surroundings;

    Assembly(Composition composition, RuntimePorts ports, RuntimeOptions options, Workshop workshop) {
        this.composition = composition;
        this.ports = ports;
        this.options = options;
        this.workshop = workshop;
        Clock local = options.clock().withZone(composition.portal().zone());
        this.surroundings = new ModuleContext.Surroundings(
                local, composition.portal().languages(), composition.home(), composition.folders(), workshop.web());
    }

    /** @param gate what the module stores goes through this */
    Assembled assemble(ModuleSpec spec, Footing footing, ModuleGate gate) {
        ProviderChoice choice = footing.resolution().provider(spec.use());
        if (choice instanceof ProviderChoice.Found found) {
            return assembled(spec, found, footing.links(), gate);
        }
        if (choice instanceof ProviderChoice.Ambiguous ambiguous) {
            return ambiguous(spec, ambiguous.plugins());
        }
        if (choice instanceof ProviderChoice.Refused refused) {
            return refused(spec, refused.plugins().get(0), footing);
        }
        return unknown(spec, footing);
    }

    private Assembled assembled(ModuleSpec spec, ProviderChoice.Found found, Links links, ModuleGate gate) {
        PluginFacts plugin = found.plugin();
        NotedViews views = new NotedViews(ports.views(spec.id()));
        return new Assembled(
                Optional.of(new ModulePlan(
                        spec.id(),
                        spec.use(),
                        plugin.id(),
                        plugin.version(),
                        found.provider().domain(),
                        Fingerprint.of(spec, plugin.sha256()),
                        spec.refresh(),
                        options.limits(),
                        views,
                        new FromLinks(spec, found, links, new Reach(views, gate)))),
                Optional.empty());
    }

    /** Opens a module of a plugin that is linked when it is first needed. */
    private final class FromLinks implements Opening {
        private final ModuleSpec spec;
        private final ProviderChoice.Found found;
        private final Links links;
        private final Reach reach;

        FromLinks(ModuleSpec spec, ProviderChoice.Found found, Links links, Reach reach) {
            this.spec = spec;
            this.found = found;
            this.links = links;
            this.reach = reach;
        }

        @Override
        public Link link() {
            long began = System.nanoTime();
            try {
                LinkedPlugin linked = links.plugin(found.plugin().id());
                workshop.linked(linked.facts(), Duration.ofNanos(System.nanoTime() - began));
                return new Link(Optional.of(linked.loader()), Optional.empty());
            } catch (PluginLinkException unlinkable) {
                return new Link(
                        Optional.empty(),
                        unusable(
                                        spec,
                                        found.plugin(),
                                        unlinkable.problems().get(0).message())
                                .problem());
            }
        }

        @Override
        public Result open() throws Exception {
            return Assembly.this.open(spec, links.plugin(found.plugin().id()), found.provider(), reach);
        }
    }

    private Opening.Result open(ModuleSpec spec, LinkedPlugin plugin, ProviderFacts provider, Reach reach)
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
        ModuleContext context = new ModuleContext(
                spec.id(),
                surroundings,
                options.limits(),
                AllowedHosts.of(
                        settings, spec.network(), plugin.facts().manifest().network()),
                version -> reach.gate().records(spec.id(), version),
                reach.views());
        Object made = VendorCalls.instantiate(plugin.providerClass(provider));
        return new Opening.Result.Opened(VendorCalls.open(provider.domain(), made, settings, context), context);
    }

    private Assembled ambiguous(ModuleSpec spec, List<PluginFacts> plugins) {
        String files = plugins.stream()
                .map(plugin -> plugin.id() + " in " + plugin.fileName())
                .collect(Collectors.joining(" and "));
        return refused(
                spec,
                RuntimeError.PROVIDER_AMBIGUOUS,
                "the provider '" + spec.use() + "' is in several plugins: " + files + ". Write 'use: "
                        + plugins.get(0).id() + "/" + spec.use() + "' to choose one.");
    }

    private Assembled refused(ModuleSpec spec, PluginFacts plugin, Footing footing) {
        String why = footing.resolution().refusalsOf(plugin.id()).stream()
                .filter(refusal -> refusal.fileName().equals(plugin.fileName()))
                .map(refusal -> refusal.text(Locale.ENGLISH))
                .findFirst()
                .orElse("See the problems of the plugin files.");
        return unusable(spec, plugin, why);
    }

    private Assembled unusable(ModuleSpec spec, PluginFacts plugin, String why) {
        return refused(
                spec,
                RuntimeError.PLUGIN_UNLINKABLE,
                "its plugin file " + plugin.fileName() + " cannot be used. " + why);
    }

    private Assembled unknown(ModuleSpec spec, Footing footing) {
        List<String> known = footing.resolution().providerIds();
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
