package org.citykit.host.view;

/**
 * A link.
 *
 * @param href where it leads
 * @param label what it says
 */
public record Link(String href, String label) {}
