package org.citykit.runtime.unload;

/** Looks at one of the places where plugins are held, and pins those that it finds there. */
@FunctionalInterface
interface Probe {
    void look(Look look);
}
