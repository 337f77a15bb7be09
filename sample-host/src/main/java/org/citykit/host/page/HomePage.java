package org.citykit.host.page;

import io.jstach.jstache.JStache;
import org.citykit.host.view.HomeView;

/**
 * The first page of a language.
 *
 * @param frame what stands around it
 * @param home what it shows
 */
@JStache(path = "home")
public record HomePage(Frame frame, HomeView home) implements Page {
    @Override
    public String html() {
        return HomePageRenderer.of().execute(this);
    }
}
