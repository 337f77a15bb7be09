package org.citykit.runtime.plan;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citykit.runtime.Generation.PinnedPlugin;
import org.citykit.runtime.Problem;
import org.citykit.runtime.composition.Composition;

/**
 * What applying a composition with its plugin files would do to a portal. Nothing has been done yet. Immutable.
 *
 * @param from the number of the generation that runs; 0 if none does
 * @param to the number that the next one would have
 * @param portal what would change outside of modules
 * @param modules what would become of each module: those asked for in their order, then those that go
 * @param plugins what would become of each plugin, by id
 * @param refusals the plugin files that would not be used, and why
 * @param notes what else there is to know about plugins that would be used
 * @param problems what is wrong with plugin files and was not before
 * @param permissions what would be allowed newly, or no more
 * @param settings how the settings of modules that would be opened meet their providers
 * @param obstacles what keeps it from being applied
 * @param next what is asked for
 * @param files the plugin files that would be looked at, used or not; they are applied as they were when they were read
 */
public record Plan(
        int from,
        int to,
        Set<PortalPart> portal,
        List<ModuleChange> modules,
        List<PluginChange> plugins,
        List<Refusal> refusals,
        List<Note> notes,
        List<Problem> problems,
        List<Permission> permissions,
        List<SettingFinding> settings,
        List<Obstacle> obstacles,
        Composition next,
        List<PinnedPlugin> files) {
    public Plan {
        portal = Collections.unmodifiableSet(new TreeSet<>(portal));
        modules = List.copyOf(modules);
        plugins = List.copyOf(plugins);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
        permissions = List.copyOf(permissions);
        settings = List.copyOf(settings);
        obstacles = List.copyOf(obstacles);
        Objects.requireNonNull(next, "next");
        files = List.copyOf(files);
    }

    /** Whether nothing would change. */
    public boolean isEmpty() {
        return portal.isEmpty()
                && modules.stream().noneMatch(ModuleChange::isChange)
                && plugins.stream().noneMatch(PluginChange::isChange);
    }

    /** Whether a module would go on as it is. */
    public boolean keeps(String module) {
        return module(module)
                .filter(it -> it.action() == ModuleChange.Action.KEPT)
                .isPresent();
    }

    /** Whether nothing keeps it from being applied. */
    public boolean isApplicable() {
        return obstacles.isEmpty();
    }

    /** What would become of one module. */
    public Optional<ModuleChange> module(String id) {
        return modules.stream().filter(it -> it.module().equals(id)).findFirst();
    }

    /** What would become of one plugin. */
    public Optional<PluginChange> plugin(String id) {
        return plugins.stream().filter(it -> it.plugin().equals(id)).findFirst();
    }

    /** The modules with which one thing would be done. */
    public List<ModuleChange> modules(ModuleChange.Action action) {
        return modules.stream().filter(it -> it.action() == action).toList();
    }
}
