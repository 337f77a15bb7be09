package org.citykit.host.view;

/**
 * A number with what it counts.
 *
 * @param value how many, in the language's digits
 * @param label what is counted
 */
public record NumberView(String value, String label) {}
