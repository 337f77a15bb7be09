package org.citykit.host.page;

import io.jstach.jstache.JStache;
import org.citykit.host.view.EventView;

/**
 * One event.
 *
 * @param frame what stands around it
 * @param event what it shows
 */
@JStache(path = "event")
public record EventPage(Frame frame, EventView event) implements Page {
    @Override
    public String html() {
        return EventPageRenderer.of().execute(this);
    }
}
