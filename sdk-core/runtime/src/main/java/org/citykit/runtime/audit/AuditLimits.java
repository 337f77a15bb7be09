package org.citykit.runtime.audit;

/**
 * How much one audit reads and keeps. Immutable.
 *
 * @param classes class files in all jars together
 * @param bytes of all class files together
 * @param classBytes of one class file
 * @param uses how many are listed
 * @param places how many are kept of one use
 * @param unread how many unread class files are listed
 */
record AuditLimits(int classes, long bytes, int classBytes, int uses, int places, int unread) {
    static final AuditLimits DEFAULT = new AuditLimits(50_000, 256L << 20, 4 << 20, 1_000, 3, 20);
}
