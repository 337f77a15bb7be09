package org.citykit.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Area;
import org.citykit.api.crisis.Hazard;
import org.citykit.api.crisis.MessageTemplate;
import org.citykit.api.crisis.Parameter;
import org.citykit.api.crisis.Playbook;
import org.citykit.api.crisis.Role;
import org.citykit.api.crisis.Step;
import org.citykit.crisis.AlertBoard;
import org.citykit.crisis.PlaybookEntry;
import org.citykit.host.view.Address;

/** Alerts and playbooks as JSON. */
final class CrisisJson {
    private final Json json;

    CrisisJson(Json json) {
        this.json = json;
    }

    JsonNode alert(Alert alert, AlertBoard board) {
        ObjectNode node = Json.object().put("id", alert.id());
        board.state(alert.id()).ifPresent(state -> node.set("state", Json.choice(state)));
        node.set("nature", Json.choice(alert.nature()));
        node.set("message", Json.choice(alert.message()));
        node.set("emergency", Json.choice(alert.emergency()));
        node.set("phase", Json.choice(alert.phase()));
        node.set("audience", Json.choice(alert.audience()));
        node.set("hazard", hazard(alert.hazard()));
        node.set("headline", json.text(alert.headline()));
        node.set("body", json.text(alert.body()));
        node.set("instruction", json.text(alert.instruction()));
        node.set("areas", Json.array(alert.areas(), this::area));
        node.put("sent", alert.sent().toString()).put("expires", alert.expires().toString());
        node.set("sender", json.text(alert.sender()));
        Json.put(node, "web", alert.web().map(Object::toString));
        Json.put(node, "references", alert.references(), Json::string);
        return node.put("cap", "/feeds/alerts/" + Address.segment(alert.id()) + ".cap.xml");
    }

    private static ObjectNode hazard(Hazard hazard) {
        ObjectNode node = Json.object();
        node.set("urgency", Json.choice(hazard.urgency()));
        node.set("severity", Json.choice(hazard.severity()));
        node.set("certainty", Json.choice(hazard.certainty()));
        return node;
    }

    private JsonNode area(Area area) {
        ObjectNode node = Json.object();
        node.set("description", json.text(area.description()));
        Json.put(node, "polygon", area.polygon(), Json::point);
        area.centre().ifPresent(centre -> {
            node.set("centre", Json.point(centre));
            node.put("radiusKilometres", area.radiusKilometres());
        });
        return node;
    }

    JsonNode playbook(PlaybookEntry entry) {
        Playbook playbook = entry.playbook();
        ObjectNode node = Json.object().put("id", entry.id());
        node.set("emergency", Json.choice(playbook.emergency()));
        node.set("title", json.text(playbook.title()));
        node.set("guidance", json.text(playbook.guidance()));
        node.set("channels", Json.choices(playbook.channels()));
        Json.put(node, "roles", playbook.roles(), this::role);
        Json.put(node, "steps", playbook.steps(), this::step);
        Json.put(node, "messages", playbook.messages(), this::message);
        Json.put(node, "intermediaries", playbook.intermediaries(), json::text);
        node.set("source", json.source(playbook.provenance()));
        return node.put("module", entry.module());
    }

    private JsonNode role(Role role) {
        ObjectNode node = Json.object().put("id", role.id());
        node.set("duty", Json.choice(role.duty()));
        node.set("title", json.text(role.title()));
        return node;
    }

    private JsonNode step(Step step) {
        ObjectNode node = Json.object().put("id", step.id());
        node.set("phase", Json.choice(step.phase()));
        node.set("task", json.text(step.task()));
        node.put("role", step.role());
        Json.put(node, "within", step.within().map(Duration::toString));
        return node;
    }

    private JsonNode message(MessageTemplate message) {
        ObjectNode node = Json.object().put("id", message.id());
        node.set("phase", Json.choice(message.phase()));
        node.set("audience", Json.choice(message.audience()));
        node.set("channels", Json.choices(message.channels()));
        node.set("hazard", hazard(message.hazard()));
        node.set("headline", json.text(message.headline()));
        node.set("body", json.text(message.body()));
        node.set("instruction", json.text(message.instruction()));
        Json.put(node, "parameters", message.parameters(), this::parameter);
        return node;
    }

    private JsonNode parameter(Parameter parameter) {
        ObjectNode node = Json.object().put("name", parameter.name());
        node.set("type", Json.choice(parameter.type()));
        node.set("label", json.text(parameter.label()));
        Json.put(node, "choices", parameter.choices(), choice -> {
            ObjectNode one = Json.object().put("key", choice.key());
            one.set("label", json.text(choice.label()));
            return one;
        });
        return node;
    }
}
