package org.citykit.host.page;

import io.jstach.jstache.JStache;
import org.citykit.host.view.RelationView;

/**
 * One relation.
 *
 * @param frame what stands around it
 * @param relation what it shows
 */
@JStache(path = "relation")
public record RelationPage(Frame frame, RelationView relation) implements Page {
    @Override
    public String html() {
        return RelationPageRenderer.of().execute(this);
    }
}
