package org.citykit.runtime.supervision;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citykit.runtime.Generation;
import org.citykit.runtime.Generation.PinnedPlugin;
import org.citykit.runtime.Problem;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.link.Links;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.resolve.Resolution;
import org.citykit.runtime.resolve.Resolver;
import org.citykit.runtime.trust.TrustCheck;
import org.citykit.runtime.trust.TrustVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the plugins of a composition, beside those that run already. Thread-safe. */
final class Groundwork {
    private static final Logger LOG = LoggerFactory.getLogger(Groundwork.class);

    private final Linker linker = new Linker();
    private final Clock clock;

    Groundwork(Clock clock) {
        this.clock = clock;
    }

    /** What the plugin files of a composition hold now. */
    PluginScan found(Composition composition) {
        return trusted(composition, PluginFolder.scan(composition.plugins(), stage(composition)));
    }

    /** The very plugin files that a generation ran with, wherever the files have gone since. */
    PluginScan pinned(Composition composition, List<PinnedPlugin> pins) {
        return trusted(composition, PluginFolder.pinned(pins, stage(composition)));
    }

    /** Decides which plugins are used together; those that are what they were, on what they were, are shared. */
    Footing footing(PluginScan scan, Footing before) {
        Resolution resolution = Resolver.resolve(scan.plugins());
        Links links = linker.links(resolution.order(), resolution.bound()).carriedFrom(before.links());
        return new Footing(scan, resolution, links);
    }

    /** Nothing to stand on. */
    Footing none() {
        return Footing.none(linker);
    }

    /** Leaves out what the portal does not trust. */
    private PluginScan trusted(Composition composition, PluginScan scan) {
        List<PluginFacts> usable = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(scan.problems());
        for (PluginFacts plugin : scan.plugins()) {
            TrustVerdict verdict = TrustCheck.check(
                    composition.trust(), plugin.fileName(), plugin.sha256(), plugin.signatures(), clock.instant());
            problems.addAll(verdict.refusals());
            problems.addAll(verdict.warnings());
            if (!verdict.isRefused()) {
                usable.add(plugin);
            }
        }
        return new PluginScan(usable, problems);
    }

    /** Deletes the copies of plugin files that no kept generation names. */
    void clean(Composition composition, List<Generation> kept, PluginScan scan) {
        Set<String> named = new HashSet<>();
        kept.forEach(generation -> generation.plugins().forEach(plugin -> named.add(plugin.sha256())));
        scan.plugins().forEach(plugin -> named.add(plugin.sha256()));
        try {
            stage(composition).keepOnly(named);
        } catch (IOException left) {
            LOG.warn("Old copies of plugin files are left in {}: {}", composition.data(), left.toString());
        }
    }

    private static PluginStage stage(Composition composition) {
        return PluginStage.in(composition.data().resolve("plugins"));
    }
}
