package org.citykit.host.feed;

import java.time.Duration;
import java.util.Optional;
import org.citykit.host.language.Language;
import org.citykit.host.web.Parameters;
import org.citykit.runtime.PortalSettings;

/** What feeds are called. Immutable. */
final class Titles {
    /** How often a program should ask whether a calendar has changed; asking costs nothing while it has not. */
    static final Duration REFRESH = Duration.ofHours(1);

    /** The portal's colour, by its nearest name in CSS (RFC 7986 §5.9). */
    static final String COLOR = "teal";

    private static final int LONGEST_VALUE = 40;

    private final PortalSettings portal;

    Titles(PortalSettings portal) {
        this.portal = portal;
    }

    String of(Language language, String name) {
        return portal.name().in(language.locale()) + " – "
                + language.words().frame().tagline() + " – " + name;
    }

    /** The name of a file: portal, what it holds, language, and what it was narrowed to. ASCII only. */
    String file(Language language, Parameters narrowed, String ending) {
        String filter = narrowed.with("lang", "").query().replaceAll("[^A-Za-z0-9]+", "-");
        String cut = filter.length() > LONGEST_VALUE ? filter.substring(0, LONGEST_VALUE) : filter;
        return (portal.id() + "-events-" + language.tag() + cut).replaceAll("-+$", "") + "." + ending;
    }

    /** The whole address of something of this portal, if it says on which domain it stands. */
    Optional<String> absolute(String address) {
        return portal.domain().map(domain -> "https://" + domain + address);
    }
}
