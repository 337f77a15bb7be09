package org.citykit.runtime.plugin;

import org.citykit.runtime.Domain;

/**
 * One provider of a plugin, as its class file states it. Immutable.
 *
 * @param id what a webmaster writes after {@code use:}
 * @param domain what it is for
 * @param className the binary name of the class
 * @param settingsName the binary name of the record that holds its settings
 */
public record ProviderFacts(String id, Domain domain, String className, String settingsName) {}
