package org.citykit.host.page;

import io.jstach.jstache.JStache;
import java.util.Optional;
import org.citykit.host.view.EventView;

/**
 * One event.
 *
 * @param frame what stands around it
 * @param event what it shows
 * @param linkedData the same for search engines, as it may stand in a script element
 */
@JStache(path = "event")
public record EventPage(Frame frame, EventView event, Optional<String> linkedData) implements Page {
    @Override
    public String html() {
        return EventPageRenderer.of().execute(this);
    }
}
