package org.citykit.host.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citykit.host.control.Order;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code citykit plan}: what would change if the files were taken up, or by going back. */
final class Plan implements Callable<Integer> {
    private final PortalOrder order;
    private final OptionSpec rollback = OptionSpec.builder("--rollback")
            .paramLabel("NUMBER")
            .type(Integer.class)
            .description("What would change by going back to this generation.")
            .build();

    Plan(Console console) {
        this.order = new PortalOrder(console);
    }

    CommandSpec spec() {
        return order.spec(this, "Shows what would change in a portal if its files were taken up. Changes nothing.")
                .addOption(rollback);
    }

    @Override
    public Integer call() {
        Map<String, String> options = new LinkedHashMap<>();
        Integer number = rollback.getValue();
        if (number != null) {
            options.put("rollback", number.toString());
        }
        return order.send(Order.What.PLAN, options);
    }
}
