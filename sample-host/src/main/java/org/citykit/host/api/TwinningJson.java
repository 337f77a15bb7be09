package org.citykit.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.citykit.api.twinning.Activity;
import org.citykit.api.twinning.Document;
import org.citykit.api.twinning.LifecycleStep;
import org.citykit.api.twinning.NationalCoordination;
import org.citykit.twinning.CityEntry;
import org.citykit.twinning.Contradiction;
import org.citykit.twinning.NetworkEntry;
import org.citykit.twinning.Relation;
import org.citykit.twinning.Sourced;
import org.citykit.twinning.SourcedStatement;

/** Relations, cities and networks as JSON. */
final class TwinningJson {
    private final Json json;

    TwinningJson(Json json) {
        this.json = json;
    }

    JsonNode relation(Relation relation) {
        ObjectNode node = Json.object().put("id", relation.id());
        node.set("kind", Json.choice(relation.kind()));
        node.set("kinds", Json.choices(relation.kinds()));
        node.set("state", Json.choice(relation.state()));
        node.put("inForce", relation.state().inForce());
        node.put("oneSided", relation.oneSided());
        json.putText(node, "title", relation.title());
        node.set("sides", Json.array(relation.sides(), this::side));
        node.set("statements", Json.array(relation.statements(), this::statement));
        Json.put(node, "contradictions", relation.contradictions(), this::contradiction);
        Json.put(node, "lifecycle", relation.lifecycle(), this::step);
        if (!relation.dimensions().isEmpty()) {
            ObjectNode weights = node.putObject("dimensions");
            relation.dimensions()
                    .forEach((dimension, weight) ->
                            weights.put(Json.choice(dimension).asText(), weight));
        }
        Json.put(node, "fields", List.copyOf(relation.fields()), Json::choice);
        Json.put(node, "coordination", relation.coordination(), this::coordination);
        Json.put(node, "activities", relation.activities(), this::activity);
        Json.put(node, "documents", relation.documents(), this::document);
        Json.put(node, "resources", relation.resources(), held -> json.figure(held.value()));
        Json.put(node, "modules", List.copyOf(relation.modules()), Json::string);
        return node;
    }

    private JsonNode side(CityEntry city) {
        ObjectNode node = Json.object().put("city", city.id());
        node.set("name", json.text(city.name()));
        Json.put(node, "country", city.country());
        return node;
    }

    private JsonNode statement(SourcedStatement said) {
        ObjectNode node = Json.object();
        Json.put(node, "by", said.city());
        node.set("kind", Json.choice(said.statement().kind()));
        said.statement().since().ifPresent(date -> node.set("since", Json.date(date)));
        said.statement().until().ifPresent(date -> node.set("until", Json.date(date)));
        json.putText(node, "note", said.statement().note());
        node.set("source", json.source(said.statement().provenance()));
        node.put("module", said.module()).put("agreement", said.agreement());
        return node;
    }

    private JsonNode contradiction(Contradiction contradiction) {
        ObjectNode node = Json.object();
        node.set("about", Json.choice(contradiction.about()));
        Json.put(node, "statements", contradiction.statements(), this::statement);
        Json.put(node, "steps", contradiction.steps(), this::step);
        return node;
    }

    private JsonNode step(Sourced<LifecycleStep> held) {
        LifecycleStep step = held.value();
        ObjectNode node = Json.object();
        node.set("state", Json.choice(step.state()));
        step.at().ifPresent(date -> node.set("at", Json.date(date)));
        json.putText(node, "actor", step.actor());
        node.set("reason", Json.choice(step.reason()));
        json.putText(node, "note", step.note());
        node.set("source", json.source(step.provenance()));
        return node.put("module", held.module());
    }

    private JsonNode coordination(Sourced<NationalCoordination> held) {
        ObjectNode node = Json.object();
        node.set("authority", json.text(held.value().authority()));
        node.set("state", Json.choice(held.value().state()));
        held.value().at().ifPresent(date -> node.set("at", Json.date(date)));
        return node.put("module", held.module());
    }

    private JsonNode activity(Sourced<Activity> held) {
        ObjectNode node = Json.object();
        node.set("title", json.text(held.value().title()));
        Json.put(node, "fields", List.copyOf(held.value().fields()), Json::choice);
        held.value().at().ifPresent(date -> node.set("at", Json.date(date)));
        json.putText(node, "outcome", held.value().outcome());
        node.set("source", json.source(held.value().provenance()));
        return node.put("module", held.module());
    }

    private JsonNode document(Sourced<Document> held) {
        ObjectNode node = Json.object();
        node.set("title", json.text(held.value().title()));
        node.put("web", held.value().where().toString());
        held.value().date().ifPresent(date -> node.set("date", Json.date(date)));
        return node.put("module", held.module());
    }

    JsonNode city(CityEntry city) {
        ObjectNode node = Json.object().put("id", city.id());
        node.set("kind", Json.choice(city.kind()));
        node.set("name", json.text(city.name()));
        Json.put(
                node,
                "references",
                city.refs().stream().map(Object::toString).sorted().toList(),
                Json::string);
        Json.put(node, "country", city.country());
        city.location().ifPresent(point -> node.set("location", Json.point(point)));
        Json.put(node, "zone", city.zone().map(Object::toString));
        Json.put(node, "traits", city.traits().stream().sorted().toList(), Json::choice);
        Json.put(node, "figures", city.figures(), json::figure);
        node.put("relations", city.relationCount());
        if (city.inferred()) {
            node.put("inferred", true);
        }
        Json.put(node, "sources", city.provenance(), json::source);
        Json.put(node, "modules", List.copyOf(city.modules()), Json::string);
        return node;
    }

    JsonNode network(NetworkEntry network) {
        ObjectNode node = Json.object().put("id", network.id());
        node.set("name", json.text(network.name()));
        Json.put(node, "acronym", network.acronym());
        Json.put(node, "founded", network.founded(), held -> Json.date(held.value()));
        json.putText(node, "seat", network.seat());
        json.putText(node, "about", network.about());
        Json.put(node, "web", network.web().map(Object::toString));
        Json.put(node, "members", network.members(), this::member);
        Json.put(node, "figures", network.figures(), json::figure);
        node.set("sources", Json.array(network.provenance(), json::source));
        return node;
    }

    private JsonNode member(NetworkEntry.Member member) {
        ObjectNode node = Json.object().put("city", member.city().id());
        node.set("name", json.text(member.city().name()));
        node.set("role", Json.choice(member.membership().role()));
        member.membership().from().ifPresent(date -> node.set("from", Json.date(date)));
        member.membership().until().ifPresent(date -> node.set("until", Json.date(date)));
        return node.put("module", member.module());
    }
}
