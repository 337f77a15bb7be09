package org.citykit.runtime.module;

import java.time.Duration;
import org.citykit.api.Limits;
import org.citykit.runtime.Domain;
import org.citykit.runtime.context.NotedViews;

/**
 * All that is known of a module before any vendor code runs.
 *
 * @param id the module's id
 * @param provider the provider's id
 * @param plugin the plugin's name
 * @param pluginVersion the plugin's version
 * @param domain what it is for
 * @param fingerprint changes with the plugin's bytes and the module's settings
 * @param refresh how often it is fetched while it goes well
 * @param limits what it may use
 * @param views what it may see of the others
 * @param opening opens it
 */
public record ModulePlan(
        String id,
        String provider,
        String plugin,
        String pluginVersion,
        Domain domain,
        String fingerprint,
        Duration refresh,
        Limits limits,
        NotedViews views,
        Opening opening) {}
