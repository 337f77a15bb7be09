package org.citykit.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.citykit.host.web.Parameters;
import org.citykit.host.web.Question;

/**
 * The part of a long result that is asked for.
 *
 * @param offset how many to leave out
 * @param limit how many to give at most
 */
record Paged(int offset, int limit) {
    /** The parameters that it is read from. */
    static final List<String> PARAMETERS = List.of("offset", "limit");

    private static final int FARTHEST = 10_000_000;
    private static final int USUAL = 50;
    private static final int MOST = 500;

    static Paged of(Question question) {
        Parameters given = question.parameters();
        return new Paged(given.number("offset", 0, 0, FARTHEST), given.number("limit", USUAL, 1, MOST));
    }

    /** A part that the engine has cut out. */
    <T> ObjectNode part(Question question, List<T> items, int total, Function<T, JsonNode> form) {
        ArrayNode list = Json.array(items, form);
        ObjectNode node =
                Json.object().put("total", total).put("offset", offset).put("limit", limit);
        if (offset + items.size() < total) {
            node.put("next", address(question, offset + items.size()));
        }
        if (offset > 0) {
            node.put("previous", address(question, Math.max(0, offset - limit)));
        }
        node.set("items", list);
        return node;
    }

    /** A part cut out of a whole list. */
    <T> ObjectNode cut(Question question, List<T> all, Function<T, JsonNode> form) {
        int from = Math.min(offset, all.size());
        return part(question, all.subList(from, Math.min(all.size(), from + limit)), all.size(), form);
    }

    private static String address(Question question, int offset) {
        return question.address()
                + question.parameters()
                        .with("offset", offset == 0 ? "" : Integer.toString(offset))
                        .query();
    }
}
