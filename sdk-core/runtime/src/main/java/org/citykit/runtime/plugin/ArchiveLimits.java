package org.citykit.runtime.plugin;

/**
 * How large a plugin file may become. Immutable.
 *
 * @param entries in all its archives together
 * @param unpackedBytes of all its archives together
 * @param ratio how many bytes one packed byte of a large entry may become
 */
record ArchiveLimits(int entries, long unpackedBytes, int ratio) {
    static final ArchiveLimits DEFAULT = new ArchiveLimits(20_000, 512L << 20, 200);

    /** Entries below this size may be packed as tightly as they like. */
    static final long LARGE = 1 << 20;
}
