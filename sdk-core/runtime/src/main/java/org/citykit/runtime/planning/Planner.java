package org.citykit.runtime.planning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.runtime.Generation.PinnedPlugin;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.plan.ModuleChange;
import org.citykit.runtime.plan.Note;
import org.citykit.runtime.plan.Obstacle;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.plan.PluginChange;
import org.citykit.runtime.plan.PortalPart;
import org.citykit.runtime.plan.SettingFinding;
import org.citykit.runtime.settings.SettingNote;
import org.citykit.runtime.value.KebabCase;

/** Compares a portal before and after a change. Runs nothing and reads nothing. Thread-safe. */
public final class Planner {
    private Planner() {}

    /**
     * Makes a plan.
     *
     * @param before the portal as it runs
     * @param after the portal as it is asked for; with what came of binding the settings of its modules, as far as
     *     somebody has done so
     */
    public static Plan plan(PlanInput before, PlanInput after) {
        Set<PortalPart> portal = portal(before.composition(), after.composition());
        List<ModuleChange> modules = new ModuleChanges(before, after, portal).changes();
        List<PluginChange> plugins = PluginChanges.between(before, after);
        return new Plan(
                before.generation(),
                after.generation(),
                portal,
                modules,
                plugins,
                after.resolution().refusals(),
                notes(after),
                newProblems(before, after),
                Permissions.between(before, after),
                settings(modules, after),
                obstacles(before, after, portal, modules),
                after.composition(),
                files(after));
    }

    private static List<PinnedPlugin> files(PlanInput after) {
        return after.found().stream()
                .map(plugin -> new PinnedPlugin(plugin.id(), plugin.version(), plugin.sha256(), plugin.file()))
                .toList();
    }

    private static Set<PortalPart> portal(Composition before, Composition after) {
        Set<PortalPart> changed = EnumSet.noneOf(PortalPart.class);
        for (PortalPart part : PortalPart.values()) {
            if (!value(part, before).equals(value(part, after))) {
                changed.add(part);
            }
        }
        return changed;
    }

    private static Object value(PortalPart part, Composition composition) {
        return switch (part) {
            case ID -> composition.portal().id();
            case NAME -> composition.portal().name();
            case LANGUAGES -> composition.portal().languages();
            case ZONE -> composition.portal().zone();
            case CALENDARS -> composition.portal().calendars();
            case DOMAIN -> composition.portal().domain();
            case HOME -> composition.home();
            case FOLDERS -> composition.folders();
            case PLUGINS -> composition.plugins();
            case DATA -> composition.data();
            case CHANGES -> composition.changes();
            case TRUST -> composition.trust();
        };
    }

    private static List<Note> notes(PlanInput after) {
        List<Note> notes = new ArrayList<>(after.resolution().notes());
        after.resolution()
                .order()
                .forEach(plugin -> plugin.manifest()
                        .supportEnd()
                        .filter(day -> day.isBefore(after.today()))
                        .ifPresent(day -> notes.add(new Note(
                                plugin.id(),
                                plugin.fileName(),
                                Note.Kind.SUPPORT_ENDED,
                                Map.of("day", day.toString())))));
        return notes;
    }

    private static List<Problem> newProblems(PlanInput before, PlanInput after) {
        List<Problem> problems = new ArrayList<>(after.problems());
        problems.removeAll(before.problems());
        return problems;
    }

    private static List<SettingFinding> settings(List<ModuleChange> modules, PlanInput after) {
        List<SettingFinding> findings = new ArrayList<>();
        for (ModuleChange module : modules) {
            SettingsCheck check = after.checks().get(module.module());
            if (check != null && module.action() != ModuleChange.Action.KEPT) {
                check.problems().forEach(problem -> findings.add(finding(module.module(), problem)));
                check.notes().forEach(note -> findings.add(finding(module.module(), note)));
            }
        }
        return findings;
    }

    private static SettingFinding finding(String module, Problem problem) {
        SettingFinding.Kind kind = SettingFinding.Kind.WRONG;
        if (problem.code() == RuntimeError.SETTING_UNKNOWN) {
            kind = SettingFinding.Kind.UNKNOWN;
        } else if (problem.code() == RuntimeError.SETTING_MISSING) {
            kind = SettingFinding.Kind.MISSING;
        }
        return new SettingFinding(module, kind, "", "", Optional.of(problem));
    }

    private static SettingFinding finding(String module, SettingNote note) {
        SettingFinding.Kind kind =
                switch (note.kind()) {
                    case LEFT_OUT -> SettingFinding.Kind.LEFT_OUT;
                    case OLD_NAME -> SettingFinding.Kind.OLD_NAME;
                };
        return new SettingFinding(module, kind, note.key(), note.now(), Optional.empty());
    }

    private static List<Obstacle> obstacles(
            PlanInput before, PlanInput after, Set<PortalPart> portal, List<ModuleChange> modules) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (PortalPart part : portal) {
            if (part.needsRestart() && before.generation() > 0) {
                obstacles.add(new Obstacle(Obstacle.Kind.NEEDS_RESTART, KebabCase.ofConstant(part.name())));
            }
        }
        for (Locale language : after.unspoken()) {
            obstacles.add(new Obstacle(Obstacle.Kind.LANGUAGE_UNKNOWN, language.toLanguageTag()));
        }
        for (ModuleChange module : modules) {
            if (module.action() == ModuleChange.Action.REFUSED && module.running()) {
                obstacles.add(new Obstacle(Obstacle.Kind.MODULE_WOULD_STOP, module.module()));
            }
        }
        return obstacles;
    }
}
