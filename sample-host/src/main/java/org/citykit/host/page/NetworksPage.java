package org.citykit.host.page;

import io.jstach.jstache.JStache;
import java.util.List;
import org.citykit.host.view.NetworkCard;

/**
 * The networks.
 *
 * @param frame what stands around it
 * @param networks what it shows
 */
@JStache(path = "networks")
public record NetworksPage(Frame frame, List<NetworkCard> networks) implements Page {
    @Override
    public String html() {
        return NetworksPageRenderer.of().execute(this);
    }
}
