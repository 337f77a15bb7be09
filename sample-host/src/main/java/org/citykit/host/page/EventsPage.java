package org.citykit.host.page;

import io.jstach.jstache.JStache;
import org.citykit.host.view.EventsView;

/**
 * The events of a month.
 *
 * @param frame what stands around it
 * @param month what it shows
 */
@JStache(path = "events")
public record EventsPage(Frame frame, EventsView month) implements Page {
    @Override
    public String html() {
        return EventsPageRenderer.of().execute(this);
    }
}
