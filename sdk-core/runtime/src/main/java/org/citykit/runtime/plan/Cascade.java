package org.citykit.runtime.plan;

/** Whether others may go when plugins are removed. */
public enum Cascade {
    /** Nobody; if somebody requires one of them, nothing is removed. */
    NONE,
    /** Those that cannot do without, and those that cannot do without these. */
    MANDATORY,
    /** Those that use them at all, and those that use these. */
    ALL
}
