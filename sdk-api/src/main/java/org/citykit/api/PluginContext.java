package org.citykit.api;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;

/**
 * Everything a plugin needs from the portal. The runtime hands one to {@code open} for each module; a plugin that uses
 * nothing else of the machine can be tested, recorded and reloaded.
 *
 * <p>Thread-safe. After the module is closed every call throws {@link IllegalStateException}.
 *
 * @since 1.0
 */
public interface PluginContext {
    /** The module's id in {@code portal.yaml}. */
    String moduleId();

    /** Logs into the portal's log with the module's id. */
    Logger logger();

    /** The portal's clock, in the portal's zone. Use it instead of the system's. */
    Clock clock();

    /** The portal's time zone. */
    ZoneId zone();

    /** The portal's languages, the main one first. */
    List<Locale> languages();

    /** What the module may use. */
    Limits limits();

    /** The web: only the hosts that the settings or the manifest name. */
    Http http();

    /** Files below the portal's folder. */
    PortalFiles files();

    /**
     * The module's durable records in one version of its own format. A newer plugin copies what it needs from the
     * records of an older version, so that going back to the older plugin finds them unchanged.
     *
     * @param version the format's version, from 1
     */
    Records records(int version);

    /** What other modules of the portal hold. */
    Views views();
}
