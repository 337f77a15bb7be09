package org.citykit.host.content;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citykit.host.language.Language;
import org.citykit.host.language.Words.EventWords;
import org.citykit.host.view.Address;
import org.citykit.host.view.Link;
import org.citykit.host.view.Subscription;
import org.citykit.runtime.PortalSettings;

/**
 * Where programs find what a page shows. Nothing is loaded from the services that are named: they are links. Calendars in
 * the web can only reach a portal that says on which domain it stands.
 */
final class Subscriptions {
    private final PortalSettings portal;

    Subscriptions(PortalSettings portal) {
        this.portal = portal;
    }

    Subscription to(Language language, Map<String, String> chosen) {
        Map<String, String> parameters = new LinkedHashMap<>(chosen);
        parameters.put("lang", language.tag());
        String query = Address.query(parameters);
        String feed = "/feeds/events.ics" + query;
        EventWords words = language.words().events();
        List<Link> others = portal.domain().stream()
                .flatMap(domain -> List.of(
                        new Link(
                                "https://calendar.google.com/calendar/render?cid="
                                        + encoded("https://" + domain + feed),
                                words.inGoogle()),
                        new Link(
                                "https://outlook.live.com/calendar/0/addfromweb?url="
                                        + encoded("https://" + domain + feed) + "&name="
                                        + encoded(portal.name().in(language.locale())),
                                words.inOutlook()))
                        .stream())
                .toList();
        return new Subscription(
                portal.domain().map(domain -> new Link("webcal://" + domain + feed, words.subscribe())),
                feed,
                others,
                List.of(
                        new Link(feed, "iCalendar"),
                        new Link("/feeds/events.jcal" + query, "jCal"),
                        new Link("/feeds/events.jsonld" + query, "JSON-LD"),
                        new Link("/feeds/events.atom" + query, "Atom")),
                portal.domain().map(domain -> "https://" + domain + caldav(language, chosen)));
    }

    private static String caldav(Language language, Map<String, String> chosen) {
        String home = "/caldav/" + language.tag() + "/";
        return chosen.isEmpty()
                ? home + "all/"
                : home + "q/"
                        + chosen.entrySet().stream()
                                .map(one -> one.getKey() + "=" + Address.segment(one.getValue()))
                                .collect(Collectors.joining("&"))
                        + "/";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The whole address of something of this portal, if it says on which domain it stands. */
    Optional<String> absolute(String address) {
        return portal.domain().map(domain -> "https://" + domain + address);
    }
}
