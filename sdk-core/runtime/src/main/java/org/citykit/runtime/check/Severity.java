package org.citykit.runtime.check;

/** How much a finding matters. */
public enum Severity {
    /** A portal refuses the plugin, or some of its code fails when it runs. */
    ERROR,
    /** A webmaster or a reader will miss something, or may be surprised. */
    WARNING,
    /** Good to know. */
    NOTE
}
