package org.citykit.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.citykit.api.Defect;
import org.citykit.host.view.Address;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;

/** How modules do, as JSON. The stacks of vendors' threads stay inside. */
final class ModuleJson {
    private static final int DEFECTS = 20;

    private final Instant now;

    ModuleJson(Instant now) {
        this.now = now;
    }

    JsonNode module(ModuleHealth health) {
        ObjectNode node = Json.object().put("id", health.module()).put("provider", health.provider());
        Json.put(node, "plugin", health.plugin());
        Json.put(node, "domain", health.domain().map(Address::value));
        node.set("state", Json.choice(health.state()));
        health.reason().ifPresent(reason -> node.set("reason", problem(reason)));
        health.lastGood()
                .ifPresent(at -> node.put("lastGood", at.toString())
                        .put("ageSeconds", Duration.between(at, now).toSeconds()));
        health.lastTried().ifPresent(at -> node.put("lastTried", at.toString()));
        node.put("items", health.items()).put("defectCount", health.defectCount());
        Json.put(node, "defects", health.defects().stream().limit(DEFECTS).toList(), ModuleJson::defect);
        return node;
    }

    private static ObjectNode problem(Problem problem) {
        return Json.object()
                .put("code", problem.code().anchor())
                .put("kind", Address.value(problem.code().kind()))
                .put("message", problem.message());
    }

    private static JsonNode defect(Defect defect) {
        return Json.string(defect.toString());
    }
}
