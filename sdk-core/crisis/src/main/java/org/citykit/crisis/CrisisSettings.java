package org.citykit.crisis;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.citykit.api.InvalidValueException;

/**
 * What the engine must know of its portal.
 *
 * @param portalId begins the identifiers of alerts; lower-case ASCII letters, digits and hyphens
 * @param languages every alert is said in all of these; the first is the original. A calendar named by {@code -u-ca-} is
 *     used for the dates in texts; without one Persian has the Solar Hijri calendar and every other language the Gregorian
 * @param zone times in texts are told in it
 * @param capSender the sender in CAP documents, a name that is unique in the world, such as the city's domain (CAP 1.2
 *     §3.2.1); no white space, comma, {@code <} or {@code &}
 */
public record CrisisSettings(String portalId, List<Locale> languages, ZoneId zone, String capSender) {
    private static final Pattern PORTAL = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final Pattern SENDER = Pattern.compile("[^\\s,<&]+");

    public CrisisSettings {
        if (!PORTAL.matcher(Given.present("portalId", portalId)).matches()) {
            throw new InvalidValueException(
                    "portalId", "must be 1 to 60 lower-case letters, digits and hyphens, but is \"" + portalId + "\"");
        }
        languages = Given.distinct("languages", languages, language -> language.stripExtensions());
        if (languages.isEmpty()) {
            throw new InvalidValueException("languages", "must name at least one language");
        }
        Given.present("zone", zone);
        Given.text("capSender", capSender);
        if (!SENDER.matcher(capSender).matches()) {
            throw new InvalidValueException("capSender", "must not contain a comma, < or &, but is " + capSender);
        }
    }
}
