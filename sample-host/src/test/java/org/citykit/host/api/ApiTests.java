package org.citykit.host.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citykit.host.content.SampleHeld;
import org.citykit.host.feed.FeedRoutes;
import org.citykit.host.web.Reader.Reply;
import org.citykit.host.web.SampleServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTests {
    private static SampleServer server;
    private static JsonNode description;

    @BeforeAll
    static void start() throws JsonProcessingException {
        server = new SampleServer();
        description = json("/api/v1/openapi.json");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreements/none",
                "cities/none",
                "networks/none",
                "events/none",
                "alerts/none",
                "playbooks/none",
                "none"
            })
    void whatIsNotThereIsAProblem(String path) throws JsonProcessingException {
        Reply reply = server.get("/api/v1/" + path);

        assertEquals(404, reply.status());
        assertEquals("application/problem+json", reply.header("content-type"));
        assertEquals(List.of(), misfits(new ObjectMapper().readTree(reply.text()), schema("Problem")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreements?limit=0",
                "agreements?limit=501",
                "agreements?offset=-1",
                "agreements?kind=SISTER",
                "agreements?country=ir",
                "occurrences?from=2026-11-22&to=2026-11-22",
                "occurrences?from=2026-11-22&to=2046-11-22",
                "occurrences?from=22.11.2026",
                "cities?lang=de"
            })
    void aParameterThatCannotBeIsAProblem(String address) {
        assertEquals(400, server.get("/api/v1/" + address).status());
    }

    @ParameterizedTest
    @CsvSource({
        "agreements, Agreement",
        "cities, City",
        "networks, Network",
        "events, Event",
        "occurrences, Occurrence",
        "alerts, Alert",
        "playbooks, Playbook",
        "modules, Module"
    })
    void everyItemIsAsItIsDescribed(String path, String schema) throws JsonProcessingException {
        JsonNode items = json("/api/v1/" + path).get("items");

        for (JsonNode item : items) {
            assertEquals(List.of(), misfits(item, schema(schema)));
        }
        assertEquals(path.equals("playbooks"), items.isEmpty());
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        Set<String> described = description.get("paths").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> routed = Stream.concat(
                        new ApiRoutes(SampleHeld.held()).routes().stream(),
                        new FeedRoutes(SampleHeld.held()).routes().stream())
                .map(route -> route.path().replace(":id", "{id}"))
                .map(path -> path.equals("/feeds/alerts/{id}") ? path + ".cap.xml" : path)
                .map(path -> path.equals("/feeds/events/{id}") ? path + ".ics" : path)
                .collect(Collectors.toSet());

        assertEquals(routed, described);
    }

    @Test
    void everyParameterOfARouteIsDescribed() {
        for (var route : new ApiRoutes(SampleHeld.held()).routes()) {
            JsonNode operation = description
                    .get("paths")
                    .get(route.path().replace(":id", "{id}"))
                    .get("get");
            Set<String> described = new HashSet<>();
            operation
                    .get("parameters")
                    .forEach(reference ->
                            described.add(resolve(reference).get("name").asText()));
            described.removeAll(Set.of("lang", "id"));

            assertEquals(Set.copyOf(route.parameters()), described, route.path());
        }
    }

    @Test
    void oneOfAListIsTheSameAsAlone() throws JsonProcessingException {
        for (String path : List.of("agreements", "cities", "networks", "events", "alerts")) {
            JsonNode first = json("/api/v1/" + path).get("items").get(0);

            assertEquals(first, json("/api/v1/" + path + "/" + first.get("id").asText()), path);
        }
    }

    @Test
    void textsHaveAllLanguagesOrTheOneAskedFor() throws JsonProcessingException {
        JsonNode all = json("/api/v1/cities?q=tehran").get("items").get(0).get("name");
        JsonNode one =
                json("/api/v1/cities?q=tehran&lang=ar").get("items").get(0).get("name");
        JsonNode other =
                json("/api/v1/cities?q=bishkek&lang=ar").get("items").get(0).get("name");

        assertEquals("{\"fa\":\"تهران\",\"ar\":\"طهران\",\"en\":\"Tehran\"}", all.toString());
        assertEquals("{\"ar\":\"طهران\"}", one.toString());
        assertEquals("{\"en\":\"Bishkek\"}", other.toString());
    }

    @Test
    void partsOfAListFollowEachOther() throws JsonProcessingException {
        List<String> ids = new ArrayList<>();
        String address = "/api/v1/agreements?limit=2";
        while (!address.isEmpty()) {
            JsonNode part = json(address);
            part.get("items").forEach(item -> ids.add(item.get("id").asText()));
            address = part.path("next").asText();
        }

        assertEquals(3, ids.size());
        assertEquals(3, Set.copyOf(ids).size());
        assertEquals(
                "/api/v1/agreements?limit=2",
                json("/api/v1/agreements?offset=2&limit=2").get("previous").asText());
    }

    @Test
    void occurrencesAreThoseOfTheDaysAskedFor() throws JsonProcessingException {
        JsonNode found = json("/api/v1/occurrences?from=2026-11-25&to=2026-11-26&kind=delegation");

        assertEquals(1, found.get("total").asInt());
        assertEquals(
                "2026-11-25T18:00+03:30", found.get("items").get(0).get("start").asText());
        assertEquals("cancelled", found.get("items").get(0).get("status").asText());
    }

    @Test
    void theStateOfAModuleIsPublicButNotTheInsideOfItsPlugin() {
        String modules = server.get("/api/v1/modules").text();

        assertTrue(modules.contains("\"state\":\"stale\""));
        assertTrue(modules.contains("\"ageSeconds\":60"));
        assertTrue(modules.contains("cities.csv:3:1: is no city"));
        assertFalse(modules.contains("secret"));
    }

    @Test
    void programsOfOtherSitesMayRead() {
        Reply reply = server.get("/api/v1/agreements");

        assertEquals("*", reply.header("access-control-allow-origin"));
        assertEquals("application/json", reply.header("content-type"));
        assertTrue(reply.header("etag").startsWith("\""));
    }

    private static JsonNode json(String address) throws JsonProcessingException {
        Reply reply = server.get(address);
        assertEquals(200, reply.status(), address + " " + reply.text());
        return new ObjectMapper().readTree(reply.text());
    }

    private static JsonNode schema(String name) {
        return description.get("components").get("schemas").get(name);
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What of a value its schema does not describe; for the part of JSON Schema that the description uses. */
    private static List<String> misfits(JsonNode value, JsonNode given) {
        JsonNode schema = resolve(given);
        List<String> misfits = new ArrayList<>();
        String type = schema.path("type").asText();
        boolean fits =
                switch (type) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    default -> value.isBoolean();
                };
        if (!fits) {
            return List.of(value + " is no " + type);
        }
        if (schema.has("enum") && !schema.get("enum").toString().contains(value.toString())) {
            misfits.add(value + " is none of " + schema.get("enum"));
        }
        if (schema.has("pattern")
                && !value.asText().matches(schema.get("pattern").asText())) {
            misfits.add(value + " does not match " + schema.get("pattern"));
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                misfits.add(name + " is missing in " + value);
            }
        });
        value.forEach(item -> {
            if (value.isArray()) {
                misfits.addAll(misfits(item, schema.get("items")));
            }
        });
        value.properties().forEach(member -> {
            JsonNode known = schema.path("properties").path(member.getKey());
            JsonNode described = known.isMissingNode() ? schema.path("additionalProperties") : known;
            if (described.isMissingNode()) {
                misfits.add(member.getKey() + " is not described");
            } else {
                misfits.addAll(misfits(member.getValue(), described));
            }
        });
        return misfits;
    }
}
