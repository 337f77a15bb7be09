package org.citykit.host.page;

import io.jstach.jstache.JStache;
import org.citykit.host.view.AlertView;

/**
 * One alert.
 *
 * @param frame what stands around it
 * @param alert what it shows
 */
@JStache(path = "alert")
public record AlertPage(Frame frame, AlertView alert) implements Page {
    @Override
    public String html() {
        return AlertPageRenderer.of().execute(this);
    }
}
