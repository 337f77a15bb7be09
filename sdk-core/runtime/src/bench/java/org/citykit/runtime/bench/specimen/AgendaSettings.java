package org.citykit.runtime.bench.specimen;

/**
 * How an agenda looks.
 *
 * @param title of every event
 * @param days how many
 */
public record AgendaSettings(String title, int days) {}
