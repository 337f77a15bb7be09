package org.citykit.host.view;

import java.util.List;

/**
 * The alerts that hold now, worst first, and those before, newest first.
 *
 * @param inForce hold now
 * @param earlier hold no longer
 */
public record AlertsView(List<AlertCard> inForce, List<AlertCard> earlier) {
    public AlertsView {
        inForce = List.copyOf(inForce);
        earlier = List.copyOf(earlier);
    }
}
