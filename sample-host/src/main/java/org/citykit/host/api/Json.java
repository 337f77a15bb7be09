package org.citykit.host.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.citykit.api.Figure;
import org.citykit.api.GeoPoint;
import org.citykit.api.PartialDate;
import org.citykit.api.Provenance;
import org.citykit.api.Text;
import org.citykit.host.language.Language;
import org.citykit.host.view.Address;

/**
 * Writes values that all rooms share as JSON. A text is an object with a member for each language; if one language is
 * asked for, it has the one member that comes nearest. What is absent or empty is left out.
 *
 * @param asked the language asked for
 */
public record Json(Optional<Language> asked) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** An object without members. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A list. */
    public static <T> ArrayNode array(Collection<T> values, Function<T, JsonNode> form) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(form.apply(value)));
        return array;
    }

    /** The text that goes over the wire. */
    public static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of JSON could not be written.", impossible);
        }
    }

    /** A constant. */
    public static JsonNode choice(Enum<?> constant) {
        return string(Address.value(constant));
    }

    /** Constants, in their order. */
    public static ArrayNode choices(Collection<? extends Enum<?>> constants) {
        return array(constants.stream().map(Address::value).sorted().toList(), Json::string);
    }

    /** A string. */
    public static JsonNode string(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    /** A number. */
    public static JsonNode number(double value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    /** A text in its languages. */
    public ObjectNode text(Text text) {
        ObjectNode node = object();
        asked.ifPresentOrElse(
                language -> node.put(text.tagFor(language.locale()), text.in(language.locale())),
                () -> text.texts().forEach(node::put));
        return node;
    }

    /** A date as its source gives it (EDTF level 1 in the source's calendar). */
    public static ObjectNode date(PartialDate date) {
        ObjectNode node = object().put("edtf", date.edtf())
                .put("calendar", date.calendar().key());
        put(node, "wording", date.wording());
        return node;
    }

    /** Who says so. */
    public ObjectNode source(Provenance provenance) {
        ObjectNode node = object();
        node.set("name", text(provenance.source()));
        put(node, "web", provenance.where().map(URI::toString));
        put(node, "retrieved", provenance.retrieved().map(Instant::toString));
        put(node, "licence", provenance.licence());
        return node;
    }

    /** A number that a source states. */
    public ObjectNode figure(Figure figure) {
        ObjectNode node = object();
        node.set("measure", text(figure.measure()));
        node.put("value", figure.value());
        put(node, "unit", figure.unit());
        if (figure.approximate()) {
            node.put("approximate", true);
        }
        figure.at().ifPresent(at -> node.set("at", date(at)));
        node.set("source", source(figure.provenance()));
        return node;
    }

    /** A point on the Earth, in degrees. */
    static ObjectNode point(GeoPoint point) {
        return object().put("latitude", point.latitude()).put("longitude", point.longitude());
    }

    /** Sets a member unless the text is empty. */
    static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    /** Sets a member if there is a value. */
    static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresent(present -> node.put(name, present));
    }

    /** Sets a member unless the list is empty. */
    static <T> void put(ObjectNode node, String name, List<T> values, Function<T, JsonNode> form) {
        if (!values.isEmpty()) {
            node.set(name, array(values, form));
        }
    }

    /** Sets a text if there is one. */
    void putText(ObjectNode node, String name, Optional<Text> value) {
        value.ifPresent(present -> node.set(name, text(present)));
    }
}
