package org.citykit.host.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citykit.host.control.Order;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code citykit apply}: takes up the files as they are now. */
final class Apply implements Callable<Integer> {
    private final PortalOrder order;
    private final ProofOptions proof = new ProofOptions();
    private final OptionSpec plan = OptionSpec.builder("--plan")
            .paramLabel("NAME")
            .type(String.class)
            .description("The plan that was looked at; if it is another one by now, nothing is changed.")
            .build();

    Apply(Console console) {
        this.order = new PortalOrder(console);
    }

    CommandSpec spec() {
        return proof.add(order.spec(
                        this,
                        "Takes up portal.yaml and the plugin files while the portal runs: what is new is proven beside"
                                + " what runs, and then put in its place; or everything stays as it is."))
                .addOption(plan);
    }

    @Override
    public Integer call() {
        Map<String, String> options = new LinkedHashMap<>(proof.options());
        String name = plan.getValue();
        if (name != null) {
            options.put("plan", name);
        }
        return order.send(Order.What.APPLY, options);
    }
}
