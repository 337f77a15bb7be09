package org.citykit.host.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citykit.host.control.Order;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code citykit rollback}: goes back to an earlier generation. */
final class Rollback implements Callable<Integer> {
    private final PortalOrder order;
    private final ProofOptions proof = new ProofOptions();
    private final PositionalParamSpec generation = PositionalParamSpec.builder()
            .paramLabel("NUMBER")
            .type(int.class)
            .index("0")
            .required(true)
            .description("The generation to go back to; citykit status lists them.")
            .build();

    Rollback(Console console) {
        this.order = new PortalOrder(console);
    }

    CommandSpec spec() {
        return proof.add(order.spec(
                        this,
                        "Goes back to an earlier generation: its composition, and the very plugin files it ran with."))
                .addPositional(generation);
    }

    @Override
    public Integer call() {
        Map<String, String> options = new LinkedHashMap<>(proof.options());
        options.put("rollback", generation.getValue().toString());
        return order.send(Order.What.APPLY, options);
    }
}
