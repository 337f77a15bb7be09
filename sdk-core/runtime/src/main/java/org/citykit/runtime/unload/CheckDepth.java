package org.citykit.runtime.unload;

/** How far a check goes. */
public enum CheckDepth {
    /**
     * Collects garbage, then looks at the places where plugins are usually held: threads, hooks, handlers, drivers,
     * beans. Costs two full collections and some milliseconds.
     */
    PROBES,
    /**
     * Also writes the live heap into a file beside the portal's data and reads from it the shortest path to what is
     * still held. Stops the JVM for as long as the writing takes; the file is deleted at once.
     */
    HEAP_PATH
}
