package org.citykit.runtime.composition;

/** What becomes of a plugin that nobody trusted has signed. A broken signature is refused in every mode. */
public enum TrustMode {
    /** It is used, and nothing is said. */
    OFF,
    /** It is used, and that is told. */
    WARN,
    /** It is refused. */
    REQUIRE
}
