package org.citykit.host.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.citykit.host.api.Json;
import org.citykit.runtime.Generation;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.supervision.Applied;
import org.citykit.runtime.unload.Unloading;

/** Answers for programs. */
final class JsonReport implements Report {
    private final Clock clock;

    JsonReport(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String status(Status status) {
        ObjectNode node = Json.object().put("portal", status.portal());
        node.set("modules", Json.array(status.modules(), this::module));
        node.set("generations", Json.array(status.generations(), JsonReport::generation));
        node.set("problems", Json.array(status.problems(), PlanJson::problem));
        node.set("unloads", Json.array(status.unloads(), JsonReport::unload));
        return Json.text(node);
    }

    @Override
    public String plan(Plan plan) {
        return Json.text(named(plan));
    }

    @Override
    public String applied(Applied applied) {
        ObjectNode node = Json.object().put("applied", true);
        node.put("milliseconds", applied.took().toMillis());
        node.set("generation", generation(applied.generation()));
        node.set("leftovers", Json.array(applied.leftovers(), PlanJson::problem));
        node.set("plan", named(applied.plan()));
        return Json.text(node);
    }

    @Override
    public String anotherPlan(String looked, String now) {
        return Json.text(
                Json.object().put("applied", false).put("wanted", looked).put("name", now));
    }

    @Override
    public String refused(Optional<Plan> plan, List<Problem> problems) {
        ObjectNode node = Json.object().put("applied", false);
        node.set("problems", Json.array(problems, PlanJson::problem));
        plan.ifPresent(made -> node.set("plan", named(made)));
        return Json.text(node);
    }

    private static ObjectNode named(Plan plan) {
        ObjectNode node = Json.object().put("name", PlanName.of(plan));
        node.setAll(PlanJson.of(plan));
        return node;
    }

    private JsonNode module(ModuleHealth health) {
        ObjectNode node = Json.object()
                .put("id", health.module())
                .put("use", health.provider())
                .put("plugin", health.plugin());
        node.set("state", Json.choice(health.state()));
        node.put("items", health.items());
        health.lastGood()
                .ifPresent(at -> node.put("lastGood", at.toString())
                        .put("ageSeconds", Duration.between(at, clock.instant()).toSeconds()));
        health.reason().ifPresent(reason -> node.set("reason", PlanJson.problem(reason)));
        node.set("stack", Json.array(health.stack(), Json::string));
        return node;
    }

    private static ObjectNode generation(Generation generation) {
        ObjectNode node = Json.object()
                .put("number", generation.number())
                .put("since", generation.since().toString());
        node.set("cause", Json.choice(generation.cause()));
        node.set(
                "plugins",
                Json.array(
                        generation.plugins(),
                        plugin -> Json.object()
                                .put("id", plugin.id())
                                .put("version", plugin.version())
                                .put("sha256", plugin.sha256())
                                .put("file", plugin.file().toString())));
        return node;
    }

    private static JsonNode unload(Unloading unloading) {
        ObjectNode node = Json.object()
                .put("plugin", unloading.plugin())
                .put("version", unloading.version())
                .put("sha256", unloading.sha256())
                .put("since", unloading.releasedAt().toString());
        node.set("state", Json.choice(unloading.state()));
        node.set(
                "pins",
                Json.array(
                        unloading.pins(),
                        pin -> Json.object().put("kind", pin.kind().name()).put("text", pin.description())));
        node.set("notes", Json.array(unloading.notes(), Json::string));
        return node;
    }
}
