package org.citykit.host.view;

import java.util.List;

/**
 * A closed choice in a search form.
 *
 * @param name the parameter
 * @param label what it asks for
 * @param choices what can be chosen besides "all"
 */
public record Select(String name, String label, List<Choice> choices) {
    /**
     * One choice.
     *
     * @param value the parameter's value
     * @param label what it says
     * @param selected true if it is the one chosen
     */
    public record Choice(String value, String label, boolean selected) {}

    public Select {
        choices = List.copyOf(choices);
    }
}
