package org.citykit.host.view;

import java.util.List;

/**
 * An alert in a list.
 *
 * @param href its page
 * @param severity {@code extreme}, {@code severe}, {@code moderate}, {@code minor} or {@code unknown}
 * @param severityLabel the same in words
 * @param emergency what kind of emergency
 * @param message alert, update, cancellation or all-clear, in words
 * @param exercise true if it is an exercise
 * @param headline its headline
 * @param areas where it holds
 * @param sent when it was published
 * @param expires when it stops to hold
 */
public record AlertCard(
        String href,
        String severity,
        String severityLabel,
        String emergency,
        String message,
        boolean exercise,
        Passage headline,
        List<Passage> areas,
        DateView sent,
        DateView expires) {
    public AlertCard {
        areas = List.copyOf(areas);
    }
}
