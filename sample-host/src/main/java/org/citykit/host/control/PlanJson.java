package org.citykit.host.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.citykit.host.api.Json;
import org.citykit.host.view.Address;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.plan.PlanData;

/** Plans and problems as JSON. */
final class PlanJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlanJson() {}

    /** A plan; its sentences are English. */
    static ObjectNode of(Plan plan) {
        return MAPPER.valueToTree(PlanData.of(plan, Locale.ENGLISH));
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

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }
}
