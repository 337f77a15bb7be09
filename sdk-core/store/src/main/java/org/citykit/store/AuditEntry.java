package org.citykit.store;

/**
 * A line of the audit.
 *
 * @param number counted from 1 without gaps
 * @param note what was done
 * @param hash SHA-256 of the hash of the entry before and of this entry, as 64 hexadecimal digits
 */
public record AuditEntry(long number, AuditNote note, String hash) {}
