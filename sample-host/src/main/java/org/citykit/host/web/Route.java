package org.citykit.host.web;

import java.util.List;

/**
 * What stands at an address.
 *
 * @param path with variable parts such as {@code :id}; of pages, without the language, for example {@code twinning/:id}
 * @param parameters the parameters that it knows, in their canonical order
 * @param renderer makes it
 */
public record Route(String path, List<String> parameters, Renderer renderer) {
    public Route {
        parameters = List.copyOf(parameters);
    }
}
