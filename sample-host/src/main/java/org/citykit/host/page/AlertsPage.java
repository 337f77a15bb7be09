package org.citykit.host.page;

import io.jstach.jstache.JStache;
import org.citykit.host.view.AlertsView;

/**
 * All alerts.
 *
 * @param frame what stands around it
 * @param alerts what it shows
 */
@JStache(path = "alerts")
public record AlertsPage(Frame frame, AlertsView alerts) implements Page {
    @Override
    public String html() {
        return AlertsPageRenderer.of().execute(this);
    }
}
