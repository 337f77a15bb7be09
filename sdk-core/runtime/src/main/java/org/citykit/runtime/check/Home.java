package org.citykit.runtime.check;

/**
 * Where a class comes from. Immutable.
 *
 * @param kind whose it is
 * @param name of the jar, plugin or module
 */
record Home(Kind kind, String name) {
    /** Whose a class is. */
    enum Kind {
        /** The plugin's own module. */
        OWN,
        /** One of its private libraries. */
        LIBRARY,
        /** A plugin that it requires. */
        PLUGIN,
        /** What the portal shares: the API and SLF4J. */
        SHARED,
        /** The JDK. */
        JDK
    }

    /** Whether the class is in the plugin's file, and so is loaded by its loader. */
    boolean isInside() {
        return kind == Kind.OWN || kind == Kind.LIBRARY;
    }
}
