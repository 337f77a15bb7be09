package org.citykit.host.web;

import java.util.List;
import java.util.function.Supplier;
import org.citykit.host.content.Content;
import org.citykit.host.language.Languages;
import org.citykit.host.operation.Traffic;

/**
 * What a server serves.
 *
 * @param languages of the portal
 * @param content of its pages
 * @param data routes for programs, by whole path
 * @param services what answers more than reading
 * @param metrics the host's numbers, in the Prometheus text format
 * @param live which alerts are in force
 * @param traffic counts what is served
 */
public record Site(
        Languages languages,
        Content content,
        List<Route> data,
        List<Mount> services,
        Supplier<String> metrics,
        Supplier<LiveEvent> live,
        Traffic traffic) {
    /**
     * What answers all addresses that begin with a path.
     *
     * @param path ends with a slash, or stands for itself alone
     * @param service answers them
     */
    public record Mount(String path, Service service) {}

    public Site {
        data = List.copyOf(data);
        services = List.copyOf(services);
    }
}
