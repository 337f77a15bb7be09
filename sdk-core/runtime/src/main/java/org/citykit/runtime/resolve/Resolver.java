package org.citykit.runtime.resolve;

import java.util.Collection;
import org.citykit.runtime.plugin.PluginFacts;

/**
 * Decides which plugin files are used together. Of several files of one plugin the newest that everybody who requires it
 * can use is taken. Who requires what is not there, does not fit, or goes round in a circle is refused with the reason;
 * nobody else is. The outcome depends on the files alone and not on the order in which they are given, and is found in
 * steps that grow with the number of requirements, never with their combinations. Thread-safe.
 */
public final class Resolver {
    private Resolver() {}

    /** Resolves all plugin files that are there, several of one plugin among them. */
    public static Resolution resolve(Collection<PluginFacts> found) {
        return new Resolving(found).resolution();
    }
}
