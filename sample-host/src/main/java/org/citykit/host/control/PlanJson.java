package org.citykit.host.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.citykit.host.api.Json;
import org.citykit.host.view.Address;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plan.ModuleChange;
import org.citykit.runtime.plan.Note;
import org.citykit.runtime.plan.Obstacle;
import org.citykit.runtime.plan.Permission;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.plan.PluginChange;
import org.citykit.runtime.plan.Refusal;
import org.citykit.runtime.plan.SettingFinding;

/** A plan as JSON. Its names and their order are stable; what is empty is left out. */
final class PlanJson {
    private PlanJson() {}

    static ObjectNode of(Plan plan) {
        ObjectNode node = Json.object().put("from", plan.from()).put("to", plan.to());
        node.put("empty", plan.isEmpty()).put("applicable", plan.isApplicable());
        node.set("portal", Json.array(plan.portal(), Json::choice));
        node.set("modules", Json.array(plan.modules(), PlanJson::module));
        node.set("plugins", Json.array(plan.plugins(), PlanJson::plugin));
        node.set("refusals", Json.array(plan.refusals(), PlanJson::refusal));
        node.set("notes", Json.array(plan.notes(), PlanJson::note));
        node.set("problems", Json.array(plan.problems(), PlanJson::problem));
        node.set("permissions", Json.array(plan.permissions(), PlanJson::permission));
        node.set("settings", Json.array(plan.settings(), PlanJson::setting));
        node.set("obstacles", Json.array(plan.obstacles(), PlanJson::obstacle));
        return node;
    }

    static ObjectNode problem(Problem problem) {
        ObjectNode node = Json.object()
                .put("code", problem.code().anchor())
                .put("kind", Address.value(problem.code().kind()));
        put(node, "module", problem.module());
        put(node, "file", problem.file());
        if (problem.line() > 0) {
            node.put("line", problem.line()).put("column", problem.column());
        }
        return node.put("message", problem.message());
    }

    private static JsonNode module(ModuleChange change) {
        ObjectNode node = Json.object().put("id", change.module());
        node.set("action", Json.choice(change.action()));
        node.put("use", change.use());
        put(node, "plugin", change.plugin());
        put(node, "version", change.version());
        node.set("causes", Json.array(change.causes(), cause -> {
            ObjectNode told = Json.object();
            told.set("kind", Json.choice(cause.kind()));
            return arguments(told, cause.arguments()).put("text", cause.text(Locale.ENGLISH));
        }));
        return node;
    }

    private static JsonNode plugin(PluginChange change) {
        ObjectNode node = Json.object().put("id", change.plugin());
        node.set("action", Json.choice(change.action()));
        change.before().ifPresent(state -> node.set("before", state(state)));
        change.after().ifPresent(state -> node.set("after", state(state)));
        change.unload().ifPresent(unload -> {
            ObjectNode expected = Json.object().put("live", unload.live());
            expected.set("reasons", Json.array(unload.reasons(), Json::string));
            node.set("unload", expected);
        });
        return node;
    }

    private static ObjectNode state(PluginChange.State state) {
        ObjectNode node = Json.object()
                .put("version", state.version())
                .put("sha256", state.sha256())
                .put("file", state.file());
        put(node, "api", state.apiLevel());
        node.set("signers", Json.array(state.signers(), Json::string));
        return node;
    }

    private static JsonNode refusal(Refusal refusal) {
        ObjectNode node = Json.object()
                .put("plugin", refusal.pluginId())
                .put("version", refusal.version())
                .put("file", refusal.fileName());
        node.set("reason", Json.choice(refusal.reason()));
        node.set("chain", Json.array(refusal.chain(), Json::string));
        return arguments(node, refusal.arguments()).put("text", refusal.text(Locale.ENGLISH));
    }

    private static JsonNode note(Note note) {
        ObjectNode node = Json.object().put("plugin", note.pluginId()).put("file", note.fileName());
        node.set("kind", Json.choice(note.kind()));
        return arguments(node, note.arguments()).put("text", note.text(Locale.ENGLISH));
    }

    private static JsonNode permission(Permission permission) {
        ObjectNode node = Json.object();
        node.set("kind", Json.choice(permission.kind()));
        return node.put("asked", permission.asked())
                .put("subject", permission.subject())
                .put("what", permission.what());
    }

    private static JsonNode setting(SettingFinding finding) {
        ObjectNode node = Json.object().put("module", finding.module());
        node.set("kind", Json.choice(finding.kind()));
        put(node, "key", finding.key());
        put(node, "now", finding.other());
        finding.problem().ifPresent(problem -> node.set("problem", problem(problem)));
        return node;
    }

    private static JsonNode obstacle(Obstacle obstacle) {
        ObjectNode node = Json.object();
        node.set("kind", Json.choice(obstacle.kind()));
        return node.put("subject", obstacle.subject()).put("text", obstacle.text(Locale.ENGLISH));
    }

    private static ObjectNode arguments(ObjectNode node, Map<String, String> arguments) {
        ObjectNode told = Json.object();
        arguments.keySet().stream().sorted().forEach(name -> told.put(name, arguments.get(name)));
        node.set("arguments", told);
        return node;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }
}
