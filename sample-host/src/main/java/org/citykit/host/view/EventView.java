package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * An event in full.
 *
 * @param title what it is called
 * @param kind what kind, in words, if it is known
 * @param notice what is said if it does not simply take place
 * @param cancelled true if it does not take place
 * @param date on which day or days
 * @param time at what time, or that it lasts all day
 * @param zone whose local times these are; absent if it lasts all day
 * @param place where
 * @param address its postal address
 * @param accessibility step-free access and the like
 * @param online where to take part over the web
 * @param audiences for whom
 * @param languages in which languages
 * @param description what it is about, by paragraph
 * @param relations the relations it belongs to
 * @param map links that show where, without loading anything
 * @param calendar links that put it into a reader's calendar
 * @param further its next dates
 * @param website its web address
 * @param changed when it was last changed
 * @param sources who says so, each once
 */
public record EventView(
        Passage title,
        Optional<String> kind,
        Optional<String> notice,
        boolean cancelled,
        DateView date,
        String time,
        Optional<String> zone,
        Optional<Passage> place,
        Optional<Passage> address,
        Optional<Passage> accessibility,
        Optional<String> online,
        Optional<String> audiences,
        Optional<String> languages,
        List<Passage> description,
        List<Link> relations,
        List<Link> map,
        List<Link> calendar,
        List<Further> further,
        Optional<String> website,
        Optional<DateView> changed,
        List<SourceView> sources) {
    /**
     * Another date of it.
     *
     * @param href its page
     * @param date the day
     */
    public record Further(String href, DateView date) {}

    public EventView {
        description = List.copyOf(description);
        relations = List.copyOf(relations);
        map = List.copyOf(map);
        calendar = List.copyOf(calendar);
        sources = List.copyOf(sources);
        further = List.copyOf(further);
    }

    /** True if it has further dates. */
    public boolean repeats() {
        return !further.isEmpty();
    }

    /** True if anybody is known to say so. */
    public boolean told() {
        return !sources.isEmpty();
    }

    /** True if it is known where it lies. */
    public boolean located() {
        return !map.isEmpty();
    }

    /** True if it belongs to relations. */
    public boolean related() {
        return !relations.isEmpty();
    }
}
