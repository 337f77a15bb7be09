package org.citykit.events;

/**
 * Something in an event that cannot be expanded; the event itself is kept.
 *
 * @param entry the event
 * @param reason what is wrong and what was done
 */
public record EventProblem(EventEntry entry, String reason) {}
