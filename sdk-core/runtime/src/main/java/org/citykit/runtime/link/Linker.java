package org.citykit.runtime.link;

import java.util.List;
import java.util.Map;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.resolve.Resolution;

/**
 * Links plugins: gives each a layer of modules that sees the JDK, the API, SLF4J, its own libraries and what the
 * plugins it requires export, and nothing else, whether the host is on the module path or on the class path. Runs
 * nothing of theirs. Thread-safe.
 */
public final class Linker {
    private final HostModules host = new HostModules();

    /** A linker for the JVM as it is now. */
    public Linker() {}

    /** Prepares to link the plugins that are used together, each when it is first asked for. */
    public Links links(Resolution resolution) {
        return links(resolution.order(), resolution.bound());
    }

    /**
     * Prepares to link plugins, each when it is first asked for.
     *
     * @param order each after those it gets
     * @param bound the ids of the plugins that each really gets, by its own id
     */
    public Links links(List<PluginFacts> order, Map<String, List<String>> bound) {
        return Links.of(order, bound, host);
    }
}
