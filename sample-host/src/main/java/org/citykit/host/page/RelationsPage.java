package org.citykit.host.page;

import io.jstach.jstache.JStache;
import org.citykit.host.view.RelationsView;

/**
 * Relations that fit a search.
 *
 * @param frame what stands around it
 * @param list what it shows
 */
@JStache(path = "relations")
public record RelationsPage(Frame frame, RelationsView list) implements Page {
    @Override
    public String html() {
        return RelationsPageRenderer.of().execute(this);
    }
}
