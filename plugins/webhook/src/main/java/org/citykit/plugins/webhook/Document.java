package org.citykit.plugins.webhook;

/**
 * An alert in one format.
 *
 * @param name the format, as people call it
 * @param type its media type
 * @param body its octets; nobody changes them
 * @param key what its idempotency key ends in, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // handed from maker to sender and to nobody else
record Document(String name, String type, byte[] body, String key) {}
