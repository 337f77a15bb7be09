package org.citykit.runtime.unload;

/**
 * What keeps a plugin in memory. Immutable.
 *
 * @param kind by what it is held
 * @param description names it, for the vendor: the thread, the class, the path
 */
public record Pin(PinKind kind, String description) {
    @Override
    public String toString() {
        return description;
    }
}
