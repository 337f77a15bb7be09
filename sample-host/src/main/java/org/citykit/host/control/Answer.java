package org.citykit.host.control;

/**
 * What a portal answers to an order.
 *
 * @param done whether it did what was wanted
 * @param text what to print, with an end of line
 */
public record Answer(boolean done, String text) {}
