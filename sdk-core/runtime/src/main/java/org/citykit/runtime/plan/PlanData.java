package org.citykit.runtime.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.citykit.runtime.Problem;
import org.citykit.runtime.value.KebabCase;

/**
 * A plan as maps, lists, texts, numbers and booleans, so that any JSON library can write it. Keys and words of choice
 * are the same in every language, sentences are in the language asked for and without isolates.
 */
public final class PlanData {
    private PlanData() {}

    /** The data of a plan, its keys in a fixed order. */
    public static Map<String, Object> of(Plan plan, Locale locale) {
        return map(
                "from", plan.from(),
                "to", plan.to(),
                "empty", plan.isEmpty(),
                "applicable", plan.isApplicable(),
                "portal", list(plan.portal().stream().toList(), PlanData::word),
                "modules", list(plan.modules(), it -> module(it, locale)),
                "plugins", list(plan.plugins(), PlanData::plugin),
                "refusals", list(plan.refusals(), it -> refusal(it, locale)),
                "notes", list(plan.notes(), it -> note(it, locale)),
                "problems", list(plan.problems(), PlanData::problem),
                "permissions", list(plan.permissions(), PlanData::permission),
                "settings", list(plan.settings(), PlanData::setting),
                "obstacles", list(plan.obstacles(), it -> obstacle(it, locale)));
    }

    private static Object module(ModuleChange change, Locale locale) {
        return map(
                "module", change.module(),
                "action", word(change.action()),
                "use", change.use(),
                "plugin", change.plugin(),
                "version", change.version(),
                "running", change.running(),
                "causes",
                        list(
                                change.causes(),
                                it -> map(
                                        "kind", word(it.kind()),
                                        "arguments", sorted(it.arguments()),
                                        "text", plain(it.text(locale)))));
    }

    private static Object plugin(PluginChange change) {
        Map<String, Object> data = map("plugin", change.plugin(), "action", word(change.action()));
        change.before().ifPresent(state -> data.put("before", state(state)));
        change.after().ifPresent(state -> data.put("after", state(state)));
        change.unload().ifPresent(it -> data.put("unload", map("live", it.live(), "reasons", it.reasons())));
        return data;
    }

    private static Object state(PluginChange.State state) {
        return map(
                "version", state.version(),
                "sha256", state.sha256(),
                "file", state.file(),
                "api", state.apiLevel(),
                "signers", state.signers());
    }

    private static Object refusal(Refusal refusal, Locale locale) {
        return map(
                "plugin", refusal.pluginId(),
                "version", refusal.version(),
                "file", refusal.fileName(),
                "reason", word(refusal.reason()),
                "arguments", sorted(refusal.arguments()),
                "chain", refusal.chain(),
                "text", plain(refusal.text(locale)));
    }

    private static Object note(Note note, Locale locale) {
        return map(
                "plugin", note.pluginId(),
                "file", note.fileName(),
                "kind", word(note.kind()),
                "arguments", sorted(note.arguments()),
                "text", plain(note.text(locale)));
    }

    private static Object problem(Problem problem) {
        return map(
                "code", problem.code().anchor(),
                "module", problem.module(),
                "file", problem.file(),
                "line", problem.line(),
                "column", problem.column(),
                "message", problem.message());
    }

    private static Object permission(Permission permission) {
        return map(
                "kind", word(permission.kind()),
                "asked", permission.asked(),
                "subject", permission.subject(),
                "what", permission.what());
    }

    private static Object setting(SettingFinding finding) {
        Map<String, Object> data = map(
                "module", finding.module(),
                "kind", word(finding.kind()),
                "key", finding.key(),
                "now", finding.other());
        Optional<Problem> problem = finding.problem();
        problem.ifPresent(it -> data.put("problem", problem(it)));
        return data;
    }

    private static Object obstacle(Obstacle obstacle, Locale locale) {
        return map(
                "kind", word(obstacle.kind()),
                "subject", obstacle.subject(),
                "text", plain(obstacle.text(locale)));
    }

    private static String word(Enum<?> constant) {
        return KebabCase.ofConstant(constant.name());
    }

    private static String plain(String text) {
        return text.replace(String.valueOf(Words.ISOLATE), "").replace(String.valueOf(Words.END_OF_ISOLATE), "");
    }

    private static Map<String, Object> sorted(Map<String, String> arguments) {
        Map<String, Object> sorted = new LinkedHashMap<>();
        arguments.keySet().stream().sorted().forEach(key -> sorted.put(key, arguments.getOrDefault(key, "")));
        return sorted;
    }

    private static <T> List<Object> list(List<T> all, Function<T, Object> mapping) {
        return all.stream().map(mapping).toList();
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
