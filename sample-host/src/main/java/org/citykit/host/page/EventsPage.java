package org.citykit.host.page;

import io.jstach.jstache.JStache;
import org.citykit.host.view.EventsView;

/**
 * The events of a span of days.
 *
 * @param frame what stands around it
 * @param calendar what it shows
 */
@JStache(path = "events")
public record EventsPage(Frame frame, EventsView calendar) implements Page {
    @Override
    public String html() {
        return EventsPageRenderer.of().execute(this);
    }
}
