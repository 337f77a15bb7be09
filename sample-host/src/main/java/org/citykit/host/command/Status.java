package org.citykit.host.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citykit.host.control.Order;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code citykit status}: how a portal, its modules and its generations do. */
final class Status implements Callable<Integer> {
    private final PortalOrder order;
    private final OptionSpec unloads = OptionSpec.builder("--unloads")
            .paramLabel("HOW")
            .type(String.class)
            .description("Looks for what holds plugins that were let go: probes, or heap, which stops the portal for a"
                    + " moment.")
            .build();

    Status(Console console) {
        this.order = new PortalOrder(console);
    }

    CommandSpec spec() {
        return order.spec(this, "Shows how a portal, its modules and its generations do.")
                .addOption(unloads);
    }

    @Override
    public Integer call() {
        Map<String, String> options = new LinkedHashMap<>();
        String how = unloads.getValue();
        if (how != null) {
            options.put("unloads", how);
        }
        return order.send(Order.What.STATUS, options);
    }
}
