package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * Where programs find what a page shows.
 *
 * @param webcal opens a calendar program that subscribes; absent if the portal does not say on which domain it stands
 * @param feed the same as an ordinary address
 * @param services calendars in the web that can subscribe
 * @param formats the same for programs, by form
 * @param caldav the address that a CalDAV program is given
 */
public record Subscription(
        Optional<Link> webcal, String feed, List<Link> services, List<Link> formats, Optional<String> caldav) {
    public Subscription {
        services = List.copyOf(services);
        formats = List.copyOf(formats);
    }
}
