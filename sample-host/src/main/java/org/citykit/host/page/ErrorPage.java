package org.citykit.host.page;

import io.jstach.jstache.JStache;
import java.util.Optional;

/**
 * A page that says what is wrong; its title is the frame's.
 *
 * @param frame what stands around it
 * @param explanation what is wrong and what can be done
 * @param reference what to tell the operator
 * @param offersLanguages true if it is about the language, so that it lists those of the portal
 */
@JStache(path = "error")
public record ErrorPage(Frame frame, String explanation, Optional<String> reference, boolean offersLanguages)
        implements Page {
    @Override
    public String html() {
        return ErrorPageRenderer.of().execute(this);
    }
}
