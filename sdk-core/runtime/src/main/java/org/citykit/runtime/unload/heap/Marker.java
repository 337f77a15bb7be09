package org.citykit.runtime.unload.heap;

/**
 * Objects by which others are found in a dump. Immutable.
 *
 * @param type the name of their class
 * @param number their field of type long that tells them apart
 * @param reference their field that holds a {@link java.lang.ref.Reference}
 */
public record Marker(String type, String number, String reference) {}
