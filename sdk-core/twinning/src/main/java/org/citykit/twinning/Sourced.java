package org.citykit.twinning;

/**
 * Something together with the module that holds it.
 *
 * @param module the module's id
 * @param value what it holds
 * @param <T> what it is
 */
public record Sourced<T>(String module, T value) {}
