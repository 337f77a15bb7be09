package org.citykit.host.view;

import java.util.Optional;

/**
 * One occurrence of an event in a list.
 *
 * @param href its page
 * @param title what it is called
 * @param kind what kind, in words, if it is known
 * @param time at what time of the day, or that it lasts all day
 * @param place where
 * @param status what is said if it does not simply take place
 * @param cancelled true if it does not take place
 */
public record EventCard(
        String href,
        Passage title,
        Optional<String> kind,
        String time,
        Optional<Passage> place,
        Optional<String> status,
        boolean cancelled) {}
